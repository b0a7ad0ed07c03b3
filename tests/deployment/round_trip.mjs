// The whole way with the real programs: a report with a file is sealed and sent, read at a desk, answered, and
// the answer is read with the code. Used by `./parapet demo`.

import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

const groups = /\d{4}(?: \d{4}){7}/;

export function daysFromNow(n) {
  return new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
}

// Seals and sends as a reporter would; the code in eight groups. `confided`: a name, and below it how to reach the person.
export async function report(deployment, name, text, files = [], confided = undefined) {
  const textFile = deployment.path(`${name}.txt`);
  const bundle = deployment.path(`${name}.ppb`);
  await writeFile(textFile, text, { mode: 0o600 });
  const attach = files.flatMap((file) => ["--attach", file]);
  if (confided !== undefined) {
    await writeFile(deployment.path(`${name}.name`), confided, { mode: 0o600 });
    attach.push("--name", deployment.path(`${name}.name`));
  }
  const to = ["--to", deployment.origins.intake];
  const codeFile = deployment.path(`${name}.code`);
  const fingerprint = ["--fingerprint", await deployment.fingerprint()];
  await deployment.run("report", ["seal", textFile, bundle, ...to, ...fingerprint, "--receipt-out", codeFile, ...attach]);
  await deployment.run("report", ["send", bundle, ...to]);
  return groups.exec(await readFile(codeFile, "utf8"))[0];
}

export async function status(deployment, name) {
  return deployment.run("report", [
    "status", "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(),
    "--receipt-file", deployment.path(`${name}.code`),
  ]);
}

// Waits until the reviewer service has taken over `n` cases.
export async function arrived(deployment, member, n) {
  for (let tries = 0; tries < 100; tries++) {
    const inbox = JSON.parse(await deployment.atDesk(member, "inbox"));
    if (inbox.cases.length >= n) return inbox;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${n} cases did not arrive at the desk`);
}

// Asks for the name beside a case's report; the request's number at every desk.
export async function askForName(deployment, member, caseId, why) {
  const asked = await deployment.atDesk(member, "ask-name", "--case", caseId, "--no-conflict", "--purpose", "assess", "--text", why);
  return String(JSON.parse(asked).leaf);
}

export async function answer(deployment, member, caseId, text) {
  return deployment.atDesk(
    member, "reply", "--case", caseId, "--no-conflict", "--type", "acknowledgement", "--status", "acknowledged", "--text", text,
    "--look-again", daysFromNow(30),
  );
}

export async function roundTrip(deployment, step) {
  const file = deployment.path("evidence.bin");
  await writeFile(file, randomBytes(300_000));
  step("a reporter seals a report with a file, confides a name and sends both");
  await report(deployment, "round-trip", "A procurement officer split one order into four.", [file], "A storekeeper\nby post, at the depot\n");
  step("it arrives at the intake clerk's desk");
  const inbox = await arrived(deployment, "clerk", 1);
  const caseId = inbox.cases[0].case;
  step("the clerk reads it; the entry is on the log before the text is");
  const opened = JSON.parse(await deployment.atDesk("clerk", "read", "--case", caseId, "--purpose", "intake", "--no-conflict"));
  const attachment = opened.messages[0].attachments[0];
  const out = deployment.path("evidence.opened");
  await deployment.atDesk("clerk", "attachment", "--case", caseId, "--env", attachment.env, "--out", out, "--no-conflict");
  if (!(await readFile(file)).equals(await readFile(out))) throw new Error("the attachment is not the file that was sent");
  step("the clerk answers");
  await answer(deployment, "clerk", caseId, "Thank you. We have read your report.");
  step("the reporter reads the answer with the code");
  for (let tries = 0; ; tries++) {
    if ((await status(deployment, "round-trip")).includes("Thank you. We have read your report.")) break;
    if (tries > 50) throw new Error("the answer did not reach the mailbox");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  step("the clerk asks for the name and says why; two of three keepers of names agree, each on their own machine");
  const request = await askForName(deployment, "clerk", caseId, "The person may be in danger and must be warned.");
  for (const keeper of ["keeper-1", "keeper-3"]) await deployment.atDesk(keeper, "approve-name", "--request", request);
  step("the clerk opens the name; every step is on the log");
  const name = JSON.parse(await deployment.atDesk("clerk", "open-name", "--request", request));
  if (name.name !== "A storekeeper") throw new Error("the name is not the one that was confided");
  step("an auditor verifies the log offline");
  const log = deployment.path("log.ppl");
  await deployment.run("vault", ["export-log", deployment.path("stores"), log]);
  await deployment.run("audit", [
    "verify", "--root", deployment.path("office", "deployment", "root.note"),
    "--roster", deployment.path("office", "deployment", "rosters", "1.note"), log,
  ]);
}
