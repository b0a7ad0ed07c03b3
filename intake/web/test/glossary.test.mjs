// One name for one thing, in every language: the terms of glossary.json. `english` finds a term in an English sentence;
// `is` is how the same sentence of the language has to say it; `never` is how no sentence of the language may.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bare, catalogues, english, word } from "./catalogues.mjs";

const { terms } = JSON.parse(await readFile(new URL("glossary.json", import.meta.url), "utf8"));
const others = catalogues.filter(({ language }) => language !== "en");
// A plural form that English does not have says the same as its `.other`.
const inEnglish = (name) => english[name] ?? english[name.replace(/\.\w+$/, ".other")] ?? "";

function faults(term, { language, strings }) {
  const { is, never } = term[language];
  return Object.entries(strings)
    .filter(([name, sentence]) => {
      const said = word(term.english).test(inEnglish(name)) && !new RegExp(is, "iu").test(bare(sentence));
      return said || (never !== undefined && word(never).test(bare(sentence)));
    })
    .map(([name, sentence]) => `${name}: ${sentence}`);
}

test("every term of the glossary is used, and has its form in every language", () => {
  for (const term of terms) {
    assert.ok(Object.values(english).some((sentence) => word(term.english).test(sentence)), term.term);
    for (const { language } of others) assert.ok(term[language]?.is !== undefined, `${term.term}: ${language}`);
  }
});

for (const catalogue of others) {
  const { language, strings } = catalogue;

  test(`${language}: what the glossary names has that name in every sentence, and no other`, () => {
    for (const term of terms) assert.deepEqual(faults(term, catalogue), [], term.term);
  });

  test(`${language}: a sentence that names it otherwise is found`, () => {
    for (const term of terms) {
      const [name] = Object.entries(english).find(([, sentence]) => word(term.english).test(sentence));
      assert.equal(faults(term, { language, strings: { ...strings, [name]: "…" } }).length, 1, term.term);
    }
  });
}

test("what English says of a release is said of no more than a release", () => {
  assert.match(english["help.who.log"], /releases/);
  assert.doesNotMatch(english["help.who.log"], /\b(opens|reads|looks)\b/);
});
