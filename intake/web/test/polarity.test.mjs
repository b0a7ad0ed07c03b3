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

// The glossary's pairs of decisions (design/domain.md): what a decision is called, and its contrary.
const decisions = {
  en: { established: ["Retaliation established", "Retaliation not established"], accepted: ["Accepted", "Not accepted"] },
  fr: { established: ["représailles établies", "représailles non établies"], accepted: ["acceptée", "non acceptée"] },
  es: { established: ["represalia determinada", "represalia no determinada"], accepted: ["aceptada", "no aceptada"] },
  ar: { established: ["ثبوت الانتقام", "عدم ثبوت الانتقام"], accepted: ["قبول الطلب", "عدم قبول الطلب"] },
};

// A name says a negative by itself, or is one of these.
const saysNo = /(^|[.-])(no|none|nobody|not|nothing|nofiles|without|never)([.-]|$)/;
const negative = new Set([
  "check.left", "closed.keys", "closed.offline", "sending.stopped.title", "sending.refused", "sending.expired", "sending.changed",
  "files.damaged", "files.misnamed", "files.inside.unknown", "option.unknown",
  "form.misconduct.relation.outside", "form.misconduct.known.anonymous", "form.protection.contract.former",
  "identity.lost", "page.unreviewed",
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

function faults(language, strings) {
  const positives = new Set([...positive, ...Object.keys(strings).filter((name) => contrary(name) !== name).map(contrary)]);
  return Object.entries(strings)
    .filter(([name, sentence]) => (isNegative(name) && !negated(language, sentence)) || (positives.has(name) && negated(language, sentence)))
    .map(([name]) => name);
}

test("every language of the catalogues has its negations and its decisions here", () => {
  for (const { language } of catalogues) assert.ok(language in negations && language in decisions, language);
});

test("the names that say a negative are still names of sentences", () => {
  const english = catalogues.find(({ language }) => language === "en").strings;
  for (const name of [...negative, ...positive]) assert.ok(name in english, name);
});

for (const [language, pairs] of Object.entries(decisions)) {
  const strings = Object.fromEntries(Object.entries(pairs).flatMap(([name, [yes, no]]) => [[`decision.${name}`, yes], [`decision.not-${name}`, no]]));

  test(`${language}: the glossary's decisions say what they mean, and swapped ones are found`, () => {
    assert.deepEqual(faults(language, strings), []);
    for (const name of Object.keys(pairs)) {
      const [yes, no] = [`decision.${name}`, `decision.not-${name}`];
      assert.deepEqual(faults(language, { ...strings, [yes]: strings[no], [no]: strings[yes] }).sort(), [yes, no].sort());
    }
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
    const [yes, no] = decisions[language].established;
    for (const name of Object.keys(strings).filter(isNegative)) assert.deepEqual(faults(language, { ...strings, [name]: yes }), [name]);
    for (const name of positive) assert.deepEqual(faults(language, { ...strings, [name]: no }), [name]);
  });
}
