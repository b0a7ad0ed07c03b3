// The other ways to the office: in the page itself, so that they are read where no script runs.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const read = (name) => readFile(new URL(name, import.meta.url), "utf8");
const { ways, without_scripts: plain } = JSON.parse(await read("../../forms/ways.json"));
const page = await read("../dist/index.html");
const languages = (await readdir(new URL("../../locales/", import.meta.url))).filter((name) => name.endsWith(".json")).map((name) => name.replace(".json", "")).sort();

test("every other way has its words in every language, and in no other", () => {
  assert.ok(ways.length > 1);
  for (const way of ways) {
    assert.deepEqual(Object.keys(way).sort(), languages);
    for (const [language, words] of Object.entries(way)) assert.ok(words.trim().length > 10, language);
  }
});

test("the page as it stands without any script names each of them", () => {
  for (const language of languages) {
    const section = new RegExp(`<section lang="${language}".*?</section>`, "s").exec(page)[0];
    for (const way of ways) assert.ok(section.includes(`<li>${way[language]}</li>`), language);
    assert.ok(section.includes(`<p>${plain[language]}`), language);
  }
});
