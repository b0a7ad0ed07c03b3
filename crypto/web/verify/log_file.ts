// A whole log as a file for the auditor's machine: "PPL1" || u64 n || n × (u32 len || leaf) || u32 len ||
// checkpoint. The form only; who reads it verifies leaves, tree and checkpoint one after the other.

import { type Bytes, concat, u32, u64, utf8 } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { check, refuse } from "../base/refusal.js";
import { mostNote } from "./note.js";

export interface LogFile {
  leaves: Bytes[];
  checkpoint: Bytes;
}

function takeNote(r: Reader): Bytes {
  const size = r.takeU32();
  if (size > mostNote) refuse("too-large");
  return r.take(size);
}

export function parseLogFile(bytes: Bytes): LogFile {
  const r = new Reader(bytes);
  if (!r.takeMagic("PPL1")) refuse("unknown-version");
  const n = r.takeU64();
  const leaves: Bytes[] = [];
  for (let i = 0; i < n; i++) leaves.push(takeNote(r));
  const checkpoint = takeNote(r);
  r.finish();
  return { leaves, checkpoint };
}

export function writeLogFile({ leaves, checkpoint }: LogFile): Bytes {
  const notes = [...leaves, checkpoint];
  check(notes.every((note) => note.length <= mostNote));
  return concat(utf8("PPL1"), u64(leaves.length), ...notes.flatMap((note) => [u32(note.length), note]));
}
