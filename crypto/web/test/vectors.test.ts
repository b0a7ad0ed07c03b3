// Every group of tests/vectors/ has a runner here, one file of runners/ for each room. None is left out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAuthLines, printAuthLines } from "../verify/auth.js";
import { UnverifiedNote } from "../verify/note.js";
import { verifyBytes } from "./runners/verify_bytes.js";
import { verifyNotes } from "./runners/verify_notes.js";
import { verifyObjects } from "./runners/verify_objects.js";
import { acceptedInputs, bytesOf, groups, type Runners, runGroup } from "./vector_files.js";

const runners: Runners = {
  ...verifyBytes,
  ...verifyNotes,
  ...verifyObjects,
};

// What only servers, desks and auditors read: those are written in C++ alone, and no page does their work.
const inCppAlone = new Set(["audit", "auth", "challenge", "checkpoint", "log-file", "proof", "submission", "tags", "tree"]);

for (const group of groups().filter((name) => !inCppAlone.has(name)))
  test(`vectors of ${group}: accepted and refused as the files say`, async () => {
    const run = runners[group];
    assert.ok(run !== undefined, `no runner for the group ${group}`);
    await runGroup(group, run);
  });

test("auth notes that a server accepts are printed as they were read", async () => {
  const input = acceptedInputs("auth");
  assert.ok(input.length > 0);
  for (const { note } of input) {
    const parsed = UnverifiedNote.parse(bytesOf(note));
    assert.equal(printAuthLines(parseAuthLines(parsed.text)), parsed.text);
  }
});
