#!/usr/bin/env node
// Leaf, wrap, core, roster and checkpoint changed on their way or where they lie, between the real programs: desk,
// parapet-report, parapet-audit and the services refuse each by name, show nothing of it, and go on when it is over.

import { randomBytes } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { Deployment } from "../deployment/deployment.mjs";
import { Program, run } from "../deployment/program.mjs";
import { answer, arrived, report } from "../deployment/round_trip.mjs";
import { Desk } from "./desk.mjs";
import { Findings } from "./findings.mjs";
import { TamperingProxy, flipped, misspelt, otherDigit } from "./tampering_proxy.mjs";
import { recordType as type, readBundle, u32, u64, writeBundle } from "./wire.mjs";

const findings = new Findings();
const deployment = await Deployment.create({ pages: false });
const notes = (...parts) => deployment.path("office", "deployment", ...parts);

function inCase(change) {
  return (octets) => {
    const page = JSON.parse(octets.toString());
    change(page.cases[0]);
    return Buffer.from(JSON.stringify(page));
  };
}

function inLeaf(before, after) {
  return inCase((row) => {
    const leaf = Buffer.from(row.received[0].leaf, "base64");
    row.received[0].leaf = misspelt(leaf, before, after).toString("base64");
  });
}

// Between the reviewer service and a desk.
async function tamperedOnTheWayToTheDesk() {
  const proxy = await TamperingProxy.before(deployment.origins.reviewer);
  const desk = await Desk.unlocked(deployment, "clerk", proxy.origin);
  const caseId = (await desk.ask("/api/inbox", {})).json.cases[0].case;
  const read = { case: caseId, purpose: "assess", no_conflict: true };
  // What the desk says of its only case, or of the whole inbox; and of a read, or of its first message.
  const inbox = async () => {
    const { code, json } = await desk.ask("/api/inbox", {});
    return { code: code || json.cases[0].fault || "" };
  };
  const opened = async () => {
    const { code, json } = await desk.ask("/api/read", read);
    const [message] = code === "" ? json.messages : [{}];
    findings.that("a message with a fault carries no content", message.fault === undefined || message.answers === undefined);
    return { code: code || message.fault || "", json };
  };
  const lies = [
    ["a leaf", () => proxy.record("/api/inbox", type.json, inLeaf(/time 2/, "time 3")), inbox, "bad-signature"],
    ["the object of a leaf", () => proxy.record("/api/inbox", type.json, inLeaf(/object ./, otherDigit)), inbox, "bad-signature"],
    ["a proof of the inbox", () => proxy.record("/api/inbox", type.json, inCase((row) => (row.received[0].index += 1))), inbox, "bad-proof"],
    ["a tag key", () => proxy.record("/api/inbox", type.json, inCase((row) => (row.tag_key = "0".repeat(64)))), inbox, "wrong-tag"],
    ["a checkpoint", () => proxy.record("/api/inbox", type.checkpoint, (octets) => misspelt(octets, /\n(\d+)\n/, "\n9$1\n")), inbox, "bad-signature"],
    ["a checkpoint's signer", () => proxy.record("/api/inbox", type.checkpoint, (octets) => Buffer.from(octets.toString().replace(/— \S+/, "— somebody"))), inbox, "unknown-signer"],
    ["a roster", () => proxy.answering("/api/deployment", (octets) => misspelt(octets, /Case officer/, "Case offices")), inbox, "bad-signature"],
    ["a root", () => proxy.answering("/api/deployment", (octets) => misspelt(octets, /version 1/, "version 2")), inbox, "wrong-fingerprint"],
    ["the proof of a read", () => proxy.record("/api/read", type.inclusion, (octets) => flipped(octets, -1)), opened, "bad-proof"],
    ["the checkpoint of a read", () => proxy.record("/api/read", type.checkpoint, (octets) => misspelt(octets, /\n(\d+)\n/, "\n9$1\n")), opened, "bad-signature"],
    ["a core", () => proxy.record("/api/read", type.core, (octets) => flipped(octets, -1)), opened, "wrong-tag"],
    ["a core's header", () => proxy.record("/api/read", type.core, (octets) => flipped(octets, 100)), opened, "wrong-tag"],
    ["a wrap", () => proxy.record("/api/read", type.wrapset, (octets) => flipped(octets, -1)), opened, "wraps-hash"],
    ["the digests", () => proxy.record("/api/read", type.digests, (octets) => flipped(octets, -1)), opened, "wraps-hash"],
    ["a reporter's note", () => proxy.record("/api/read", type.note, (octets) => misspelt(octets, /object ./, otherDigit)), opened, "bad-signature"],
  ];
  for (const [what, lie, look, ...codes] of lies) {
    lie();
    findings.refused(`the desk, ${what}`, await look(), ...codes);
    proxy.honest();
    findings.refused(`the desk, after ${what}, honestly`, await look(), "");
  }
  const { json } = await opened();
  const file = { case: caseId, env: json.messages[0].attachments[0].env };
  proxy.answering("/api/object", (octets) => flipped(octets, -1));
  findings.refused("the desk, an attachment on its way", await desk.ask("/api/attachment", file), "core-hash");
  await proxy.end();
  return { desk: await Desk.unlocked(deployment, "chief"), file, read };
}

// A piece as it lies in the reviewer's reach: one octet of the file of a large attachment.
async function tamperedWhereItLies({ desk, file, read }) {
  await desk.ask("/api/read", read);
  const folder = deployment.path("stores", "intake", "pieces");
  const [name] = (await readdir(folder)).filter((one) => /^[0-9a-f]{32}$/.test(one));
  const good = await readFile(`${folder}/${name}`);
  await writeFile(`${folder}/${name}`, flipped(good, good.length >> 1));
  findings.refused("the desk, an attachment changed where it lies", await desk.ask("/api/attachment", file), "core-hash");
  await writeFile(`${folder}/${name}`, good);

  const roster = await readFile(notes("rosters", "1.note"));
  await deployment.stop("reviewer");
  await writeFile(notes("rosters", "1.note"), misspelt(roster, /Case officer/, "Case offices"));
  for (const name of ["reviewer", "intake"]) {
    await deployment.stop(name);
    const program = new Program(deployment.program(name), ["--config", deployment.path(`${name}.toml`)]);
    const { code } = await program.ended;
    findings.that(`${name} with a changed roster: exit ${code}, ${program.said.trim()}`, code === 1 && /: bad-signature: the notes in the folder `deployment`/.test(program.said));
  }
  await writeFile(notes("rosters", "1.note"), roster);
  await deployment.start("intake");
  await deployment.start("reviewer");
}

// Between a reporter's client and intake.
async function tamperedOnTheWayToTheReporter() {
  const proxy = await TamperingProxy.before(deployment.origins.intake);
  const fingerprint = ["--fingerprint", await deployment.fingerprint()];
  const to = ["--to", proxy.origin];
  const words = async (...args) => run(deployment.program("report"), [...args, ...to]).catch((error) => error.message);
  const status = () => words("status", ...fingerprint, "--receipt-file", deployment.path("case.code"));
  const seal = () => words("seal", deployment.path("case.txt"), deployment.path("never.ppb"), ...fingerprint, "--receipt-out", deployment.path("never.code"));
  const [core, blob] = [16 + 4, 16 + 4 + 112 + 16_384 + 16];
  const lies = [
    ["a reply's core", () => proxy.answering("/api/mailbox", (octets) => flipped(octets, core + 200)), status, /not shown \(reason: decrypt\)/],
    ["a reply's header", () => proxy.answering("/api/mailbox", (octets) => flipped(octets, core + 100)), status, /not shown \(reason: (wraps-hash|commitment)\)/],
    ["a reply's wrap", () => proxy.answering("/api/mailbox", (octets) => flipped(octets, blob + 10)), status, /not shown \(reason: (wraps-hash|not-a-recipient|decrypt)\)/],
    ["a reply's digests", () => proxy.answering("/api/mailbox", (octets) => flipped(octets, blob + 1_168 + 3)), status, /not shown \(reason: wraps-hash\)/],
    ["a mailbox page cut short", () => proxy.answering("/api/mailbox", (octets) => octets.subarray(0, -1)), status, /\(truncated\)/],
    ["a roster before a mailbox", () => proxy.answering("/api/deployment", (octets) => misspelt(octets, /Case officer/, "Case offices")), status, /\(bad-signature\)/],
    ["a roster before sealing", () => proxy.answering("/api/deployment", (octets) => misspelt(octets, /Case officer/, "Case offices")), seal, /\(bad-signature\)/],
    ["a root before sealing", () => proxy.answering("/api/deployment", (octets) => misspelt(octets, /version 1/, "version 2")), seal, /somebody else answers here: write nothing/],
  ];
  for (const [what, lie, act, said] of lies) {
    lie();
    const told = await act();
    findings.that(`parapet-report, ${what}: ${told}`, said.test(told) && !told.includes("We have read"));
    proxy.honest();
  }
  findings.that("the honest answer is shown", (await status()).includes("We have read your report."));

  const file = deployment.path("piece.bin");
  await writeFile(file, randomBytes(200_000));
  const to_seal = [deployment.path("case.txt"), deployment.path("way.ppb"), ...fingerprint, "--receipt-out", deployment.path("way.code")];
  await words("seal", ...to_seal, "--attach", file);
  const sent = () => words("send", deployment.path("way.ppb"));
  proxy.asking("/api/submit", (octets) => flipped(octets, -1));
  findings.that(`a wrap or core changed on its way to intake: ${await sent()}`, /\((core-hash|wraps-hash|incomplete|bad-signature|not-found)\)/.test(await sent()));
  proxy.asking("/api/upload/begin", (octets) => flipped(octets, -10));
  const begun = await sent();
  findings.that(`a note changed on its way to intake: ${begun}`, /\((bad-signature|malformed|not-canonical)\)/.test(begun));
  proxy.honest();
  findings.that("the same file honestly", /It arrived/.test(await sent()));
  await proxy.end();
}

// The log as an auditor gets it.
async function tamperedLog() {
  const log = deployment.path("log.ppl");
  await run(deployment.program("vault"), ["export-log", deployment.path("stores"), log]);
  const octets = await readFile(log);
  const leaves = [];
  let at = 12;
  for (let n = Number(octets.readBigUInt64BE(4)); n > 0; n--) {
    const length = octets.readUInt32BE(at);
    leaves.push(octets.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  const checkpoint = octets.subarray(at + 4);
  const file = (all, head = checkpoint) => Buffer.concat([Buffer.from("PPL1"), u64(all.length), ...[...all, head].flatMap((one) => [u32(one.length), one])]);
  const audit = async (bytes, roster = notes("rosters", "1.note")) => {
    await writeFile(deployment.path("audited.ppl"), bytes);
    const verify = ["verify", "--root", notes("root.note"), "--roster", roster, deployment.path("audited.ppl")];
    return run(deployment.program("audit"), verify).catch((error) => error.message);
  };
  const with_ = (place, leaf) => leaves.map((one, i) => (i === place ? leaf : one));
  const read = leaves.findIndex((leaf) => leaf.includes("event read"));
  const badRoster = deployment.path("bad-roster.note");
  await writeFile(badRoster, misspelt(await readFile(notes("rosters", "1.note")), /Case officer/, "Case offices"));
  const lies = [
    ["as it is", await audit(file(leaves)), new RegExp(`^ *[^]*${leaves.length} entries verified`)],
    ["a read under another purpose", await audit(file(with_(read, misspelt(leaves[read], /purpose \w+/, "purpose review")))), new RegExp(`entry ${read}: bad-signature`)],
    ["an entry twice", await audit(file([...leaves.slice(0, read + 1), ...leaves.slice(read)])), new RegExp(`entry ${read + 1}: duplicate`)],
    ["the last entry left out", await audit(file(leaves.slice(0, -1))), /checkpoint: bad-proof/],
    ["another checkpoint", await audit(file(leaves, misspelt(checkpoint, /\n(\d+)\n/, "\n9$1\n"))), /checkpoint: bad-signature/],
    ["another roster", await audit(file(leaves), badRoster), /roster: bad-signature/],
  ];
  for (const [what, told, expected] of lies) findings.that(`parapet-audit, ${what}: ${told}`, expected.test(told));
}

try {
  await deployment.start("intake");
  await deployment.start("reviewer");
  const evidence = deployment.path("evidence.bin");
  await writeFile(evidence, randomBytes(300_000));
  await report(deployment, "case", "A text.", [evidence]);
  const { cases } = await arrived(deployment, "clerk", 1);
  await tamperedWhereItLies(await tamperedOnTheWayToTheDesk());
  await answer(deployment, "clerk", cases[0].case, "Thank you. We have read your report.");
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await tamperedOnTheWayToTheReporter();
  await tamperedLog();
  findings.end("leaf, wrap, core, roster and checkpoint are refused by name wherever they are changed");
} catch (error) {
  throw findings.joinedTo(error, deployment);
} finally {
  await deployment.remove();
}
