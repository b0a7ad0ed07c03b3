// One thing at a time is on its way from a case, and whichever screen stands then is told what becomes of it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { Outbox } = await bundled("outbox.ts");

// Work that goes on until the test ends it.
function held() {
  let end;
  const over = new Promise((resolve, reject) => (end = { resolve, reject }));
  return { work: () => over, ...end };
}

test("while one thing is on its way no other is begun, and each screen is told of its own alone", async () => {
  const outbox = new Outbox();
  const message = held();
  const first = outbox.send("message", message.work);
  let begun = false;
  await outbox.send("withdraw.back", async () => (begun = true));
  assert.equal(begun, false);
  assert.equal(outbox.underWay, true);
  const refused = new Error("refused");
  message.reject(refused);
  await first;
  assert.equal(outbox.underWay, false);
  assert.equal(outbox.fault("message"), refused);
  assert.equal(outbox.fault("withdraw.back"), undefined);
  await outbox.send("withdraw.back", async () => (begun = true));
  assert.equal(begun, true);
  assert.equal(outbox.fault("message"), undefined); // what went wrong before is not said of what came after it
});

test("a screen is told of each step and of the end for as long as it stands", async () => {
  const outbox = new Outbox();
  const step = { doing: () => "", done: 1, all: 2 };
  const told = [];
  outbox.watch(() => told.push(outbox.step("message")) < 3);
  await outbox.send("message", async (progress) => progress(step));
  assert.deepEqual(told, [undefined, step, undefined]);
  await outbox.send("message", async (progress) => progress(step));
  assert.equal(told.length, 3);
});
