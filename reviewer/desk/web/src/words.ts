import words from "./words.json";

const catalogue: Record<string, string> = words;

export function say(name: string, values: Record<string, string | number> = {}): string {
  const sentence = catalogue[name] ?? name;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

export function known(name: string): boolean {
  return name in catalogue;
}

export function sayFault(code: string): string {
  return known(`fault.${code}`) ? say(`fault.${code}`) : say("fault.other", { code });
}

export function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

// Calendar days, as the office counts them.
export function daysAfter(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
