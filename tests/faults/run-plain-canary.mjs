#!/usr/bin/env node
// The plain gateway sees words, files and codes. When their pages are answered, it has forgotten them: unique
// secrets are sent through it, and none is left in its memory, read by root from outside, in its log, in its folder for
// temporary files or in any file it had open.

import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Deployment } from "../deployment/deployment.mjs";
import { PlainVisitor } from "../deployment/plain_visitor.mjs";
import { answer, arrived, daysFromNow } from "../deployment/round_trip.mjs";
import { OpenFiles, Traces } from "./traces.mjs";

const canary = (name) => `${name}${randomBytes(12).toString("hex")}`;

const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  await deployment.start("reviewer");
  const plain = await deployment.startPlain();
  const open = new OpenFiles([plain.pid, intake.pid]);
  const said = { text: canary("TEXT"), content: canary("FILE"), fileName: canary("NAME"), reply: canary("REPLY"), message: canary("MORE"), later: canary("LATER"), choice: canary("CHOICE"), unsent: canary("UNSENT"), torn: canary("TORN"), letter: canary("LETTER"), letterName: canary("LNAME") };
  const visitor = new PlainVisitor(deployment.origins.plain);
  const code = await visitor.advice(said.text, [[said.fileName, said.content.repeat(5_000)]]);
  if (!visitor.page.includes(said.fileName)) throw new Error(`the report was not sent: ${visitor.heading}`);
  const inbox = await arrived(deployment, "clerk", 1);
  await answer(deployment, "clerk", inbox.cases[0].case, said.reply);
  for (let tries = 0; !visitor.page.includes(said.reply); tries++) {
    if (tries > 50) throw new Error("the answer did not come back");
    await visitor.press("case");
  }
  await visitor.press("write", { write: said.message });
  await visitor.press("more");
  await visitor.press("adding:you");
  await visitor.press("lang:ar", { "q.did": said.later });
  await visitor.press("next", { "q.did": said.later });
  await visitor.press("choices");
  await visitor.press("adding:helper");
  await visitor.press("next", { "q.my_helper": said.choice });
  await visitor.press("own");
  for (const name of ["message", "text", "later", "choice"])
    if (!visitor.page.includes(said[name])) throw new Error(`the page does not show what was sent: ${name}`);
  await visitor.press("case");
  // A file of the office and the proof of filing, saved.
  const letter = deployment.path(said.letterName);
  await writeFile(letter, said.letter.repeat(20_000));
  await deployment.atDesk("clerk", "reply", "--case", inbox.cases[0].case, "--no-conflict", "--type", "status", "--status", "review",
    "--text", said.reply, "--look-again", daysFromNow(30), "--attach", letter);
  for (let tries = 0; !visitor.page.includes('value="file:'); tries++) {
    if (tries > 50) throw new Error("the file did not come");
    await visitor.press("case");
  }
  const saved = await visitor.save(/value="(file:[0-9a-f]+)"/.exec(visitor.page)[1]);
  if (saved !== said.letter.repeat(20_000)) throw new Error("the file was not saved as it was sent");
  if (!(await visitor.save("proof")).includes("-----BEGIN PARAPET")) throw new Error("the proof was not saved");
  // A message that is begun, and a page that comes back in part.
  await visitor.press("lang:en", { write: said.unsent });
  await fetch(`${deployment.origins.plain}/`, { method: "POST", body: new URLSearchParams({ to: "send", at: "files", "values.advice.1": `{"question":"${said.torn}` }) });

  // An exchange ends, and what it stood in is overwritten, a moment after the browser has the last octet.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const traces = new Traces({ ...said, code, "code in groups": code.match(/.{4}/g).join(" ") });
  for (const program of [plain, intake]) {
    await traces.inMemory(program);
    traces.inWords(program);
  }
  await traces.inFolder(deployment.path("stores"));
  await traces.inFolder(deployment.temporary);
  traces.inOpenFiles(open);
  if (traces.faults.length > 0) throw new Error(traces.faults.join("\n"));
  console.log("no secret in the memory, log or files of the plain gateway, once its pages are answered");
} finally {
  await deployment.remove();
}
