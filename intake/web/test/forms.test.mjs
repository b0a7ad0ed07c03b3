import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

const folder = new URL("../../forms/", import.meta.url);
const read = async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"));
const files = (await readdir(folder)).filter((name) => /^[a-z0-9-]+\.\d+\.json$/.test(name));
const forms = await Promise.all(files.map(read));
const fits = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(await read("schema.json"));

// Every question with the questions beside it, lists inside out.
function* questions(list) {
  for (const question of list) {
    yield { question, beside: list };
    if (question.type === "list") yield* questions(question.of);
  }
}
const all = (form) => [...questions(form.sections.flatMap((section) => section.questions))];

test("every questionnaire fits the schema and is named by its id and version", () => {
  assert.ok(forms.length >= 3);
  for (const [i, form] of forms.entries()) {
    assert.ok(fits(form), `${files[i]}: ${JSON.stringify(fits.errors?.[0])}`);
    assert.equal(files[i], `${form.id}.${form.version}.json`);
  }
});

test("the schema refuses what the page would not understand", () => {
  const form = (question) => ({ id: "x", version: 1, sections: [{ id: "s", part: "first", questions: [question] }] });
  assert.ok(fits(form({ id: "a", type: "short", max_bytes: 9 })));
  const faults = [
    { id: "a", type: "short" },
    { id: "a", type: "slider" },
    { id: "A", type: "date" },
    { id: "help", type: "date" },
    { id: "a", type: "date", max_bytes: 9 },
    { id: "a", type: "one", options: [] },
    { id: "a", type: "list", most: 3, of: [] },
    { id: "a", type: "short", max_bytes: 9, required: false },
  ];
  for (const fault of faults) assert.ok(!fits(form(fault)), JSON.stringify(fault));
});

test("ids stand once in a form, conditions and presets name what is there", () => {
  for (const form of forms) {
    const top = form.sections.flatMap((section) => section.questions);
    assert.equal(new Set(top.map(({ id }) => id)).size, top.length, form.id);
    assert.equal(new Set(form.sections.map(({ id }) => id)).size, form.sections.length, form.id);
    for (const { question, beside } of all(form)) {
      assert.equal(beside.filter(({ id }) => id === question.id).length, 1, `${form.id}.${question.id}`);
      for (const option of [question.preset, question.alone]) if (option !== undefined) assert.ok(question.options.includes(option));
    }
    const conditions = [...form.sections.map(({ when }) => ({ when, beside: top })), ...all(form).map(({ question, beside }) => ({ when: question.when, beside: top.includes(question) ? top : beside }))];
    for (const { when, beside } of conditions)
      if (when !== undefined) for (const option of when.is) assert.ok(beside.find(({ id }) => id === when.question)?.options?.includes(option), `${form.id}: ${JSON.stringify(when)}`);
  }
});

test("what is offered is there, and a first part asks for at least one thing", async () => {
  for (const { id, version } of (await read("offered.json")).forms) {
    const form = forms.find((one) => one.id === id && one.version === version);
    assert.ok(form, `${id}.${version}`);
    const first = form.sections.filter(({ part }) => part === "first").flatMap((section) => section.questions);
    assert.ok(first.some(({ required }) => required === true), id);
  }
});

test("what may be decided later is there, all of it later, and its ids are none of the form's", () => {
  for (const form of forms) {
    assert.equal(form.sections.some(({ part }) => part === "after"), form.after === undefined, form.id);
    if (form.after === undefined) continue;
    const after = forms.find(({ id, version }) => id === form.after.id && version === form.after.version);
    assert.ok(after.sections.every(({ part }) => part === "after"));
    const ids = new Set(form.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
    assert.deepEqual(after.sections.flatMap(({ questions }) => questions).filter(({ id }) => ids.has(id)), []);
  }
});

// The names of all words that a form needs, and of those it may have.
function words(form) {
  const chosen = form.sections.every(({ part }) => part === "after") ? [] : [`form.${form.id}`, `form.${form.id}.lead`];
  const need = [...chosen, ...form.sections.map(({ id }) => `form.${form.id}.section.${id}`)];
  const may = new Set();
  const walk = (list, path) => {
    for (const question of list) {
      const own = `${path}.${question.id}`;
      need.push(own);
      may.add(`${own}.help`);
      for (const option of question.options ?? []) need.push([`${own}.${option}`, `option.${option}`]);
      if (question.type === "list") {
        need.push(`${own}.one`, `${own}.add`);
        walk(question.of, own);
      }
    }
  };
  for (const section of form.sections) walk(section.questions, `form.${form.id}`);
  return { need, may };
}

test("every question, option and section has its words in English, and no words are left over", async () => {
  const { strings } = JSON.parse(await readFile(new URL("../../locales/en.json", import.meta.url), "utf8"));
  const used = new Set();
  for (const form of forms) {
    const { need, may } = words(form);
    for (const name of need) {
      const found = [name].flat().find((one) => one in strings);
      assert.ok(found, `${[name].flat()[0]} has no words`);
      used.add(found);
    }
    for (const name of may) used.add(name);
  }
  const left = Object.keys(strings).filter((name) => /^form\.(?!now$|optional$|skip$|one\.|list\.|date\.|choose$|tick$|alone$)/.test(name) && !used.has(name));
  assert.deepEqual(left, []);
});
