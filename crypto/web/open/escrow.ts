// Opening a confided name: a custodian opens one share; k shares together are the key
// (crypto/SPEC.md section 12).

import { type Bytes, equal } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { aeadOpen } from "../keys/aead.js";
import { decapsulate, kemCiphertextSize, type SealKeyPair } from "../keys/seal_key_pair.js";
import { escrowDek, field, parseShare, type Share, shareContext, shareHash, shareKey } from "../keys/share.js";
import type { Wrap } from "../verify/wrapset.js";

const zeroNonce = new Uint8Array(12);

// `decrypt` when it is of another envelope, holder or index; `bad-share` when another index stands inside.
export function unwrapShare(env: Bytes, { rid, blob }: Wrap, index: number, mine: SealKeyPair): Share {
  if (!equal(rid, mine.rid)) refuse("not-a-recipient");
  const shared = decapsulate(blob.subarray(0, kemCiphertextSize), mine);
  const context = shareContext(env, mine.rid, index);
  const share = parseShare(aeadOpen(shareKey(shared, context), zeroNonce, context, blob.subarray(kemCiphertextSize)));
  if (share.index !== index) refuse("bad-share");
  return share;
}

// `bad-share` when it is not the one whose hash the reporter signed.
export function checkShare(env: Bytes, share: Share, expected: Bytes): void {
  if (!equal(shareHash(env, share), expected)) refuse("bad-share");
}

// From exactly the k shares that are given, of distinct indices. Another number than it was split for, or a
// share that was not checked, gives another key, which no commitment accepts.
export function combine(shares: readonly Share[]): Bytes {
  if (shares.length === 0 || new Set(shares.map(({ index }) => index)).size !== shares.length) refuse("bad-share");
  let secret = field.ZERO;
  for (const { index, y } of shares) {
    let weight = field.ONE;
    for (const { index: other } of shares)
      if (other !== index) weight = field.mul(weight, field.div(BigInt(other), field.sub(BigInt(other), BigInt(index))));
    secret = field.add(secret, field.mul(y, weight));
  }
  return escrowDek(secret);
}
