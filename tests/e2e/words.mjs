// What stands on the page in one language: the built catalogue, as the page itself reads it.

import { readdir, readFile } from "node:fs/promises";

const folder = new URL("../../intake/web/dist/locales/", import.meta.url);

export async function languages() {
  return (await readdir(folder)).filter((name) => name.endsWith(".json") && name !== "index.json").map((name) => name.replace(".json", "")).sort();
}

// Those in which every screen is walked through and looked at: with --full all of them, else one of each direction.
export async function walked() {
  return (await languages()).filter((one) => process.env.PARAPET_FULL || one === "en" || one === "ar");
}

// A function that says a sentence by its name.
export async function words(language) {
  const { strings } = JSON.parse(await readFile(new URL(`${language}.json`, folder), "utf8"));
  return (name, values = {}) => {
    if (strings[name] === undefined) throw new Error(`no words for ${name}`);
    return strings[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  };
}

// How a person of the office is called on the page: by role in its language, beside the office's own label if that differs.
export function shownName(say, role, label) {
  const called = say(`role.${role}`);
  return label.includes(called) ? label : `${called} (${label})`;
}
