// An attachment too large for memory: its core as a blob of ciphertext, its content as a blob that is given out only
// once all of it verified.

import { type Bytes, equal } from "../base/bytes.js";
import { sha256 } from "../base/sha256.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { aeadOpen } from "../keys/aead.js";
import { chunkNonce, contentKey } from "../keys/dek.js";
import { coreHashOf } from "../verify/core_hash.js";
import { envId, parseHeader } from "../verify/header.js";
import { chunkCount, headerSize, Kind, sealedPieceSize } from "../verify/lengths.js";
import { checkOutside, checkSize, lengthField } from "./envelope.js";

// What the message says of its file.
export interface Announced {
  coreHash: Bytes;
  key: Bytes;
  size: number;
}

async function octets(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

function chunkOf(core: Blob, i: number): Promise<Bytes> {
  const from = headerSize + i * sealedPieceSize;
  return octets(core.slice(from, from + sealedPieceSize));
}

// `core-hash`, `commitment`, `decrypt`, `padding`; `bad-length` when it holds more or less than its message said.
// `progress` is told chunks looked at, of twice their number: all are hashed before the first is opened.
export async function openAttachmentBlob(core: Blob, announced: Announced, progress: (done: number, all: number) => void): Promise<Blob> {
  if (core.size <= headerSize) refuse("truncated");
  const head = await octets(core.slice(0, headerSize));
  const header = parseHeader(head);
  if (header.kind !== Kind.attachment) refuse("bad-header");
  const { padded } = checkOutside(header, core.size, announced.key);
  const chunks = chunkCount(padded);
  const hashes: Bytes[] = [];
  for (let i = 0; i < chunks; i++) {
    hashes.push(sha256(await chunkOf(core, i)));
    progress(i + 1, 2 * chunks);
  }
  if (!equal(coreHashOf(head, hashes), announced.coreHash)) refuse("core-hash");

  const env = envId(header);
  const key = contentKey(announced.key, env);
  const parts: Blob[] = [];
  let left = 0; // octets of the content still to come
  for (let i = 0; i < chunks; i++) {
    let piece = aeadOpen(key, chunkNonce(i, i + 1 === chunks), env, await chunkOf(core, i));
    if (i === 0) {
      left = new Reader(piece).takeU64();
      checkSize(header.kind, left, padded);
      if (left !== announced.size) refuse("bad-length");
      piece = piece.subarray(lengthField);
    }
    const content = piece.subarray(0, Math.min(left, piece.length));
    if (piece.subarray(content.length).some((byte) => byte !== 0)) refuse("padding");
    parts.push(new Blob([content]));
    left -= content.length;
    progress(chunks + i + 1, 2 * chunks);
  }
  return new Blob(parts);
}
