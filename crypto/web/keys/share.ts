// One custodian's share of an identity's key (crypto/SPEC.md section 12): a point of a polynomial over the
// scalar field of ristretto255, whose value at 0 is the secret.

import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE } from "@noble/curves/utils.js";
import { type Bytes, concat, u8 } from "../base/bytes.js";
import { kdf, labelledHash } from "../base/hash.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { wrapContext } from "./dek.js";

export const field = ed25519.Point.Fn; // ristretto255 has the same scalars

// S_i = u8(i) || y_i, little-endian and reduced.
export interface Share {
  index: number;
  y: bigint;
}

export function encodeShare({ index, y }: Share): Bytes {
  return concat(u8(index), field.toBytes(y));
}

// `bad-share` for index 0, which would be the secret itself; `not-canonical` for a y that is not reduced.
export function parseShare(bytes: Bytes): Share {
  const r = new Reader(bytes);
  const index = r.takeU8();
  const y = bytesToNumberLE(r.take(32));
  r.finish();
  if (index === 0) refuse("bad-share");
  if (y >= field.ORDER) refuse("not-canonical");
  return { index, y };
}

// Of 64 uniform octets.
export function reduce(wide: Bytes): bigint {
  return field.create(bytesToNumberLE(wide));
}

export function shareHash(env: Bytes, share: Share): Bytes {
  return labelledHash("parapet/1/share", concat(env, encodeShare(share)));
}

export function escrowDek(secret: bigint): Bytes {
  return kdf(field.toBytes(secret), "parapet/1/escrow");
}

export function shareContext(env: Bytes, rid: Bytes, index: number): Bytes {
  return concat(wrapContext(env, rid), u8(index));
}

export function shareKey(sharedSecret: Bytes, context: Bytes): Bytes {
  return kdf(sharedSecret, "parapet/1/share-wrap", context);
}
