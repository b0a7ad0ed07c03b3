// How long sending will still take: when that is said, how it is worked out, and its words in every language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";
import { catalogues } from "./catalogues.mjs";

// As much of a page and of a service as the words are taken from.
globalThis.document = { documentElement: {}, getElementById: () => null };
globalThis.fetch = async (path) => Response.json(catalogues.find(({ language }) => path === `/locales/${language}.json`));
const { inWords, loadWords, secondsLeft } = await bundled("remaining.ts", "words.ts");

test("nothing is said of the time before two seconds have shown how fast it goes, nor while nothing moves", () => {
  assert.equal(secondsLeft(1.9, 0, 0.5), undefined);
  assert.equal(secondsLeft(2, 0, 0.5), 2);
  assert.equal(secondsLeft(100, 0.25, 0.25), undefined);
});

test("what is left takes as long for each part as what went before, and what was there before a break does not count", () => {
  assert.equal(secondsLeft(30, 0, 0.25), 90);
  assert.equal(secondsLeft(30, 0.5, 0.75), 30);
  assert.equal(secondsLeft(30, 0.5, 1), 0);
});

const said = {
  en: { 0: "less than a minute left", 59: "less than a minute left", 60: "about 1 minute left", 61: "about 2 minutes left", 3600: "about 60 minutes left" },
  fr: { 59: "il reste moins d’une minute", 60: "il reste environ 1 minute", 90: "il reste environ 2 minutes", 660: "il reste environ 11 minutes" },
  es: { 59: "falta menos de un minuto", 60: "falta alrededor de 1 minuto", 90: "faltan alrededor de 2 minutos", 660: "faltan alrededor de 11 minutos" },
  ar: {
    59: "بقي أقل من دقيقة", 60: "بقيت دقيقة واحدة تقريبا", 61: "بقيت دقيقتان تقريبا", 180: "بقيت 3 دقائق تقريبا",
    600: "بقيت 10 دقائق تقريبا", 660: "بقيت 11 دقيقة تقريبا", 6000: "بقيت 100 دقيقة تقريبا",
  },
};

for (const { language } of catalogues)
  test(`${language}: the time is rounded up to minutes and stands in the right form for its number`, async () => {
    await loadWords(language);
    for (const [seconds, sentence] of Object.entries(said[language])) assert.equal(inWords(Number(seconds)), sentence);
  });
