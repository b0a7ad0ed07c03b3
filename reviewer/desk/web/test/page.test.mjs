import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const folder = new URL("../", import.meta.url);
const words = JSON.parse(await readFile(new URL("src/words.json", folder), "utf8"));
const files = (await readdir(new URL("src/", folder))).filter((name) => /\.tsx?$/.test(name));
const sources = await Promise.all(files.map((name) => readFile(new URL(`src/${name}`, folder), "utf8")));

test("every sentence the page asks for by a fixed name is in the catalogue", () => {
  const asked = sources.flatMap((source) => [...source.matchAll(/say\("([a-z.-]+)"/g)].map((match) => match[1]));
  assert.ok(asked.length > 40);
  assert.deepEqual(asked.filter((name) => !(name in words)), []);
});

test("every status, kind and purpose the page offers has its words", () => {
  const statuses = ["received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed"];
  const types = ["acknowledgement", "question", "status", "message"];
  const purposes = ["intake", "assess", "decide", "review", "support"];
  const needed = [
    ...statuses.map((one) => `status.${one}`),
    ...types.map((one) => `reply.type.${one}`),
    ...purposes.map((one) => `read.purpose.${one}`),
  ];
  assert.deepEqual(needed.filter((name) => !(name in words)), []);
});

test("the built page sets no markup from text, evaluates nothing and reaches for no other host", async () => {
  const bundle = await readFile(new URL("dist/desk.js", folder), "utf8");
  assert.doesNotMatch(bundle, /\beval\(|new Function|document\.write|localStorage|sessionStorage|document\.cookie/);
  assert.deepEqual([...bundle.matchAll(/https?:\/\/[^"'`\s)]+/g)].map((match) => match[0]).filter((url) => !url.startsWith("http://www.w3.org/")), []);
  for (const source of sources) assert.doesNotMatch(source, /dangerouslySetInnerHTML|innerHTML/);
});
