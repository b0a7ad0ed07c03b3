// What the office's side must refuse: octets at the reviewer service from whoever finds its address, and JSON at the
// desk from whatever runs on the officer's machine.

import { randomBytes } from "node:crypto";
import { ask, readBundle, recordType, u32, writeBundle } from "./wire.mjs";
import { challengeOf } from "./bad_questions.mjs";

export async function refuseBadOctets(findings, reviewer, stranger) {
  for (const path of ["/api/inbox", "/api/read", "/api/object", "/api/write", "/api/act"]) {
    const refused = async (what, octets, ...codes) => findings.refused(`${path}: ${what}`, await ask(reviewer, path, octets), ...codes);
    await refused("no octets", Buffer.alloc(0), "unknown-version");
    await refused("random octets", randomBytes(4_000), "unknown-version");
    await refused("a cut bundle", Buffer.from("PPB1\x00\x00\x00\x02"), "truncated");
    await refused("more records than there may be", Buffer.concat([Buffer.from("PPB1"), u32(4_097)]), "too-large");
    await refused("more octets than any route takes", Buffer.alloc(2 * 1024 * 1024 + 1), "too-large");
    await refused("a foreign record", writeBundle([{ type: recordType.digests, bytes: randomBytes(40) }]), "malformed");
    const method = await ask(reviewer, path, undefined);
    findings.refused(`${path}: another method`, method, "method-not-allowed");
  }
  findings.refused("a path that is none", await ask(reviewer, "/api/everything", Buffer.alloc(0)), "not-found");
  const body = Buffer.alloc(12);
  const question = async (challenge) => ask(reviewer, "/api/inbox", stranger.question("inbox", challenge, body));
  findings.refused("an inbox for a reporter's key", await question(await challengeOf(reviewer)), "unknown-signer");
  findings.refused("an inbox with a challenge nobody made", await question(randomBytes(64)), "bad-challenge");
  const text = `parapet-audit/1\nevent read\n`;
  const leaf = writeBundle([{ type: recordType.leaf, bytes: Buffer.from(`${text}\n— x AAAAAAA=\n`) }]);
  findings.refused("a read that nobody of the office signed", await ask(reviewer, "/api/read", leaf), "malformed");
}

export async function refuseBadJson(findings, desk, caseId) {
  const read = { case: caseId, purpose: "assess", no_conflict: true };
  const unreadable = [
    ["no octets", Buffer.alloc(0)],
    ["half an object", Buffer.from('{"case":')],
    ["a list", Buffer.from("[]")],
    ["two objects", Buffer.from("{}{}")],
    ["octets that are no text", Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ["a thousand brackets", Buffer.from("[".repeat(1_000))],
    ["a key twice", Buffer.from(`{"case":"${caseId}","case":"${caseId}","purpose":"assess","no_conflict":true}`)],
    ["a key that is none", { ...read, also: 1 }],
    ["a missing key", { case: caseId, no_conflict: true }],
    ["a number for a text", { ...read, purpose: 7 }],
    ["a case that is no case", { ...read, case: "xyz" }],
  ];
  for (const [what, body] of unreadable) findings.refused(`the desk, ${what}`, await desk.ask("/api/read", body), "content-schema");
  findings.refused("the desk, a purpose that is none", await desk.ask("/api/read", { ...read, purpose: "curiosity" }), "malformed");
  findings.refused("the desk, too many octets", await desk.ask("/api/read", Buffer.alloc(5_000, 0x20)), "too-large");
  findings.refused("the desk, without the declaration", await desk.ask("/api/read", { ...read, no_conflict: false }), "forbidden");
  findings.refused("the desk, a case nobody sent", await desk.ask("/api/read", { ...read, case: "0".repeat(32) }), "not-found");
  findings.refused("the desk, another page's token", await desk.ask("/api/read", read, { token: "0".repeat(64) }), "forbidden");
  const shown = await desk.ask("/api/read", read);
  findings.that(`an honest read is released: ${shown.code}`, shown.code === "");
  return shown.json;
}

export function ridsOf(rosterText) {
  return new Set([...rosterText.matchAll(/^member \S+ (\S+) /gm)].map(([, rid]) => rid));
}

export function notesOf(deploymentBundle) {
  return readBundle(deploymentBundle).map(({ bytes }) => bytes.toString());
}
