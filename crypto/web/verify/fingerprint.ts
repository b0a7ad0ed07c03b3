// Forty digits that two people can compare: group i = u32(h[4i..4i+4]) mod 100 000; eight groups of five.

import { type Bytes, utf8 } from "../base/bytes.js";
import { type Label, labelledHash } from "../base/hash.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";

export function fingerprintOf(hash: Bytes): string {
  const r = new Reader(hash);
  return Array.from({ length: 8 }, () => String(r.takeU32() % 100_000).padStart(5, "0")).join(" ");
}

export function textFingerprint(label: Label, text: string): string {
  return fingerprintOf(labelledHash(label, utf8(text)));
}

// As somebody typed it; `malformed` unless eight groups of five digits, one space between them.
export function parseFingerprint(text: string): string {
  return /^\d{5}( \d{5}){7}$/.test(text) ? text : refuse("malformed");
}
