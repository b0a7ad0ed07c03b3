// The cases that all three paths are held to (tests/intake/answers/); the C++ twin runs them too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { answersOf, identityOf } = await bundled("form/answers.ts");
const { faultsIn } = await bundled("form/faults.ts");
const { met, askedForNames } = await bundled("form/definition.ts");
const { fitting, ofOriginal } = await bundled("files/name.ts");
const read = async (path) => JSON.parse(await readFile(new URL(`../../../${path}`, import.meta.url), "utf8"));
const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};

for (const { name, form, values, answers, identity, faults } of await read("tests/intake/answers/cases.json"))
  test(`answers: ${name}`, async () => {
    const questionnaire = await read(`intake/forms/${form}.json`);
    assert.equal(JSON.stringify(sorted(answersOf(questionnaire, values))), JSON.stringify(answers));
    assert.deepEqual(identityOf(questionnaire, values), identity);
    const asked = questionnaire.sections.filter(({ when }) => met(when, values));
    if (faults !== undefined) assert.deepEqual(asked.flatMap(({ questions }) => faultsIn(askedForNames(questions, "none"), values)), faults);
  });

for (const { typed, fitting: fits, original } of await read("tests/intake/answers/names.json"))
  test(`a file's name fits: ${JSON.stringify(typed).slice(0, 40)}`, () => {
    assert.equal(fitting(typed), fits);
    assert.equal(ofOriginal(fitting(typed)), original);
  });
