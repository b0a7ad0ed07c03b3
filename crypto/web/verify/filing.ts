// Proof of filing: what shows a third person, offline and without anyone's help, that a sealed report was on the
// office's log, and by which day (crypto/SPEC.md section 10). It holds no key that opens anything, and no receipt.

import { type Bytes, equal, fromBase64, toBase64 } from "../base/bytes.js";
import { refuse, refusingAs } from "../base/refusal.js";
import { type AuditLeaf, openServiceLeaf } from "./audit_leaf.js";
import { parseBundle, RecordCursor, RecordType, writeBundle } from "./bundle.js";
import { checkIncluded, openCheckpoint } from "./checkpoint.js";
import { coreHash } from "./core_hash.js";
import { headerOfCore } from "./header.js";
import { parseInclusionProof } from "./proof.js";
import type { Root } from "./root.js";
import { checkSubmittedHeader, openSubmit, type SubmitLines } from "./submit.js";
import { caseTag, objectTag, tagKeyHash } from "./tags.js";

const begin = "-----BEGIN PARAPET PROOF OF FILING-----\n";
const end = "-----END PARAPET PROOF OF FILING-----\n";

export interface FilingParts {
  note: Bytes;
  core: Bytes; // of the note's message
  leaf: Bytes;
  proof: Bytes;
  checkpoint: Bytes;
  tagKey: Bytes;
}

export interface Filing {
  sent: SubmitLines; // as the case key signed it
  day: string; // on which, at the latest, all of it lay at the office
  index: number;
  logSize: number;
}

export function parseFiling(bundle: Bytes): FilingParts {
  const cursor = new RecordCursor(parseBundle(bundle));
  const parts = {
    note: cursor.take(RecordType.note),
    core: cursor.take(RecordType.core),
    leaf: cursor.take(RecordType.leaf),
    proof: cursor.take(RecordType.inclusion),
    checkpoint: cursor.take(RecordType.checkpoint),
    tagKey: cursor.take(RecordType.tagKey),
  };
  cursor.finish();
  return parts;
}

export function encodeFiling({ note, core, leaf, proof, checkpoint, tagKey }: FilingParts): Bytes {
  return writeBundle([
    { type: RecordType.note, bytes: note },
    { type: RecordType.core, bytes: core },
    { type: RecordType.leaf, bytes: leaf },
    { type: RecordType.inclusion, bytes: proof },
    { type: RecordType.checkpoint, bytes: checkpoint },
    { type: RecordType.tagKey, bytes: tagKey },
  ]);
}

function checkCore(sent: SubmitLines, core: Bytes): void {
  checkSubmittedHeader(sent, 0, headerOfCore(core));
  const announced = sent.objects[0];
  if (core.length !== announced?.coreLen) refuse("bad-length");
  if (!equal(coreHash(core), announced.coreHash)) refuse("core-hash");
}

function checkTags(leaf: AuditLeaf, sent: SubmitLines, key: Bytes): void {
  if (leaf.event !== "received") refuse("wrong-type");
  if (leaf.tagKey === undefined || !equal(leaf.tagKey, tagKeyHash(key))) refuse("wrong-tag");
  if (leaf.caseTag === undefined || !equal(leaf.caseTag, caseTag(key, sent.caseId))) refuse("wrong-tag");
  const tags = sent.objects.map(({ env, coreHash: hash }) => objectTag(key, env, hash));
  const same = (tag: Bytes, there: Bytes | undefined): boolean => there !== undefined && equal(tag, there);
  if (tags.length !== leaf.objects.length || !tags.every((tag, i) => same(tag, leaf.objects[i]))) refuse("wrong-tag");
}

export function openFiling(parts: FilingParts, root: Root): Filing {
  const sent = openSubmit(parts.note, root.deployment);
  checkCore(sent, parts.core);
  const leaf = openServiceLeaf(parts.leaf, root);
  if (parts.tagKey.length !== 32) refuse("malformed");
  checkTags(leaf, sent, parts.tagKey);
  const checkpoint = openCheckpoint(parts.checkpoint, root.log);
  const proof = parseInclusionProof(parts.proof);
  checkIncluded(checkpoint, parts.leaf, proof);
  return { sent, day: leaf.time, index: Number(proof.index), logSize: checkpoint.size };
}

// The text file that a person saves: an instruction in words, then the bundle between two marks.
export function writeFilingText(instruction: string, bundle: Bytes): string {
  const lines = toBase64(bundle).match(/.{1,76}/g) ?? [];
  return `${instruction}\n\n${begin}${lines.map((line) => `${line}\n`).join("")}${end}`;
}

// Only what stands between the marks counts.
export function readFilingText(file: string): Bytes {
  const kept = file.replaceAll("\r", "");
  const [before, ...inside] = kept.split(begin);
  const [octets, ...after] = (inside[0] ?? "").split(end);
  if (before === undefined || inside.length !== 1 || octets === undefined || after.length !== 1 || before.includes(end)) refuse("malformed");
  return refusingAs("malformed", () => fromBase64(octets.replaceAll("\n", "")));
}
