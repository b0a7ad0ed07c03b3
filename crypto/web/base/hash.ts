// L, H and KDF of crypto/SPEC.md, "Notation".

import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { type Bytes, concat, u8, utf8 } from "./bytes.js";
import { sha256 } from "./sha256.js";

export type Label = `parapet/1/${string}`;

const none = new Uint8Array(0);

export function labelled(label: Label, d: Uint8Array = none): Bytes {
  const name = utf8(label);
  return concat(u8(name.length), name, d);
}

export function labelledHash(label: Label, d: Uint8Array): Bytes {
  return sha256(labelled(label, d));
}

export function kdf(key: Uint8Array, label: Label, info: Uint8Array = none): Bytes {
  return hkdf(nobleSha256, key, none, labelled(label, info), 32) as Bytes;
}

export function kdfSalted(key: Uint8Array, salt: Uint8Array, label: Label): Bytes {
  return hkdf(nobleSha256, key, salt, labelled(label), 32) as Bytes;
}

export function hmacSha256(key: Uint8Array, d: Uint8Array): Bytes {
  return hmac(nobleSha256, key, d) as Bytes;
}
