#!/usr/bin/env node
// Unique secrets go through the whole scenario; afterwards none is in any log, store file, WAL, in any program's folder
// for temporary files, in any file a server or a desk had open, or in a server's memory, read by root from outside.

import { randomBytes } from "node:crypto";
import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { Deployment } from "../deployment/deployment.mjs";
import { answer, arrived, askForName, report, status } from "../deployment/round_trip.mjs";
import { Desk } from "./desk.mjs";
import { OpenFiles, Traces } from "./traces.mjs";

const canary = (name) => `${name}${randomBytes(12).toString("hex")}`;

// The officer's page, which holds a file's ciphertext in a file without a name while it is checked.
async function shownAtDesk(desk, deployment, caseId, content) {
  const page = new Desk(desk.address);
  await page.ask("/api/unlock", { passphrase: await deployment.passphrase("clerk") });
  const { json } = await page.ask("/api/read", { case: caseId, purpose: "intake", no_conflict: true });
  const file = await page.file({ case: caseId, env: json.messages[0].attachments[0].env });
  if (!file.includes(content)) throw new Error("the desk did not give the file out");
}

// The search finds what is there: the reporter's own file, and one of ours that has no name any more.
async function findsWhatIsThere(deployment, fileName, content) {
  const traces = new Traces({ content });
  traces.in("the reporter's own file", await readFile(deployment.path(fileName)));
  const nameless = deployment.path("nameless");
  const fd = openSync(nameless, "w+");
  writeSync(fd, content);
  unlinkSync(nameless);
  traces.inOpenFiles(new OpenFiles([process.pid]));
  closeSync(fd);
  if (traces.faults.length !== 2) throw new Error("the search does not find a secret where it is");
}

const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  const reviewer = await deployment.start("reviewer");
  const desk = await deployment.startDesk("clerk");
  const open = new OpenFiles([intake, reviewer, desk].map(({ pid }) => pid));
  const text = canary("TEXT");
  const content = canary("FILE");
  const fileName = canary("NAME");
  const reply = canary("REPLY");
  await writeFile(deployment.path(fileName), content.repeat(5_000));
  const confided = canary("CONFIDED");
  const reason = canary("REASON");
  const code = await report(deployment, "canary", text, [deployment.path(fileName)], `${confided}\nby post\n`);
  const inbox = await arrived(deployment, "clerk", 1);
  const caseId = inbox.cases[0].case;
  await shownAtDesk(desk, deployment, caseId, content);
  const request = await askForName(deployment, "clerk", caseId, reason);
  for (const keeper of ["keeper-1", "keeper-2"]) await deployment.atDesk(keeper, "approve-name", "--request", request);
  const opened = await deployment.atDesk("clerk", "open-name", "--request", request);
  if (!opened.includes(confided)) throw new Error("the name did not come back");
  await answer(deployment, "clerk", caseId, reply);
  for (let tries = 0; !(await status(deployment, "canary")).includes(reply); tries++) {
    if (tries > 50) throw new Error("the answer did not come back");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }

  const secrets = { text, content, fileName, reply, confided, reason, "receipt with spaces": code, "receipt digits": code.replaceAll(" ", "") };
  const traces = new Traces({ ...secrets, passphrase: await deployment.passphrase("clerk") });
  for (const server of [intake, reviewer]) await traces.inMemory(server);
  for (const program of [intake, reviewer, desk]) traces.inWords(program);
  await traces.inFolder(deployment.path("stores"));
  traces.in("what the desk remembers", await readFile(deployment.path("clerk.state")));
  const had = await readdir(deployment.temporary);
  for (const one of ["intake", "reviewer", "desk", "report"]) if (!had.includes(one)) traces.faults.push(`${one} had no folder of its own for temporary files`);
  await traces.inFolder(deployment.temporary);
  traces.inOpenFiles(open);
  if (traces.faults.length > 0) throw new Error(traces.faults.join("\n"));
  await findsWhatIsThere(deployment, fileName, content);
  console.log("no secret in memory, logs, stores or temporary files of intake and reviewer, and in no file a desk had open");
} finally {
  await deployment.remove();
}
