// An officer's two key pairs, from one seed.

import type { Bytes } from "../base/bytes.js";
import { kdf } from "../base/hash.js";
import { type SealKeyPair, sealKeyPair } from "./seal_key_pair.js";
import { SigningKey } from "./signing_key.js";

export interface MemberKeys {
  seal: SealKeyPair;
  signing: SigningKey;
}

export function memberKeys(seed: Bytes): MemberKeys {
  return { seal: sealKeyPair(kdf(seed, "parapet/1/member-seal")), signing: new SigningKey(kdf(seed, "parapet/1/member-sign")) };
}
