// What an opener finds inside: padding, and the one form of JSON.

import { type Bytes, concat } from "../../base/bytes.js";
import { type Json, parseStrict } from "../../content/strict_json.js";
import { aeadSeal } from "../../keys/aead.js";
import { chunkNonce, contentKey } from "../../keys/dek.js";
import { openCore } from "../../open/envelope.js";
import { envId, parseHeader } from "../../verify/header.js";
import { pieceSize } from "../../verify/lengths.js";
import { bytesOf, type In, packed, type Runners } from "../vector_files.js";

function plain(value: Json): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inside]) => [key, plain(inside)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

function sealed(header: Bytes, dek: Bytes, p: Bytes): Bytes {
  const env = envId(parseHeader(header));
  const key = contentKey(dek, env);
  const chunks: Bytes[] = [];
  for (let at = 0; at < p.length; at += pieceSize)
    chunks.push(aeadSeal(key, chunkNonce(chunks.length, at + pieceSize >= p.length), env, p.subarray(at, at + pieceSize)));
  return concat(header, ...chunks);
}

export const openContent: Runners = {
  json: (input: In) => ({ value: plain(parseStrict(bytesOf(input.json))) }),
  padding: (input: In) => {
    const dek = bytesOf(input.dek);
    return { content: packed(openCore(sealed(bytesOf(input.header), dek, bytesOf(input.p)), dek)) };
  },
};
