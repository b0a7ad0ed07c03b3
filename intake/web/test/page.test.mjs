import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

const folder = new URL("../", import.meta.url);
const catalogue = JSON.parse(await readFile(new URL("../locales/en.json", folder), "utf8"));
const names = (await readdir(new URL("src/", folder), { recursive: true })).filter((name) => name.endsWith(".ts"));
const sources = await Promise.all(names.map((name) => readFile(new URL(`src/${name}`, folder), "utf8")));
const built = await readdir(new URL("dist/", folder));
const scripts = built.filter((name) => name.endsWith(".js"));
const bundle = (await Promise.all(scripts.map((name) => readFile(new URL(`dist/${name}`, folder), "utf8")))).join("\n");

test("every sentence the page asks for by a fixed name is in the catalogue", () => {
  const asked = sources.flatMap((source) => [...source.matchAll(/say\("([a-z.-]+)"/g)].map((match) => match[1]));
  assert.ok(asked.length > 60);
  assert.deepEqual(asked.filter((name) => !(name in catalogue.strings)), []);
});

test("every public status has its words", () => {
  const statuses = ["received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed"];
  for (const status of statuses) assert.ok(`case.status.${status}` in catalogue.strings, status);
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

async function kibAsSent(files) {
  const sent = await Promise.all(files.map((name) => readFile(new URL(`dist/${name}.gz`, folder))));
  return sent.reduce((all, octets) => all + octets.length, 0) / 1024;
}
const first = ["index.html", "page.css", "cannot.js", "page.js"];
const words = built.includes("locales") ? (await readdir(new URL("dist/locales/", folder))).filter((name) => /^[a-z]+\.json$/.test(name) && name !== "index.json") : [];

test("what stands first weighs under 30 KiB as it is sent, and everything under 120 KiB, in every language", async () => {
  const chunks = scripts.filter((name) => name.startsWith("chunk-"));
  const rest = scripts.filter((name) => name.startsWith("opened-"));
  assert.ok(words.length > 1 && rest.length === 1);
  for (const language of words) {
    const start = await kibAsSent([...first, ...chunks, `locales/${language}`]);
    assert.ok(start < 30, `${language}: ${start} KiB`);
    const all = start + (await kibAsSent([...rest, "forms/offered.json"]));
    assert.ok(all < 120, `${language}: ${all} KiB`);
  }
});

test("the file that gzip made is the file", async () => {
  for (const name of ["index.html", ...scripts, "locales/en.json"])
    assert.deepEqual(gunzipSync(await readFile(new URL(`dist/${name}.gz`, folder))), await readFile(new URL(`dist/${name}`, folder)));
});
