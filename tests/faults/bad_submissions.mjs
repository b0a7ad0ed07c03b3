// Submissions that intake must refuse, each by its own code. A sealed report is changed in one place; where a
// signature would give the change away before its turn, the whole is announced and signed anew.

import { randomBytes } from "node:crypto";
import { ask, readBundle, recordType, u32, writeBundle } from "./wire.mjs";

function flipped(bytes, at) {
  const out = Buffer.from(bytes);
  out[at < 0 ? out.length + at : at] ^= 1;
  return out;
}

function withRecord(bundle, type, change) {
  return writeBundle(readBundle(bundle).map((record) => (record.type === type ? { type, bytes: change(record.bytes) } : record)));
}

// [what, octets, code]
function damaged(bundle) {
  const [note, core, wrapset, ...identity] = readBundle(bundle);
  const swapLetter = (bytes) => Buffer.from(bytes.toString().replace(/^object ./m, (found) => `object ${found.endsWith("0") ? "1" : "0"}`));
  return [
    ["no octets", Buffer.alloc(0), "unknown-version"],
    ["octets of another program", Buffer.concat([Buffer.from("PK\x03\x04"), randomBytes(4_000)]), "unknown-version"],
    ["a bundle of another version", Buffer.concat([Buffer.from("PPB2"), bundle.subarray(4)]), "unknown-version"],
    ["half a bundle", bundle.subarray(0, bundle.length >> 1), "truncated"],
    ["a bundle less its last octet", bundle.subarray(0, -1), "truncated"],
    ["a bundle and one octet more", Buffer.concat([bundle, Buffer.alloc(1)]), "trailing-bytes"],
    ["more records than there may be", Buffer.concat([Buffer.from("PPB1"), u32(4_097)]), "too-large"],
    ["more octets than there may be", Buffer.alloc(2 * 1024 * 1024 + 1), "too-large"],
    ["a record of a type that is none", writeBundle([note, core, { type: 99, bytes: wrapset.bytes }, ...identity]), "malformed"],
    ["records in another order", writeBundle([note, wrapset, core, ...identity]), "malformed"],
    ["the note at the end", writeBundle([core, wrapset, ...identity, note]), "malformed"],
    ["a record twice", writeBundle([note, core, core, wrapset, ...identity]), "malformed"],
    ["a record too many", writeBundle([note, core, wrapset, wrapset, ...identity]), "malformed"],
    ["no wraps", writeBundle([note, core, ...identity]), "malformed"],
    ["a letter of the note changed", withRecord(bundle, recordType.note, swapLetter), "bad-signature"],
    ["an octet of a chunk changed", withRecord(bundle, recordType.core, (bytes) => flipped(bytes, -1)), "core-hash"],
    ["an octet of a wrap changed", withRecord(bundle, recordType.wrapset, (bytes) => flipped(bytes, -1)), "wraps-hash"],
  ];
}

// [what, change, code]: signed again after the change
function forged(members) {
  const header = (at, octets) => ({ cores }) => Buffer.from(octets).copy(cores[0].bytes, at);
  const headers = (at, octets) => ({ cores }) => cores.forEach(({ bytes }) => octets.copy(bytes, at));
  return [
    ["an envelope of another suite", header(0, Buffer.from("PPE2")), "unknown-version"],
    ["octets where zeros must be", header(6, [0, 1]), "bad-header"],
    ["a kind that is none", header(4, [9]), "bad-header"],
    ["an office reply from a reporter", header(4, [3, 2]), "bad-header"],
    ["a report with a number", header(40, u32(1)), "bad-header"],
    ["an envelope of another deployment", header(8, randomBytes(16)), "wrong-deployment"],
    ["a note of another deployment", ({ lines }) => (lines.deployment = randomBytes(16).toString("hex")), "wrong-deployment"],
    ["an envelope of another case", header(24, randomBytes(16)), "wrong-case"],
    ["a note of another case", ({ lines }) => (lines.case = lines.name = randomBytes(16).toString("hex")), "wrong-case"],
    ["a roster nobody knows", headers(48, randomBytes(32)), "unknown-roster"],
    ["a length that padding cannot give", ({ cores }) => (cores[0].bytes = cores[0].bytes.subarray(0, -1)), "bad-length"],
    ["a last chunk cut to its tag", ({ cores }) => (cores[0].bytes = cores[0].bytes.subarray(0, 112 + 16)), "bad-length"],
    ["an object announced twice", ({ lines }) => (lines.objects = (all) => [...all, ...all]), "malformed"],
    ["no object announced", ({ lines }) => (lines.objects = () => []), "malformed"],
    ["a message before any report", ({ cores }) => { cores[0].bytes[4] = 2; headers(40, u32(1))({ cores }); }, "out-of-order"],
    ["an identity wrapped for a reader", ({ wrapsets }) => wrapsets[0].bytes.copy(wrapsets[1].bytes, 34, 34, 50), "not-a-recipient", "not-canonical"],
    ["recipients in another order", ({ wrapsets }) => reverse(wrapsets[0]), "not-canonical"],
    ["wraps for nobody of the office", ({ wrapsets }) => keepOfReporter(wrapsets[0], members), "not-a-recipient"],
  ];
}

const entry = 16 + 2 + 1168;

function entries(wrapset) {
  return Array.from({ length: wrapset.bytes.readUInt16BE(32) }, (_, i) => wrapset.bytes.subarray(34 + i * entry, 34 + (i + 1) * entry));
}

function reverse(wrapset) {
  wrapset.bytes = Buffer.concat([wrapset.bytes.subarray(0, 34), ...entries(wrapset).reverse()]);
}

function keepOfReporter(wrapset, members) {
  const own = entries(wrapset).filter((one) => !members.has(one.subarray(0, 16).toString("hex")));
  const count = Buffer.alloc(2);
  count.writeUInt16BE(own.length);
  wrapset.bytes = Buffer.concat([wrapset.bytes.subarray(0, 32), count, ...own]);
}

// members: the rids of the office's members, in hex.
export async function refuseBadSubmissions(findings, intake, reporter, bundle, members) {
  for (const [what, octets, ...codes] of damaged(bundle)) findings.refused(what, await ask(intake, "/api/submit", octets), ...codes);
  for (const [what, change, ...codes] of forged(members))
    findings.refused(what, await ask(intake, "/api/submit", reporter.resealed(bundle, change)), ...codes);
}
