#!/usr/bin/env node
// Unique secrets go through the whole scenario; afterwards none is in any log, store file, WAL, temporary file
// or in the memory of a server process, read by root from outside.

import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Deployment } from "../deployment/deployment.mjs";
import { answer, arrived, askForName, report, status } from "../deployment/round_trip.mjs";
import { findInMemory } from "./memory.mjs";

const canary = (name) => `${name}${randomBytes(12).toString("hex")}`;

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  const reviewer = await deployment.start("reviewer");
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
  await deployment.atDesk("clerk", "read", "--case", caseId, "--purpose", "intake", "--no-conflict");
  const request = await askForName(deployment, "clerk", caseId, reason);
  for (const keeper of ["keeper-1", "keeper-2"]) await deployment.atDesk(keeper, "approve-name", "--request", request);
  const opened = await deployment.atDesk("clerk", "open-name", "--request", request);
  if (!opened.includes(confided)) throw new Error("the name did not come back");
  await answer(deployment, "clerk", caseId, reply);
  for (let tries = 0; !(await status(deployment, "canary")).includes(reply); tries++) {
    if (tries > 50) throw new Error("the answer did not come back");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const digits = code.replaceAll(" ", "");
  const secrets = new Map(
    Object.entries({ text, content, fileName, reply, confided, reason, "receipt with spaces": code, "receipt digits": digits, passphrase: await deployment.passphrase("clerk") }).map(
      ([name, value]) => [name, Buffer.from(value)],
    ),
  );

  const faults = [];
  for (const program of [intake, reviewer]) {
    const { found, octets } = await findInMemory(program.pid, secrets);
    if (octets < 1 << 20) faults.push(`the memory of ${program.name} could not be read: run as root`);
    for (const name of found) faults.push(`${name} is in the memory of ${program.name}`);
    for (const [name, secret] of secrets) if (Buffer.from(program.said).includes(secret)) faults.push(`${name} is in what ${program.name} logged`);
  }
  for (const file of await filesBelow(deployment.path("stores"))) {
    const bytes = await readFile(file);
    for (const [name, secret] of secrets) if (bytes.includes(secret)) faults.push(`${name} is in ${file.split("/").at(-1)}`);
  }
  // The search finds what is there: the reporter's own files hold the text and the file.
  const own = await readFile(deployment.path(fileName));
  if (!own.includes(secrets.get("content"))) faults.push("the search does not find a secret where it is");
  if (faults.length > 0) throw new Error(faults.join("\n"));
  console.log("no secret in memory, logs or stores of intake and reviewer");
} finally {
  await deployment.remove();
}
