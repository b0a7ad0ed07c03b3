// A key file: one seed behind a passphrase (crypto/SPEC.md section 9). No page opens one; it is here so that
// both languages agree on the bytes.

import { argon2id } from "@noble/hashes/argon2.js";
import { type Bytes, concat, equal, u32, u8, utf8 } from "../base/bytes.js";
import { kdf } from "../base/hash.js";
import type { Random } from "../base/random.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { aeadOpen, aeadSeal, aeadTag } from "./aead.js";

export const KeyUse = { member: 1, rootOfficer: 2 } as const;
export type KeyUse = (typeof KeyUse)[keyof typeof KeyUse];

export interface PassphraseCost {
  passes: number;
  kib: number;
}

const reserved = 16;
const payloadSize = 1 + 32 + reserved;
const zeroNonce = new Uint8Array(12);

function stretch(passphrase: Bytes, salt: Bytes, { passes, kib }: PassphraseCost): Bytes {
  if (passes < 1 || passes > 10 || kib < 8192 || kib > 1_048_576) refuse("kdf-limits");
  return argon2id(passphrase, salt, { t: passes, m: kib, p: 1, dkLen: 32 }) as Bytes;
}

export function sealKeyFile(use: KeyUse, seed: Bytes, passphrase: Bytes, random: Random, cost: PassphraseCost): Bytes {
  const salt = random(16);
  const k = stretch(passphrase, salt, cost);
  const header = concat(utf8("PPK1"), u32(cost.passes), u32(cost.kib), salt, kdf(k, "parapet/1/keyfile-com"));
  const payload = concat(u8(use), seed, new Uint8Array(reserved));
  return concat(header, aeadSeal(kdf(k, "parapet/1/keyfile"), zeroNonce, header, payload));
}

export function openKeyFile(file: Bytes, use: KeyUse, passphrase: Bytes): Bytes {
  const r = new Reader(file);
  if (!r.takeMagic("PPK1")) refuse("unknown-version");
  const cost = { passes: r.takeU32(), kib: r.takeU32() };
  const salt = r.take(16);
  const com = r.take(32);
  const header = file.subarray(0, file.length - r.left);
  const sealed = r.take(payloadSize + aeadTag);
  r.finish();
  const k = stretch(passphrase, salt, cost);
  if (!equal(kdf(k, "parapet/1/keyfile-com"), com)) refuse("wrong-passphrase");
  const payload = aeadOpen(kdf(k, "parapet/1/keyfile"), zeroNonce, header, sealed);
  if (payload[0] !== use) refuse("wrong-type");
  if (payload.subarray(33).some((byte) => byte !== 0)) refuse("malformed");
  return payload.slice(1, 33);
}
