// How answers are laid out beside the questionnaire they were given to, and what is marked as not fitting it.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { answersIn, together } = await bundled("received.ts");
const { answered, entryWords, formsOf, optionWords, wordsOf } = await bundled("questionnaires.ts");
const root = new URL("../../../../", import.meta.url);
const read = async (path) => JSON.parse(await readFile(new URL(path, root), "utf8"));

// What the desk's own program makes of sealed answers: lines.
function lines(answers, prefix = "") {
  return Object.entries(answers).flatMap(([name, value]) => {
    const id = prefix + name;
    if (!Array.isArray(value)) return [{ id, value }];
    if (typeof value[0] !== "object") return [{ id, values: value }];
    return value.flatMap((entry, n) => lines(entry, `${id}.${n + 1}.`));
  });
}

// The sections, each with the questions that were answered, and all marks as "place sentence".
function laid(forms, answers, { before = {}, first = true } = {}) {
  const { sections, strange } = answered(forms, answersIn(lines(answers)), together(before), first);
  return {
    titles: sections.map(({ section }) => section.id),
    marks: sections.flatMap(({ marks }) => marks.map(({ place, sentence }) => `${place} ${sentence}`)),
    strange: Object.keys(strange),
    sections,
  };
}

const published = {};
for (const file of (await readdir(new URL("intake/forms/", root))).filter((name) => /^[a-z-]+\.\d+\.json$/.test(name)))
  published[file.replace(".json", "")] = await read(`intake/forms/${file}`);
const { strings } = await read("intake/locales/en.json");
const all = { forms: published, words: strings };
const misconduct = formsOf(all, "misconduct.1");
const protection = formsOf(all, "protection.1");
const advice = formsOf(all, "advice.1");

const form = (version, ...sections) => ({ id: "sample", version, sections: sections.map((section, n) => ({ id: `s${n}`, part: "first", ...section })) });

test("answers that came ordered by their ids stand in the order and under the sections of the questionnaire", () => {
  const { titles, marks, sections } = laid(misconduct, {
    about: ["fraud"], hope: "That it stops.", pass_on: "without", what: "Orders are split.", where: "Depot",
  });
  assert.deepEqual(titles, ["story", "about", "place", "identity", "you"]);
  assert.deepEqual(marks, []);
  assert.equal(wordsOf(all, "form.misconduct.section.story"), strings["form.misconduct.section.story"]);
  assert.deepEqual(sections.map(({ given }) => Object.keys(given)), [["what"], ["about"], ["where"], ["pass_on"], ["hope"]]);
});

test("every answer that the paths of a reporter can give fits, and so does each section sent by itself", async () => {
  const cases = (await read("tests/intake/answers/cases.json")).filter(({ answers, faults }) => answers && faults?.length === 0);
  assert.ok(cases.length >= 5);
  for (const { name, form: of, answers } of cases) {
    const forms = formsOf(all, of);
    assert.deepEqual(laid(forms, answers).marks, [], name);
    for (const { section, given } of laid(forms, answers).sections)
      assert.deepEqual(laid(forms, given, { first: false, before: answers }).marks, [], `${name}: ${section.id}`);
  }
});

test("an entry of a list keeps its number, its words and its consent; one in which nothing came is left empty", () => {
  const given = answersIn([
    { id: "witnesses.1.may_contact", value: "no" }, { id: "witnesses.1.name", value: "A storekeeper" },
    { id: "witnesses.3.may_contact", value: "yes" }, { id: "witnesses.3.name", value: "A driver" },
  ]);
  const [{ given: values, marks }] = answered(misconduct, given, together(), false).sections;
  assert.deepEqual(values.witnesses.map((entry) => ({ ...entry })), [{ may_contact: "no", name: "A storekeeper" }, {}, { may_contact: "yes", name: "A driver" }]);
  assert.deepEqual(marks, []);
  assert.equal(entryWords(all, "form.misconduct.witnesses", 3), "Witness 3");
  assert.equal(optionWords(all, "form.misconduct.witnesses.may_contact", "no"), strings["option.no"]);
});

test("a list inside a list is read back as it was", () => {
  const answers = { a: [{ b: [{ c: "1" }, { c: "2" }] }, { b: [{ c: "3" }], d: ["x"] }] };
  assert.deepEqual(JSON.parse(JSON.stringify(answersIn(lines(answers)))), answers);
});

test("ids that objects know are ids like others", () => {
  const { strange, marks } = laid(misconduct, JSON.parse('{"__proto__":"a","constructor":"b","pass_on":"ask","toString":["c"],"what":"x"}'));
  assert.deepEqual(strange.sort(), ["__proto__", "constructor", "toString"]);
  assert.deepEqual(marks, []);
  const [entry] = laid(protection, { acts: [JSON.parse('{"what":"x","constructor":"y"}')] }, { first: false }).marks;
  assert.equal(entry, "acts.0.constructor unknown");
});

test("a question that the version does not ask is kept and set apart", () => {
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", shoe_size: "44" }).strange, ["shoe_size"]);
  assert.deepEqual(laid(misconduct, { persons: [{ name: "N", height: "2 m" }] }, { first: false }).marks, ["persons.0.height unknown"]);
});

test("an option that is none is marked, and the possible ones beside it are not", () => {
  const { marks } = laid(misconduct, { what: "x", pass_on: "always", about: ["fraud", "sorcery"] });
  assert.deepEqual(marks, ["about option", "pass_on option"]);
  assert.deepEqual(laid(misconduct, { witnesses: [{ may_contact: "maybe" }] }, { first: false }).marks, ["witnesses.0.may_contact option"]);
});

test("a needed answer that is missing is marked; a preset is never taken for one that was given", () => {
  assert.deepEqual(laid(misconduct, { what: "x" }).marks, ["pass_on form.choose"]);
  assert.deepEqual(laid(misconduct, {}).marks, ["what tell.needed", "pass_on form.choose"]);
  assert.deepEqual(laid(protection, { activity: ["reported"] }).marks, ["acts.0.what tell.needed", "may_speak form.tick"]);
  assert.deepEqual(laid(misconduct, { witnesses: [{ name: "A driver" }] }, { first: false }).marks, ["witnesses.0.may_contact form.choose"]);
});

test("what is asked after the first sending is needed only where something of it was said", () => {
  assert.deepEqual(laid(misconduct, { hope: "x" }, { first: false }).marks, []);
  assert.deepEqual(laid(misconduct, { my_call_number: "1" }, { first: false }).marks, ["my_call_number unasked", "my_call form.choose"]);
  assert.deepEqual(laid(misconduct, { my_call: "yes", my_call_number: "1" }, { first: false }).marks, []);
});

test("a limit is the questionnaire's own, in octets", () => {
  const limit = 1000;
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", where: "é".repeat(limit / 2) }).marks, []);
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", where: `${"é".repeat(limit / 2)}!` }).marks, ["where tell.long"]);
  const coming = Array.from({ length: 11 }, () => ({ what: "a review" }));
  assert.deepEqual(laid(protection, { coming }, { first: false }).marks, ["coming most"]);
});

test("a day that does not exist, and an answer of another kind, are marked once", () => {
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", from: "2026-02-30" }).marks, ["from form.date.wrong"]);
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", from: "in spring" }).marks, ["from kind"]);
  assert.deepEqual(laid(misconduct, { what: ["x"], pass_on: ["ask"], about: "fraud" }).marks, ["what kind", "about kind", "pass_on kind"]);
  assert.deepEqual(laid(protection, { activity: ["other"], acts: "many", may_speak: ["nobody"] }).marks, ["acts kind"]);
  assert.deepEqual(laid(misconduct, { what: [{ x: "y" }], pass_on: "ask" }).marks, ["what kind"]);
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", danger: "yes", danger_note: "?" }).marks, ["danger_note kind"]);
});

test("two answers that exclude each other are marked", () => {
  assert.deepEqual(laid(protection, { may_speak: ["nobody", "hr"] }, { first: false }).marks, ["may_speak form.alone"]);
});

test("a name among the answers, where the keepers of names should have it, is marked and not asked for", () => {
  assert.deepEqual(laid(misconduct, { what: "x", pass_on: "ask", name: "A name" }).marks, ["name identity"]);
});

test("a section and a question under a condition that is not met are marked where they were answered all the same", () => {
  assert.deepEqual(laid(advice, { subtype: "how", question: "x", giver: "A company" }).marks, ["giver unasked"]);
  assert.deepEqual(laid(advice, { subtype: "gift", question: "x", have_it: "no", where_now: "At home" }).marks, ["where_now unasked"]);
  assert.deepEqual(laid(advice, { subtype: "gift", question: "x", have_it: "yes", where_now: "At home" }).marks, []);
  const { marks } = laid(advice, { subtype: "gift", question: "x", have_it: "perhaps", where_now: "At home" });
  assert.deepEqual(marks, ["have_it option", "where_now unasked"]);
});

test("a condition may rest on what was said in an earlier message", () => {
  const asked = [form(1, { questions: [{ id: "a", type: "one", options: ["yes", "no"] }] }, { part: "later", when: { question: "a", is: ["yes"] }, questions: [{ id: "b", type: "short", required: true, max_bytes: 9 }] })];
  assert.deepEqual(laid(asked, { b: "x" }, { before: { a: "yes" }, first: false }).marks, []);
  assert.deepEqual(laid(asked, { b: "x" }, { before: { a: "no" }, first: false }).marks, ["b unasked"]);
  assert.deepEqual(laid(asked, { b: "x" }, { before: { a: "no", b: "y" }, first: false }).marks, ["b unasked"]);
});

test("answers are held to the version they were given for, and not to a later one", () => {
  const one = form(1, { questions: [{ id: "a", type: "one", options: ["red", "green"] }, { id: "gone", type: "short", max_bytes: 9 }] });
  const two = form(2, { questions: [{ id: "new", type: "short", required: true, max_bytes: 9 }] }, { questions: [{ id: "a", type: "one", options: ["green", "blue"] }] });
  const both = { forms: { "sample.1": one, "sample.2": two }, words: {} };
  const given = { a: "red", gone: "x" };
  assert.deepEqual(laid(formsOf(both, "sample.1"), given).marks, []);
  const later = laid(formsOf(both, "sample.2"), given);
  assert.deepEqual([later.titles, later.marks, later.strange], [["s0", "s1"], ["new tell.needed", "a option"], ["gone"]]);
  assert.deepEqual(formsOf(both, "sample.3"), []);
});

test("what may be decided later is read by the version that the report's questionnaire names", () => {
  assert.deepEqual(misconduct.map(({ id, version }) => `${id}.${version}`), ["misconduct.1", "choices.2"]);
  const older = formsOf({ ...all, forms: { ...published, "misconduct.1": { ...published["misconduct.1"], after: { id: "choices", version: 1 } } } }, "misconduct.1");
  assert.deepEqual(laid(misconduct, { my_read: "yes" }, { first: false }).strange, []);
  assert.deepEqual(laid(older, { my_read: "yes" }, { first: false }).strange, ["my_read"]);
});

test("every mark has its words, those of the reporter's page's rules too", async () => {
  const words = await read("reviewer/desk/web/src/words.json");
  const rules = [await readFile(new URL("intake/web/src/form/faults.ts", root), "utf8"), await readFile(new URL("reviewer/desk/web/src/marks.ts", root), "utf8")];
  const sentences = rules.flatMap((text) => [...text.matchAll(/"((?:tell|form)\.[a-z.]+)"|sentence: "([a-z]+)"/g)].map(([, page, own]) => page ?? own));
  assert.ok(new Set(sentences).size >= 11);
  assert.deepEqual(sentences.filter((sentence) => !(`mark.${sentence}` in words)), []);
});
