// Every group of tests/vectors/ has a runner here, one file of runners/ for each room. None is left out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keysAndOpening } from "./runners/keys_and_opening.js";
import { openContent } from "./runners/open_content.js";
import { published } from "./runners/published.js";
import { verifyAuth } from "./runners/verify_auth.js";
import { verifyBytes } from "./runners/verify_bytes.js";
import { verifyLog } from "./runners/verify_log.js";
import { verifyNotes } from "./runners/verify_notes.js";
import { verifyObjects } from "./runners/verify_objects.js";
import { groups, type Runners, runGroup } from "./vector_files.js";

const runners: Runners = {
  ...keysAndOpening,
  ...openContent,
  ...published,
  ...verifyAuth,
  ...verifyBytes,
  ...verifyLog,
  ...verifyNotes,
  ...verifyObjects,
};

test("every group of vectors has a runner, and every runner a group", () => {
  assert.deepEqual(Object.keys(runners).sort(), groups().sort());
});

for (const [group, run] of Object.entries(runners))
  test(`vectors of ${group}: accepted and refused as the files say`, () => runGroup(group, run));
