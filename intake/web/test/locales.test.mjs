import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { reviewed, whole } from "../reviewed.mjs";

const folder = new URL("../../locales/", import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
const catalogues = await Promise.all(files.map(async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"))));
const english = catalogues.find(({ language }) => language === "en");
const plural = /^(.*)\.(zero|one|two|few|many|other)$/;

// Names of sentences with plural forms: those that have an `.other`.
const counted = Object.keys(english.strings).filter((name) => name.endsWith(".other") && `${name.slice(0, -6)}.one` in english.strings).map((name) => name.slice(0, -6));
const withoutForms = (strings) => Object.keys(strings).filter((name) => !counted.includes(plural.exec(name)?.[1]));
const places = (sentence) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test("every catalogue is named by its language and says its direction", () => {
  for (const [i, { language, direction, name }] of catalogues.entries()) {
    assert.equal(files[i], `${language}.json`);
    assert.equal(direction, ["ar", "fa", "he", "ur"].includes(language) ? "rtl" : "ltr");
    assert.ok(name.length > 1);
  }
});

for (const { language, strings, reviewed: marks } of catalogues) {
  test(`${language}: the same sentences as English, none empty, the same places to fill`, () => {
    assert.deepEqual(withoutForms(strings).sort(), withoutForms(english.strings).sort());
    for (const [name, sentence] of Object.entries(strings)) {
      assert.notEqual(sentence.trim(), "", name);
      const same = english.strings[name] ?? english.strings[name.replace(plural, "$1.other")];
      // A plural form may say its number as a word.
      const wanted = places(same).filter((place) => !(plural.test(name) && place === "{n}"));
      for (const place of wanted) assert.ok(places(sentence).includes(place), `${name} lacks ${place}`);
      for (const place of places(sentence)) assert.ok(places(same).includes(place), `${name} has ${place}`);
    }
  });

  test(`${language}: exactly the plural forms that the language has`, () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== "many" || language === "ar").sort();
    for (const name of counted) {
      const there = Object.keys(strings).filter((one) => plural.exec(one)?.[1] === name).map((one) => plural.exec(one)[2]).filter((form) => form !== "many" || language === "ar").sort();
      assert.deepEqual(there, forms, name);
    }
  });

  test(`${language}: whatever is marked as reviewed says who did it and when, and is marked once`, () => {
    for (const mark of marks) assert.ok(whole(mark) && mark.name in strings, mark.name);
    assert.equal(new Set(marks.map(({ name }) => name)).size, marks.length);
  });
}

test("a mark of review counts with a role, a day and the sentence as it stands, and not without one of them", () => {
  const mark = { name: "page.back", sentence: "Retour", reviewed_by: "reviser of the language service", reviewed_at: "2026-03-02" };
  const counts = (one, says = "Retour") => reviewed({ reviewed: [one], strings: { "page.back": says } }).has("page.back");
  assert.ok(counts(mark));
  assert.ok(!counts(mark, "Revenir"));
  for (const field of Object.keys(mark)) {
    const { [field]: _, ...rest } = mark;
    assert.ok(!whole(rest), field);
  }
  for (const wrong of [{ reviewed_by: "" }, { reviewed_at: "2026-02-30" }, { reviewed_at: "yesterday" }]) assert.ok(!counts({ ...mark, ...wrong }));
});

test("a sentence left in English is a sentence not translated", () => {
  // Names, sizes and what is the same word in both.
  const same = /^(size\.|role\.(?:two|own)$|page\.evaluation$|form\.misconduct\.about\.discrimination$)/;
  for (const { language, strings } of catalogues.filter((one) => one !== english)) {
    const left = Object.entries(strings).filter(([name, sentence]) => sentence === english.strings[name] && !same.test(name) && sentence.length > 12);
    assert.deepEqual(left.map(([name]) => name), [], language);
  }
});
