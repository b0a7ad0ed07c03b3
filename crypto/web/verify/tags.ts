// Tags: how the log names a case and its objects without saying which they are (crypto/SPEC.md section 10).
// K_case never leaves the reviewer service. K_tag goes to the desks that may see the case, so that they can
// compute the tags themselves before they sign.

import { type Bytes, concat } from "../base/bytes.js";
import { hmacSha256, kdf, labelled, labelledHash } from "../base/hash.js";

const tagSize = 16;

export function tagKeyOf(caseSecret: Bytes): Bytes {
  return kdf(caseSecret, "parapet/1/tag");
}

// Encrypts wraps at rest.
export function storeKeyOf(caseSecret: Bytes): Bytes {
  return kdf(caseSecret, "parapet/1/store");
}

export function caseTag(tagKey: Bytes, caseId: Bytes): Bytes {
  return hmacSha256(tagKey, labelled("parapet/1/ctag", caseId)).slice(0, tagSize);
}

export function objectTag(tagKey: Bytes, env: Bytes, coreHash: Bytes): Bytes {
  return hmacSha256(tagKey, labelled("parapet/1/otag", concat(env, coreHash))).slice(0, tagSize);
}

// `tagkey` of a received leaf.
export function tagKeyHash(tagKey: Bytes): Bytes {
  return labelledHash("parapet/1/tagkey", tagKey);
}
