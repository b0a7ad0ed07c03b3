// The key of one envelope, and what is made from it.

import { type Bytes, concat } from "../base/bytes.js";
import { kdf } from "../base/hash.js";

export function commitment(dek: Bytes): Bytes {
  return kdf(dek, "parapet/1/commit");
}

export function contentKey(dek: Bytes, env: Bytes): Bytes {
  return kdf(dek, "parapet/1/content", env);
}

// u88(i) || u8(last)
export function chunkNonce(i: number, last: boolean): Bytes {
  const out = new Uint8Array(12);
  new DataView(out.buffer).setUint32(7, i);
  out[11] = last ? 1 : 0;
  return out;
}

export function wrapContext(env: Bytes, rid: Bytes): Bytes {
  return concat(env, rid);
}

export function wrapKey(sharedSecret: Bytes, context: Bytes): Bytes {
  return kdf(sharedSecret, "parapet/1/wrap", context);
}
