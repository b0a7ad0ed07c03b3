// Confiding a name: its key is split, so that k custodians together open it and fewer learn nothing
// (crypto/SPEC.md section 12).

import { type Bytes, compare, concat, equal } from "../base/bytes.js";
import type { Random } from "../base/random.js";
import { check, refuse } from "../base/refusal.js";
import { aeadSeal } from "../keys/aead.js";
import { encapsulate } from "../keys/seal_key_pair.js";
import { encodeShare, escrowDek, field, reduce, type Share, shareContext, shareKey } from "../keys/share.js";
import { ridOf } from "../verify/ed25519.js";
import { mostWraps, type Wrap, type Wrapset } from "../verify/wrapset.js";

const zeroNonce = new Uint8Array(12);

export interface Custodian {
  index: number;
  sealKey: Bytes;
}

export interface SplitKey {
  dek: Bytes;
  shares: Share[]; // one an index, in the order given
}

// With fewer than k custodians nobody can ever open what the key seals, which is meant: then the object says
// that nothing was given.
export function split(k: number, custodians: readonly Custodian[], random: Random): SplitKey {
  check(k >= 1);
  const coefficients = Array.from({ length: k }, () => reduce(random(64)));
  const valueAt = (x: number): bigint =>
    coefficients.reduceRight((sum, coefficient) => field.add(field.mul(sum, BigInt(x)), coefficient), field.ZERO);
  return {
    dek: escrowDek(coefficients[0] ?? field.ZERO),
    shares: custodians.map(({ index }) => ({ index, y: valueAt(index) })),
  };
}

export function wrapShare(env: Bytes, share: Share, holder: Bytes, random: Random): Wrap {
  const rid = ridOf(holder);
  const { ciphertext, secret } = encapsulate(holder, random);
  const context = shareContext(env, rid, share.index);
  return { rid, blob: concat(ciphertext, aeadSeal(shareKey(secret, context), zeroNonce, context, encodeShare(share))) };
}

export function wrapShares(env: Bytes, shares: readonly Share[], custodians: readonly Custodian[], random: Random): Wrapset {
  check(shares.length === custodians.length);
  if (shares.length > mostWraps) refuse("malformed");
  const wraps = shares
    .map((share, i) => wrapShare(env, share, (custodians[i] as Custodian).sealKey, random))
    .sort((a, b) => compare(a.rid, b.rid));
  if (wraps.some((one, i) => i > 0 && equal(one.rid, (wraps[i - 1] as Wrap).rid))) refuse("duplicate");
  return { env, wraps };
}
