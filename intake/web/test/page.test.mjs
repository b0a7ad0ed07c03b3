import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

const folder = new URL("../", import.meta.url);
const catalogue = JSON.parse(await readFile(new URL("../locales/en.json", folder), "utf8"));
const names = (await readdir(new URL("src/", folder), { recursive: true })).filter((name) => name.endsWith(".ts"));
const sources = await Promise.all(names.map((name) => readFile(new URL(`src/${name}`, folder), "utf8")));
const bundle = await readFile(new URL("dist/page.js", folder), "utf8");

test("every sentence the page asks for by a fixed name is in the catalogue", () => {
  const asked = sources.flatMap((source) => [...source.matchAll(/say\("([a-z.-]+)"/g)].map((match) => match[1]));
  assert.ok(asked.length > 60);
  assert.deepEqual(asked.filter((name) => !(name in catalogue.strings)), []);
});

test("every public status has its words", () => {
  const statuses = ["received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed"];
  for (const status of statuses) assert.ok(`case.status.${status}` in catalogue.strings, status);
});

test("the wording never blames and never promises safety", () => {
  for (const [name, sentence] of Object.entries(catalogue.strings))
    assert.doesNotMatch(sentence, /\b(failed|invalid|you must|burn|guarantee|100 ?%)\b/i, name);
});

test("no sentence stands in the code: screens say names of the catalogue only", () => {
  for (const [i, source] of sources.entries())
    for (const [literal] of source.replace(/\/\/.*$/gm, "").matchAll(/"[A-Z][a-z]+ [a-z]+[^"]*"/g)) assert.fail(`${names[i]}: ${literal}`);
});

test("the built page evaluates nothing, keeps nothing, uses no WebAssembly and reaches for no other host", () => {
  assert.doesNotMatch(bundle, /\beval\(|new Function|document\.write|localStorage|sessionStorage|indexedDB|document\.cookie|WebAssembly/);
  assert.doesNotMatch(bundle, /innerHTML|insertAdjacentHTML/);
  assert.deepEqual([...bundle.matchAll(/https?:\/\/[a-z0-9.-]+/g)].map((match) => match[0]), []);
});

test("the page with its script, sheet, words and form stays under 120 KiB compressed", async () => {
  const files = ["index.html", "page.css", "page.js", "locales/en.json", "locales/index.json", "forms/offered.json"];
  let all = 0;
  for (const file of files) all += gzipSync(await readFile(new URL(`dist/${file}`, folder)), { level: 9 }).length;
  assert.ok(all < 120 * 1024, `${all} octets`);
});
