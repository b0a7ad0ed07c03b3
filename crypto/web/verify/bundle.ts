// A bundle: records one after the other, as a file, a request or an answer (crypto/SPEC.md section 7).

import { type Bytes, concat, u32, u64, u8, utf8 } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";

export const RecordType = {
  note: 1, core: 2, wrapset: 3, upload: 4, digests: 5, checkpoint: 6, inclusion: 7, leaf: 8, consistency: 9, body: 10,
  tagKey: 11, day: 12, json: 13, puzzle: 14,
} as const;
export type RecordType = (typeof RecordType)[keyof typeof RecordType];

export interface BundleRecord {
  type: RecordType;
  bytes: Bytes;
}

const mostRecords = 4096;

export function parseBundle(bytes: Bytes): BundleRecord[] {
  const r = new Reader(bytes);
  if (!r.takeMagic("PPB1")) refuse("unknown-version");
  const n = r.takeU32();
  if (n > mostRecords) refuse("too-large");
  const out: BundleRecord[] = [];
  for (let i = 0; i < n; i++) {
    const type = r.takeU8();
    if (type < 1 || type > 14) refuse("malformed");
    out.push({ type: type as RecordType, bytes: r.take(r.takeU64()) });
  }
  r.finish();
  return out;
}

export function bundleHead(records: number): Bytes {
  return concat(utf8("PPB1"), u32(records));
}

export function recordHead(type: RecordType, length: number): Bytes {
  return concat(u8(type), u64(length));
}

export function writeBundle(records: readonly BundleRecord[]): Bytes {
  return concat(bundleHead(records.length), ...records.flatMap(({ type, bytes }) => [recordHead(type, bytes.length), bytes]));
}

// What stands in a submission for a core that was sent before.
export interface UploadRef {
  env: Bytes;
  id: Bytes;
}

export function parseUploadRef(bytes: Bytes): UploadRef {
  const r = new Reader(bytes);
  const ref = { env: r.take(32), id: r.take(16) };
  r.finish();
  return ref;
}

// Takes records from the front; another one than asked for is malformed.
export class RecordCursor {
  private at = 0;

  constructor(private readonly records: readonly BundleRecord[]) {}

  nextIs(type: RecordType): boolean {
    return this.records[this.at]?.type === type;
  }

  take(type: RecordType): Bytes {
    const record = this.records[this.at];
    if (record === undefined || record.type !== type) refuse("malformed");
    this.at++;
    return record.bytes;
  }

  finish(): void {
    if (this.at < this.records.length) refuse("malformed");
  }
}
