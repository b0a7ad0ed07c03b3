// What a receipt becomes in one deployment: a box to be answered in, a key to sign with, a case.

import type { Bytes } from "../base/bytes.js";
import { kdf, kdfSalted } from "../base/hash.js";
import { caseIdOf } from "../verify/ed25519.js";
import type { Receipt } from "./receipt.js";
import { type SealKeyPair, sealKeyPair } from "./seal_key_pair.js";
import { SigningKey } from "./signing_key.js";

export interface ReporterKeys {
  box: SealKeyPair;
  signing: SigningKey;
  caseId: Bytes;
}

export function reporterKeys(receipt: Receipt, deployment: Bytes): ReporterKeys {
  const master = kdfSalted(receipt.revealAscii(), deployment, "parapet/1/receipt");
  const signing = new SigningKey(kdf(master, "parapet/1/receipt-sign"));
  return { box: sealKeyPair(kdf(master, "parapet/1/receipt-box")), signing, caseId: caseIdOf(signing.publicKey) };
}
