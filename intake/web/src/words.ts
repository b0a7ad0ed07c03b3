// The catalogue: every sentence the page says, by name. A missing name is a defect that a test finds
// (test/page.test.mjs) and shows as the name itself, never as an empty place.

import { supply } from "./supplies.js";

interface Catalogue {
  language: string;
  direction: "ltr" | "rtl";
  name: string;
  unreviewed?: boolean; // not every sentence stands as a professional translator checked it
  strings: Record<string, string>;
}

export interface Language {
  language: string;
  name: string;
}

let catalogue: Catalogue = { language: "en", direction: "ltr", name: "", strings: {} };

let wanted = "";

// False when another language was asked for meanwhile: then that one's words come, or stand already. Throws when the
// words do not come; those that stood stand.
export async function loadWords(language: string): Promise<boolean> {
  wanted = language;
  const found = await supply<Catalogue>(`/locales/${language}.json`).catch(() => undefined);
  if (wanted !== language) return false;
  if (found === undefined) throw new Error(`no catalogue of ${language}`);
  catalogue = found;
  document.documentElement.lang = catalogue.language;
  document.documentElement.dir = catalogue.direction;
  document.title = say("page.title");
  return true;
}

// Those that the page itself stands in (build.mjs), so that the right catalogue is the first thing asked for.
export function languages(): Language[] {
  const standing = document.querySelectorAll<HTMLElement>("#cannot section");
  return [...standing].map(({ lang, dataset }) => ({ language: lang, name: dataset["name"] ?? lang }));
}

// The first of the browser's languages that there are words for.
export function preferred(there: readonly Language[], wanted: readonly string[]): string {
  const codes = wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return codes.find((code) => there.some(({ language }) => language === code)) ?? "en";
}

export function language(): string {
  return catalogue.language;
}

export function unreviewed(): boolean {
  return catalogue.unreviewed === true;
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

// "the place, the time and the device", as the language joins a list.
export function join(items: readonly string[]): string {
  return new Intl.ListFormat(catalogue.language, { type: "conjunction" }).format(items);
}

// A time of day on this device, as hours and minutes.
export function clock(milliseconds: number): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(milliseconds);
}

export function size(bytes: number): string {
  if (bytes < 1024) return say("size.bytes", { n: bytes });
  if (bytes < 1024 * 1024) return say("size.kib", { n: Math.round(bytes / 1024) });
  return say("size.mib", { n: (bytes / 1024 / 1024).toFixed(1) });
}
