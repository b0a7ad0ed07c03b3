// An X-Wing key pair: X25519 and ML-KEM-768 together.

import { ml_kem768_x25519 as xwing } from "@noble/post-quantum/hybrid.js";
import type { Bytes } from "../base/bytes.js";
import type { Random } from "../base/random.js";
import { refuse } from "../base/refusal.js";
import { ridOf } from "../verify/ed25519.js";

export interface SealKeyPair {
  publicKey: Bytes;
  secretKey: Bytes;
  rid: Bytes;
}

export const kemCiphertextSize = 1120;

export function sealKeyPair(seed: Bytes): SealKeyPair {
  const { publicKey, secretKey } = xwing.keygen(seed);
  return { publicKey: publicKey as Bytes, secretKey: secretKey as Bytes, rid: ridOf(publicKey as Bytes) };
}

export function encapsulate(to: Bytes, random: Random): { ciphertext: Bytes; secret: Bytes } {
  try {
    const { cipherText, sharedSecret } = xwing.encapsulate(to, random(64));
    return { ciphertext: cipherText as Bytes, secret: sharedSecret as Bytes };
  } catch {
    return refuse("bad-key");
  }
}

// A ciphertext for another key gives another secret: what is opened with it tells.
export function decapsulate(ciphertext: Bytes, mine: SealKeyPair): Bytes {
  try {
    return xwing.decapsulate(ciphertext, mine.secretKey) as Bytes;
  } catch {
    return refuse("decrypt");
  }
}
