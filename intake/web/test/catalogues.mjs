// Everything a reporter is told, by language: the catalogues, and the other ways to the office as `ways.1`, `ways.2`, …

import { readdir, readFile } from "node:fs/promises";

const read = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));
const files = (await readdir(new URL("../../locales/", import.meta.url))).filter((name) => name.endsWith(".json")).sort();
const { ways } = await read("forms/ways.json");

export const catalogues = await Promise.all(files.map(async (file) => {
  const { strings, ...head } = await read(`locales/${file}`);
  const others = ways.map((way, i) => [`ways.${i + 1}`, way[head.language] ?? ""]);
  return { ...head, strings: { ...strings, ...Object.fromEntries(others) } };
}));
export const english = catalogues.find(({ language }) => language === "en").strings;

// As it is read aloud: without Arabic vowel marks and without the marks of direction.
export const bare = (sentence) => sentence.replace(/[\u064b-\u0652\u2066-\u2069]/g, "");

// Whole words, in any script.
export const word = (pattern) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${pattern})(?![\\p{L}\\p{M}])`, "iu");
