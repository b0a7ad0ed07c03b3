// The catalogue: every sentence the page says, by name. A missing name is a defect that a test finds
// (tests/e2e) and shows as the name itself, never as an empty place.

interface Catalogue {
  language: string;
  direction: "ltr" | "rtl";
  name: string;
  strings: Record<string, string>;
}

let catalogue: Catalogue = { language: "en", direction: "ltr", name: "", strings: {} };

export async function loadWords(language: string): Promise<void> {
  const answer = await fetch(`/locales/${language}.json`);
  catalogue = (await answer.json()) as Catalogue;
  document.documentElement.lang = catalogue.language;
  document.documentElement.dir = catalogue.direction;
  document.title = say("page.title");
}

export function language(): string {
  return catalogue.language;
}

export function say(name: string, values: Record<string, string | number> = {}): string {
  const sentence = catalogue.strings[name] ?? name;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

export function known(name: string): boolean {
  return name in catalogue.strings;
}

// The plural form that the language has for n: name.one, name.few, … name.other.
export function sayCount(name: string, n: number, values: Record<string, string | number> = {}): string {
  const form = `${name}.${new Intl.PluralRules(catalogue.language).select(n)}`;
  return say(known(form) ? form : `${name}.other`, { ...values, n });
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
