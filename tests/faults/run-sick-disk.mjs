#!/usr/bin/env node
// A disk that is full, read-only or damaged, keys and ports that are wrong: each a clear line with its own code; what
// was acknowledged stays, and after space returns the same servers take the same submission and the same acts.

import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";
import { answer, arrived, report, status } from "../deployment/round_trip.mjs";
import { Desk } from "./desk.mjs";
import { Findings } from "./findings.mjs";
import { refuseDeskKeys, refuseReadOnly, refuseSecond, refuseSickStarts } from "./sick_starts.mjs";
import { SmallDisk, inOwnNamespace } from "./small_disk.mjs";
import { ask } from "./wire.mjs";

inOwnNamespace(fileURLToPath(import.meta.url));
const findings = new Findings();
const deployment = await Deployment.create({ pages: false });
const words = async (tool, args) => run(deployment.program(tool), args).then(() => "done", (error) => error.message);

async function sealed(name, files) {
  const text = deployment.path(`${name}.txt`);
  await writeFile(text, "A text.", { mode: 0o600 });
  const to = ["--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint()];
  const attach = files.flatMap((file) => ["--attach", file]);
  await run(deployment.program("report"), ["seal", text, deployment.path(`${name}.ppb`), ...to, "--receipt-out", deployment.path(`${name}.code`), ...attach]);
  return deployment.path(`${name}.ppb`);
}

// Reports go on until the disk refuses one; every one that was accepted counts.
async function fullAtIntake(disk) {
  const { intake } = deployment.origins;
  const small = deployment.path("small.bin");
  const large = deployment.path("large.bin");
  await writeFile(small, randomBytes(50_000));
  await writeFile(large, randomBytes(3_000_000));
  const bundle = await sealed("many", Array(18).fill(small)); // a core each, together more than any room left over
  const upload = await sealed("large", [large]);
  await disk.fill(128 * 1024);
  const before = await ask(intake, "/api/submit", await readFile(bundle));
  findings.refused("a submission on a full disk", before, "storage-full");
  findings.that(`its status is ${before.status}`, before.status === 507);
  const sent = await words("report", ["send", upload, "--to", intake]);
  findings.that(`a large report on a full disk: ${sent}`, /ended with 3:[^]*no room[^]*later[^]*\(storage-full\)/.test(sent));
  findings.that("mailboxes are read on a full disk", (await status(deployment, "first")).includes("No answer yet"));
  findings.that("challenges are given on a full disk", (await ask(intake, "/api/challenge")).code === "");
  const here = await words("vault", ["export-log", deployment.path("stores"), deployment.path("stores", "log.ppl")]);
  const made = await words("vault", ["init", deployment.path("stores", "more")]);
  for (const said of [here, made]) findings.that(`parapet-vault on a full disk: ${said}`, /ended with 1:[^]*\(storage-full\)/.test(said) || said === "done");
  findings.that(`parapet-vault init on a full disk: ${made}`, made.includes("storage-full"));
  await disk.empty();
  findings.that("the same submission once there is room", (await ask(intake, "/api/submit", await readFile(bundle))).code === "");
  findings.that("and again", (await ask(intake, "/api/submit", await readFile(bundle))).code === "");
  findings.that("the large report once there is room", (await words("report", ["send", upload, "--to", intake])) === "done");
  for (const name of ["many", "large"]) findings.that(`${name} is held`, (await status(deployment, name)).includes("No answer yet"));
}

// An officer reads until the log finds no room; nothing is released without its leaf.
async function fullAtReviewer(disk) {
  const desk = await Desk.unlocked(deployment, "clerk");
  const { cases } = await arrived(deployment, "clerk", 3);
  const read = { case: cases[0].case, purpose: "assess", no_conflict: true };
  const released = [];
  const reads = async () => {
    const shown = await desk.ask("/api/read", read);
    if (shown.code === "") released.push(shown.json.leaf.index);
    return shown;
  };
  findings.that("a read before the disk is full", (await reads()).code === "");
  const other = await Desk.unlocked(deployment, "chief");
  findings.that("a colleague's read before the disk is full", (await other.ask("/api/read", read)).code === "");
  await disk.fill();
  let last = await reads();
  for (let tries = 0; last.code === "" && tries < 3_000; tries++) last = await reads();
  findings.refused("a read for whose leaf there is no room", last, "storage-full");
  const reply = { case: read.case, type: "acknowledgement", status: "acknowledged", text: "Thank you.", look_again: "2099-01-01" };
  findings.refused("an answer for which there is no room", await other.ask("/api/reply", reply), "storage-full");
  await disk.empty();
  const again = await reads();
  findings.that(`the same desk reads once there is room: ${again.code}`, again.code === "");
  await answer(deployment, "clerk", cases[0].case, "Thank you.");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await run(deployment.program("vault"), ["export-log", deployment.path("stores"), deployment.path("log.ppl")]);
  const notes = (...parts) => deployment.path("office", "deployment", ...parts);
  const verified = await run(deployment.program("audit"), ["verify", "--root", notes("root.note"), "--roster", notes("rosters", "1.note"), deployment.path("log.ppl")]);
  const entries = Number(/(\d+) entries verified/.exec(verified)[1]);
  findings.that(`${released.length} releases, the last at ${released.at(-1)}, on a log of ${entries} entries`, released.every((index) => index < entries));
}

let disk;
try {
  await refuseSickStarts(findings, deployment);
  disk = await SmallDisk.under(deployment.path("stores"), 24);
  for (const [name, other] of [["intake", "reviewer"], ["reviewer", "intake"]]) {
    await deployment.start(name);
    await refuseSecond(findings, deployment, name, other);
    await deployment.stop(name);
  }
  await deployment.start("intake");
  await deployment.start("reviewer");
  await report(deployment, "first", "A text.");
  await arrived(deployment, "clerk", 1);
  await refuseDeskKeys(findings, deployment);
  await fullAtIntake(disk);
  await fullAtReviewer(disk);
  await deployment.stopAll();
  disk.readOnly(true);
  await refuseReadOnly(findings, deployment);
  disk.readOnly(false);
  await deployment.start("intake");
  await deployment.start("reviewer");
  for (const name of ["first", "many", "large"]) findings.that(`${name} is held to the end`, /No answer yet|Thank you/.test(await status(deployment, name)));
  await deployment.stopAll();
  const checked = await run(deployment.program("vault"), ["status", deployment.path("stores"), "--check"]);
  findings.that(`every page of every store is whole: ${checked}`, !checked.includes("DAMAGED"));
  findings.end("a sick disk, a wrong key and a port in use are said plainly, and nothing is lost");
} catch (error) {
  throw findings.joinedTo(error, deployment);
} finally {
  await deployment.stopAll();
  disk?.end();
  await deployment.remove();
}
