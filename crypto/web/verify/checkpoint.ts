// A checkpoint: the log's signed word for its size and root (C2SP tlog-checkpoint, no extension lines).

import { type Bytes, toBase64 } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { leafHash } from "./merkle.js";
import { UnverifiedNote } from "./note.js";
import { parseNumber, valueFromBase64 } from "./note_text.js";
import { type ConsistencyProof, type InclusionProof, verifyConsistency, verifyInclusion } from "./proof.js";
import { isSignerName, type VerifierKey } from "./vkey.js";

export interface CheckpointLines {
  origin: string; // the name in the log's vkey
  size: number;
  root: Bytes;
}

// Signed by the log.
export interface Checkpoint extends CheckpointLines {
  note: Bytes;
}

export function parseCheckpointLines(text: string): CheckpointLines {
  const lines = text.split("\n");
  if (lines.length !== 4 || lines[3] !== "") refuse("malformed");
  const [origin = "", size = "", root = ""] = lines;
  if (!isSignerName(origin)) refuse("malformed");
  return { origin, size: parseNumber(size), root: valueFromBase64(root, 32) };
}

export function printCheckpointLines({ origin, size, root }: CheckpointLines): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

// Lines of witnesses are passed over.
export function openCheckpoint(bytes: Bytes, log: VerifierKey): Checkpoint {
  const note = UnverifiedNote.parse(bytes);
  const lines = parseCheckpointLines(note.text);
  if (lines.origin !== log.name) refuse("wrong-origin");
  note.check([log]);
  return { ...lines, note: bytes };
}

// `bad-proof` unless this proof, of this very tree, leads from the leaf to the root.
export function checkIncluded(checkpoint: Checkpoint, leaf: Bytes, proof: InclusionProof): void {
  if (proof.size !== BigInt(checkpoint.size)) refuse("bad-proof");
  verifyInclusion(proof, leafHash(leaf), checkpoint.root);
}

// A state of the log that somebody verified before.
export interface Seen {
  size: number;
  root: Bytes;
}

// `forked` unless the proof shows that the tree seen before only grew into this one.
export function checkExtends(checkpoint: Checkpoint, seen: Seen, proof: ConsistencyProof): void {
  if (proof.oldSize !== BigInt(seen.size) || proof.newSize !== BigInt(checkpoint.size)) refuse("forked");
  verifyConsistency(proof, seen.root, checkpoint.root);
}
