// core_hash = H("parapet/1/core", header || u32 n || SHA-256(chunk 0) || …).

import { type Bytes, concat, u32 } from "../base/bytes.js";
import { labelledHash } from "../base/hash.js";
import { sha256 } from "../base/sha256.js";
import { refuse } from "../base/refusal.js";
import { headerSize, sealedPieceSize } from "./lengths.js";

export function coreHashOf(header: Bytes, chunkHashes: readonly Bytes[]): Bytes {
  return labelledHash("parapet/1/core", concat(header, u32(chunkHashes.length), ...chunkHashes));
}

export function coreHash(core: Bytes): Bytes {
  if (core.length <= headerSize) refuse("truncated");
  const hashes: Bytes[] = [];
  for (let at = headerSize; at < core.length; at += sealedPieceSize)
    hashes.push(sha256(core.subarray(at, at + sealedPieceSize)));
  return coreHashOf(core.subarray(0, headerSize), hashes);
}
