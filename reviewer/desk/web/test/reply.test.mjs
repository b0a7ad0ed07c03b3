// What an answer needs before it goes to a reporter, and which status it begins with.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { replyFaults, replyKinds, statusesFor, statusFor } = await bundled("reply_rules.ts");
const today = "2026-03-14";
const received = { status: "received", mayFollow: ["received", "acknowledged", "question", "review"] };
const review = { status: "review", mayFollow: ["question", "review", "investigators", "decision", "suspended", "closed"] };
const draft = (more = {}) => ({ type: "status", status: "review", text: "We read it.", look: "2026-04-14", due: "", ...more });
const faults = (more, told = review) => replyFaults(draft(more), told, today).map(({ field, sentence }) => `${field} ${sentence}`);

test("an answer with text, a status that may follow and days to come goes on, with a due day or without", () => {
  assert.deepEqual(faults(), []);
  assert.deepEqual(faults({ due: "2026-03-15" }), []);
});

test("a day that is today, past or not chosen is named at its own field; a due day may be left out", () => {
  assert.deepEqual(faults({ look: today, due: "2026-03-13" }), ["look reply.date", "due reply.date"]);
  assert.deepEqual(faults({ look: "" }), ["look reply.date"]);
});

test("a decision needs its reasons, and is told under the status of a decision alone", () => {
  assert.deepEqual(faults({ type: "decision", status: "decision", text: " \n" }), ["text reply.reasons"]);
  assert.deepEqual(statusesFor("decision", review), ["decision"]);
  assert.equal(statusFor("decision", review), "decision");
  assert.deepEqual(faults({ type: "decision", status: "decision" }), []);
});

test("a decision before any answer is told apart: first comes an acknowledgement", () => {
  assert.equal(statusFor("decision", received), "decision");
  assert.deepEqual(faults({ type: "decision", status: "decision" }, received), ["status reply.order.received"]);
});

test("only statuses that may come next are offered, and a message changes none by itself", () => {
  assert.deepEqual(statusesFor("status", review), review.mayFollow);
  assert.equal(statusFor("message", review), "review");
  assert.equal(statusFor("message", { status: "investigators", mayFollow: ["investigators", "review"] }), "investigators");
  assert.equal(statusFor("acknowledgement", review), "review");
});

test("every kind of answer and every fault has its words", async () => {
  const words = JSON.parse(await readFile(new URL("../src/words.json", import.meta.url), "utf8"));
  const rules = await readFile(new URL("../src/reply_rules.ts", import.meta.url), "utf8");
  const sentences = [...rules.matchAll(/"(reply\.[a-z.]+)"/g)].map((match) => match[1]);
  assert.ok(sentences.length >= 5);
  const named = [...sentences, ...replyKinds.flatMap(({ type, status }) => [`reply.type.${type}`, ...(status ? [`status.${status}`] : [])])];
  assert.deepEqual(named.filter((name) => !(name in words)), []);
});
