// ChaCha20-Poly1305 (IETF).

import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import type { Bytes } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";

export const aeadTag = 16;

export function aeadSeal(key: Bytes, nonce: Bytes, ad: Bytes, plain: Bytes): Bytes {
  return chacha20poly1305(key, nonce, ad).encrypt(plain) as Bytes;
}

export function aeadOpen(key: Bytes, nonce: Bytes, ad: Bytes, sealed: Bytes): Bytes {
  try {
    return chacha20poly1305(key, nonce, ad).decrypt(sealed) as Bytes;
  } catch {
    return refuse("decrypt");
  }
}
