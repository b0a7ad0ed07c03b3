// Ed25519, strict: the same signatures are accepted here and in C++ (crypto/SPEC.md section 1).
//
// noble with zip215:false refuses S out of range and non-canonical A and R, and checks the equation
// multiplied by the cofactor; libsodium checks encode(S·B − h·A) = R byte for byte and refuses small order.
// So both are asked here: first noble's own rules, then libsodium's.

import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE } from "@noble/curves/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { type Bytes, concat, equal } from "../base/bytes.js";
import { type Label, labelled, labelledHash } from "../base/hash.js";
import { refuse } from "../base/refusal.js";

const { Point } = ed25519;
const order = Point.Fn.ORDER;

function point(bytes: Bytes): InstanceType<typeof Point> | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return undefined;
  }
}

export function verifyEd25519(key: Bytes, message: Bytes, signature: Bytes): boolean {
  if (key.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32);
  const s = bytesToNumberLE(signature.subarray(32));
  if (s >= order) return false;
  const a = point(key);
  const rPoint = point(r);
  if (a === undefined || rPoint === undefined || a.isSmallOrder() || rPoint.isSmallOrder()) return false;
  const h = bytesToNumberLE(sha512(concat(r, key, message))) % order;
  const left = s === 0n ? Point.ZERO : Point.BASE.multiplyUnsafe(s);
  const right = h === 0n ? Point.ZERO : a.multiplyUnsafe(h);
  return equal(left.subtract(right).toBytes(), r);
}

export function verifyLabelled(key: Bytes, label: Label, message: Bytes, signature: Bytes): boolean {
  return verifyEd25519(key, labelled(label, message), signature);
}

// `bad-key` unless the key is a canonical point of the prime-order group. Asked of every enrolled key.
export function checkEnrolledKey(key: Bytes): void {
  const p = point(key);
  if (p === undefined || p.isSmallOrder() || !p.isTorsionFree()) refuse("bad-key");
}

export function caseIdOf(signKey: Bytes): Bytes {
  return labelledHash("parapet/1/mailbox", signKey).slice(0, 16);
}

export function ridOf(sealKey: Bytes): Bytes {
  return labelledHash("parapet/1/rid", sealKey).slice(0, 16);
}

// The actor of the service's own events.
export function serviceActor(serviceKey: Bytes): Bytes {
  return ridOf(serviceKey);
}
