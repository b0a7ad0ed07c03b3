// Who can open an envelope: wraps, and their digests that stand for them in what was signed
// (crypto/SPEC.md section 5). Nothing here opens a wrap.

import { type Bytes, compare, concat, equal, u16 } from "../base/bytes.js";
import { labelledHash } from "../base/hash.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";

export const wrapBlobSize = 1168;
export const shareBlobSize = 1169; // of an identity: a share is an octet longer than a DEK
export const mostWraps = 64;

export interface Wrap {
  rid: Bytes;
  blob: Bytes;
}

export interface Wrapset {
  env: Bytes;
  wraps: Wrap[];
}

export interface Digests {
  env: Bytes;
  entries: { rid: Bytes; hash: Bytes }[];
}

function takeEntries<T extends { rid: Bytes }>(r: Reader, least: number, takeOne: () => T): T[] {
  const n = r.takeU16();
  if (n < least || n > mostWraps) refuse("malformed");
  const out: T[] = [];
  for (let i = 0; i < n; i++) {
    const one = takeOne();
    const before = out.at(-1);
    if (before !== undefined && compare(before.rid, one.rid) >= 0) refuse("not-canonical");
    out.push(one);
  }
  r.finish();
  return out;
}

function parseWraps(bytes: Bytes, least: number, blobSize: number): Wrapset {
  const r = new Reader(bytes);
  const env = r.take(32);
  const wraps = takeEntries(r, least, () => {
    const rid = r.take(16);
    if (r.takeU16() !== blobSize) refuse("malformed");
    return { rid, blob: r.take(blobSize) };
  });
  return { env, wraps };
}

export function parseWrapset(bytes: Bytes): Wrapset {
  return parseWraps(bytes, 1, wrapBlobSize);
}

// Of an identity; empty where every custodian is kept out.
export function parseShareWrapset(bytes: Bytes): Wrapset {
  return parseWraps(bytes, 0, shareBlobSize);
}

export function encodeWrapset(set: Wrapset): Bytes {
  return concat(set.env, u16(set.wraps.length), ...set.wraps.flatMap((wrap) => [wrap.rid, u16(wrap.blob.length), wrap.blob]));
}

// `least` entries: 0 only for the shares of an identity.
export function parseDigests(bytes: Bytes, least = 1): Digests {
  const r = new Reader(bytes);
  const env = r.take(32);
  return { env, entries: takeEntries(r, least, () => ({ rid: r.take(16), hash: r.take(32) })) };
}

export function encodeDigests(digests: Digests): Bytes {
  return concat(digests.env, u16(digests.entries.length), ...digests.entries.flatMap((entry) => [entry.rid, entry.hash]));
}

export function wrapDigest(blob: Bytes): Bytes {
  return labelledHash("parapet/1/wrap-blob", blob);
}

export function digestsOf(set: Wrapset): Digests {
  return { env: set.env, entries: set.wraps.map((wrap) => ({ rid: wrap.rid, hash: wrapDigest(wrap.blob) })) };
}

export function wrapsHash(digests: Digests): Bytes {
  return labelledHash("parapet/1/wraps", encodeDigests(digests));
}

export function findWrap(set: Wrapset, rid: Bytes): Wrap | undefined {
  return set.wraps.find((wrap) => equal(wrap.rid, rid));
}

// `wraps-hash` when the blob is not the one that was digested under its rid.
export function checkContains(digests: Digests, wrap: Wrap): void {
  const entry = digests.entries.find((one) => equal(one.rid, wrap.rid));
  if (entry === undefined || !equal(entry.hash, wrapDigest(wrap.blob))) refuse("wraps-hash");
}
