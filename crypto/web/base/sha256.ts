// SHA-256 (FIPS 180-4).

import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import type { Bytes } from "./bytes.js";

export function sha256(d: Uint8Array): Bytes {
  return nobleSha256(d) as Bytes;
}

// SHA-256 by the browser where it offers one (secure contexts), for the many bytes of attachments.
export async function sha256Fast(d: Bytes): Promise<Bytes> {
  const subtle = globalThis.crypto?.subtle;
  return subtle === undefined ? sha256(d) : new Uint8Array(await subtle.digest("SHA-256", d));
}
