// A negative decision or status never reads as a positive one, in any language: the negative sentence
// carries its negation, the positive one carries none.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const folder = new URL("../../locales/", import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith(".json"));
const catalogues = await Promise.all(files.map(async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"))));

// What says no, as whole words; Arabic may write "and" or "so" before it.
const word = (marks) => new RegExp(`(?<![\\p{L}\\p{M}])(?:${marks})(?![\\p{L}\\p{M}])`, "iu");
const negations = {
  en: word("no|not|never|nobody|none|nothing|neither|without|cannot|\\p{L}+n['’]t"),
  fr: word("non|ne|pas|aucune?|rien|jamais|sans|ni|(?<!(?:une|la|cette|chaque|autre) )personne"),
  es: word("no|nunca|nada|nadie|ning[uú]n[oa]?|sin|ni|tampoco"),
  ar: word("[وف]?(?:لا|لم|لن|ليس|ليست|لست|عدم|غير|بلا|دون)"),
};
// Arabic vowel marks say nothing here; the n' of "n'est" is a "ne".
const bare = (sentence) => sentence.replace(/[\u064b-\u0652]/g, "").replace(/\bn['’]/gi, "ne ");
const negated = (language, sentence) => negations[language].test(bare(sentence));

// The glossary's pairs of decisions: what a decision is called, and its contrary.
const glossary = JSON.parse(await readFile(new URL("glossary.json", import.meta.url), "utf8")).decisions;

// A name says a negative by itself, or is one of these.
const saysNo = /(^|[.-])(no|none|nobody|not|nothing|nofiles|without|never)([.-]|$)/;
const negative = new Set([
  "check.left", "closed.keys", "closed.offline", "sending.stopped.title", "sending.refused", "sending.expired", "sending.changed",
  "files.damaged", "files.misnamed", "files.inside.unknown", "option.unknown",
  "form.misconduct.relation.outside", "form.misconduct.known.anonymous", "form.protection.contract.former",
  "identity.lost", "page.unreviewed", "decision.believed", "form.choices.my_review_note",
]);
const positive = new Set([
  "sent.title", "case.write.sent", "check.readers", "files.found", "option.yes", "more.done",
  "case.status.received", "case.status.acknowledged", "case.status.question", "case.status.review", "case.status.investigators", "case.status.decision",
  "form.misconduct.afraid.much", "form.misconduct.afraid.very-much", "form.misconduct.guess.probably", "form.misconduct.guess.knows",
  "form.misconduct.relation.staff", "form.misconduct.pass_on.with", "form.protection.may_speak.oversight",
]);
// "decision.not-established" has its contrary in "decision.established".
const contrary = (name) => name.replace(/(^|[.-])not-/, "$1");
// Help, and what comes next, says more than the negative it stands under.
const isNegative = (name) => negative.has(name) || (saysNo.test(name) && !/\.(help|when)$/.test(name));

const positives = (strings) => new Set([...positive, ...Object.keys(strings).filter((name) => contrary(name) !== name).map(contrary)]);

function faults(language, strings) {
  const yes = positives(strings);
  return Object.entries(strings)
    .filter(([name, sentence]) => (isNegative(name) && !negated(language, sentence)) || (yes.has(name) && negated(language, sentence)))
    .map(([name]) => name);
}

test("every language of the catalogues has its negations and its decisions here", () => {
  for (const { language } of catalogues) {
    assert.ok(language in negations, language);
    for (const decision of glossary) assert.ok(language in decision, `${decision.term}: ${language}`);
  }
});

// What is asked of the reporter (form.) says what others did.
test("a sentence of the office that says a decision is held to its polarity", () => {
  const { strings } = catalogues.find(({ language }) => language === "en");
  const said = Object.entries(strings).filter(([name, sentence]) => !/^form\.(?!choices)/.test(name) && glossary.some(({ english }) => word(english).test(sentence)));
  assert.ok(said.length >= 3);
  for (const [name, sentence] of said) assert.ok(isNegative(name) || positives(strings).has(name), `${name}: ${sentence}`);
});

test("the names that say a negative are still names of sentences", () => {
  const english = catalogues.find(({ language }) => language === "en").strings;
  for (const name of [...negative, ...positive]) assert.ok(name in english, name);
});

for (const { language } of catalogues) {
  const pairs = glossary.map((decision, i) => ({ yes: `decision.${i}`, no: `decision.not-${i}`, says: decision[language] }));
  const strings = Object.fromEntries(pairs.flatMap(({ yes, no, says }) => [[yes, says.yes], [no, says.no]]));

  test(`${language}: the glossary's decisions say what they mean, and swapped ones are found`, () => {
    assert.deepEqual(faults(language, strings), []);
    for (const { yes, no } of pairs)
      assert.deepEqual(faults(language, { ...strings, [yes]: strings[no], [no]: strings[yes] }).sort(), [yes, no].sort());
  });
}

for (const { language, strings } of catalogues) {
  test(`${language}: negatives are negated, positives are not`, () => {
    assert.deepEqual(faults(language, strings).map((name) => `${name}: ${strings[name]}`), []);
  });

  test(`${language}: a negative that turned positive is found, and the other way round`, () => {
    for (const [no, yes] of [["check.left", "check.readers"], ["sending.stopped.title", "sent.title"], ["option.no", "option.yes"]])
      assert.deepEqual(faults(language, { ...strings, [yes]: strings[no], [no]: strings[yes] }).sort(), [yes, no].sort());
    // One sentence after the other, each replaced by one that says the contrary.
    const { yes, no } = glossary[0][language];
    for (const name of Object.keys(strings).filter(isNegative)) assert.deepEqual(faults(language, { ...strings, [name]: yes }), [name]);
    for (const name of positive) assert.deepEqual(faults(language, { ...strings, [name]: no }), [name]);
  });
}

// It stands in every negative decision: "not proven" beside "not believed", and that they are not the same.
for (const { language, strings } of catalogues)
  test(`${language}: not proven is said not to be the same as not believed, each with its own negation`, () => {
    const quotes = /“[^”]*”|«[^»]*»/g;
    const holds = (sentence) => {
      const quoted = sentence.match(quotes) ?? [];
      const rest = sentence.replace(quotes, "").split(/(?<=\.)\s/);
      return quoted.length === 2 && [...quoted, ...rest].every((part) => negated(language, part));
    };
    const sentence = strings["decision.believed"];
    assert.ok(holds(sentence), sentence);
    const [yes, no] = [glossary[2][language].yes, glossary[2][language].no];
    assert.ok(negated(language, no) && !holds(sentence.replace(sentence.match(quotes)[0], `«${yes}»`)));
  });
