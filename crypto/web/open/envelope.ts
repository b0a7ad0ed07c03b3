// Opening one envelope (crypto/SPEC.md section 3). Nothing of the content is given out before all verified.

import { type Bytes, concat, equal } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { refuse, refusingAs } from "../base/refusal.js";
import { aeadOpen, aeadTag } from "../keys/aead.js";
import { chunkNonce, commitment, contentKey } from "../keys/dek.js";
import { coreHash } from "../verify/core_hash.js";
import { type EnvelopeHeader, envId, headerOfCore } from "../verify/header.js";
import { chunkCount, headerSize, type Kind, padlen, paddedLength, pieceSize } from "../verify/lengths.js";

export const lengthField = 8;

export interface Outside {
  header: EnvelopeHeader;
  padded: number;
}

// Form, length and commitment: everything before the first decryption.
export function checkOutside(header: EnvelopeHeader, coreLen: number, dek: Bytes): Outside {
  const padded = paddedLength(header.kind, coreLen);
  if (!equal(commitment(dek), header.com)) refuse("commitment");
  return { header, padded };
}

// Of C itself, where P has `padded` octets: the one length that pads to it, else `padding`.
export function checkSize(kind: Kind, size: number, padded: number): void {
  if (size > padded - lengthField) refuse("padding");
  if (refusingAs("padding", () => padlen(kind, lengthField + size)) !== padded) refuse("padding");
}

function openChunks(core: Bytes, dek: Bytes, { header, padded }: Outside): Bytes {
  const env = envId(header);
  const key = contentKey(dek, env);
  const chunks = chunkCount(padded);
  const r = new Reader(core.subarray(headerSize));
  const pieces: Bytes[] = [];
  for (let i = 0; i < chunks; i++) {
    const sealed = r.take(Math.min(pieceSize, padded - i * pieceSize) + aeadTag);
    pieces.push(aeadOpen(key, chunkNonce(i, i + 1 === chunks), env, sealed));
  }
  const p = new Reader(concat(...pieces));
  const size = p.takeU64();
  checkSize(header.kind, size, padded);
  const content = p.take(size);
  if (p.rest.some((byte) => byte !== 0)) refuse("padding");
  return content;
}

export function openCore(core: Bytes, dek: Bytes): Bytes {
  return openChunks(core, dek, checkOutside(headerOfCore(core), core.length, dek));
}

// An attachment: the core must be the one its parent announced.
export function openAttachment(core: Bytes, expectedHash: Bytes, dek: Bytes): Bytes {
  const outside = checkOutside(headerOfCore(core), core.length, dek);
  if (!equal(coreHash(core), expectedHash)) refuse("core-hash");
  return openChunks(core, dek, outside);
}
