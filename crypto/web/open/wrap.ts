// Opening one's own wrap (crypto/SPEC.md section 5).

import { type Bytes, equal } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { aeadOpen } from "../keys/aead.js";
import { commitment, wrapContext, wrapKey } from "../keys/dek.js";
import { decapsulate, kemCiphertextSize, type SealKeyPair } from "../keys/seal_key_pair.js";
import { type EnvelopeHeader, envId } from "../verify/header.js";
import { findWrap, type Wrapset } from "../verify/wrapset.js";

const zeroNonce = new Uint8Array(12);

export function unwrap(header: EnvelopeHeader, wraps: Wrapset, mine: SealKeyPair): Bytes {
  const env = envId(header);
  if (!equal(wraps.env, env)) refuse("malformed");
  const { blob } = findWrap(wraps, mine.rid) ?? refuse("not-a-recipient");
  const shared = decapsulate(blob.subarray(0, kemCiphertextSize), mine);
  const context = wrapContext(env, mine.rid);
  const dek = aeadOpen(wrapKey(shared, context), zeroNonce, context, blob.subarray(kemCiphertextSize));
  if (!equal(commitment(dek), header.com)) refuse("commitment");
  return dek;
}
