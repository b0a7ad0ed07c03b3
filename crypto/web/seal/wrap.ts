// Wrapping an envelope's key for those who may open it (crypto/SPEC.md section 5).

import { type Bytes, compare, concat, equal } from "../base/bytes.js";
import type { Random } from "../base/random.js";
import { refuse } from "../base/refusal.js";
import { aeadSeal } from "../keys/aead.js";
import { wrapContext, wrapKey } from "../keys/dek.js";
import { encapsulate } from "../keys/seal_key_pair.js";
import { ridOf } from "../verify/ed25519.js";
import { mostWraps, type Wrap, type Wrapset } from "../verify/wrapset.js";

const zeroNonce = new Uint8Array(12);

function wrapOne(env: Bytes, dek: Bytes, recipient: Bytes, random: Random): Wrap {
  const rid = ridOf(recipient);
  const { ciphertext, secret } = encapsulate(recipient, random);
  const context = wrapContext(env, rid);
  return { rid, blob: concat(ciphertext, aeadSeal(wrapKey(secret, context), zeroNonce, context, dek)) };
}

export function wrap(env: Bytes, dek: Bytes, recipients: readonly Bytes[], random: Random): Wrapset {
  if (recipients.length < 1 || recipients.length > mostWraps) refuse("malformed");
  const wraps = recipients.map((recipient) => wrapOne(env, dek, recipient, random)).sort((a, b) => compare(a.rid, b.rid));
  if (wraps.some((one, i) => i > 0 && equal(one.rid, wraps[i - 1]?.rid ?? one.rid.subarray(1)))) refuse("duplicate");
  return { env, wraps };
}
