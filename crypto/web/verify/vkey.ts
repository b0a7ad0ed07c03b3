// The public half of somebody who signs notes, and how it is written down (C2SP signed-note).

import { type Bytes, concat, equal, fromBase64, fromHex, toBase64, toHex, u8, utf8 } from "../base/bytes.js";
import { sha256 } from "../base/sha256.js";
import { refuse, refusingAs } from "../base/refusal.js";

export interface VerifierKey {
  name: string;
  key: Bytes;
}

const ed25519Type = 1;

export function keyId(name: string, key: Bytes): Bytes {
  return sha256(concat(utf8(name), u8(10), u8(ed25519Type), key)).slice(0, 4);
}

export function isSignerName(name: string): boolean {
  const size = utf8(name).length;
  return size >= 1 && size <= 64 && !/[\u0000-\u001f +]/.test(name);
}

export function parseVkey(text: string): VerifierKey {
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  if (first < 0 || second < 0) refuse("malformed");
  const name = text.slice(0, first);
  if (!isSignerName(name)) refuse("malformed");
  const [id, raw] = refusingAs("malformed", () => [fromHex(text.slice(first + 1, second)), fromBase64(text.slice(second + 1))]);
  if (raw === undefined || id === undefined || raw.length !== 33 || raw[0] !== ed25519Type) refuse("malformed");
  const key = raw.subarray(1);
  if (!equal(keyId(name, key), id)) refuse("malformed");
  return { name, key };
}

export function printVkey(vkey: VerifierKey): string {
  return `${vkey.name}+${toHex(keyId(vkey.name, vkey.key))}+${toBase64(concat(u8(ed25519Type), vkey.key))}`;
}
