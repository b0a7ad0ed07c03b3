// Sealing one envelope (crypto/SPEC.md section 3). Sealing the same content again under the same key gives
// the same bytes, which is what a retry or a resumed upload sends.

import { type Bytes, concat, u32, u64 } from "../base/bytes.js";
import { aeadSeal } from "../keys/aead.js";
import { chunkNonce, commitment, contentKey } from "../keys/dek.js";
import type { SigningKey } from "../keys/signing_key.js";
import { coreHash } from "../verify/core_hash.js";
import { checkHeader, encodeHeader, type EnvelopeHeader, envId } from "../verify/header.js";
import { chunkCount, coreLength, mostJson, padlen, pieceSize } from "../verify/lengths.js";
import { refuse } from "../base/refusal.js";
import type { Source } from "./source.js";

export type HeaderFields = Omit<EnvelopeHeader, "com">;

const lengthField = 8;

// Gives the chunks of one core, in any order.
export class Sealer {
  readonly header: EnvelopeHeader;
  readonly env: Bytes;
  readonly chunks: number;
  readonly coreLen: number;
  private readonly padded: number;
  private readonly key: Bytes;

  constructor(fields: HeaderFields, private readonly content: Source, readonly dek: Bytes) {
    this.header = { ...fields, com: commitment(dek) };
    checkHeader(this.header);
    this.padded = padlen(fields.kind, lengthField + content.size);
    this.chunks = chunkCount(this.padded);
    this.coreLen = coreLength(this.padded);
    this.env = envId(this.header);
    this.key = contentKey(dek, this.env);
  }

  async chunk(i: number): Promise<Bytes> {
    return aeadSeal(this.key, chunkNonce(i, i + 1 === this.chunks), this.env, await this.piece(i));
  }

  // The i-th piece of P = u64(len C) || C || zeros.
  private async piece(i: number): Promise<Bytes> {
    const from = i * pieceSize;
    const out = new Uint8Array(Math.min(pieceSize, this.padded - from));
    if (i === 0) out.set(u64(this.content.size));
    const at = i === 0 ? 0 : from - lengthField;
    const room = i === 0 ? out.length - lengthField : out.length;
    if (at < this.content.size)
      out.set(await this.content.read(at, Math.min(this.content.size, at + room)), i === 0 ? lengthField : 0);
    return out;
  }
}

export interface SealedMessage {
  header: EnvelopeHeader;
  env: Bytes;
  core: Bytes;
  coreHash: Bytes;
  dek: Bytes;
}

// Kinds 1 to 5: signs `json` for this envelope and seals both, under a fresh key or, of an identity, the one
// that was split.
export async function sealMessage(
  fields: HeaderFields,
  json: Bytes,
  author: SigningKey,
  dek: Bytes,
): Promise<SealedMessage> {
  if (json.length > mostJson) refuse("too-large");
  const env = envId({ ...fields, com: commitment(dek) });
  const signature = author.signLabelled("parapet/1/msg", concat(env, json));
  const content = concat(u32(json.length), json, author.publicKey, signature);
  const sealer = new Sealer(fields, { size: content.length, read: async (from, to) => content.subarray(from, to) }, dek);
  const chunks: Bytes[] = [];
  for (let i = 0; i < sealer.chunks; i++) chunks.push(await sealer.chunk(i));
  const core = concat(encodeHeader(sealer.header), ...chunks);
  return { header: sealer.header, env, core, coreHash: coreHash(core), dek };
}
