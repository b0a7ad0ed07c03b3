// The 112 bytes in front of every sealed object (crypto/SPEC.md section 3).

import { type Bytes, concat, u16, u32, u8, utf8 } from "../base/bytes.js";
import { labelledHash } from "../base/hash.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { headerSize, Kind } from "./lengths.js";

export const Author = { reporter: 1, reviewer: 2, gateway: 3 } as const;
export type Author = (typeof Author)[keyof typeof Author];

export const messagePart = 0;
export const identityPart = 1;
export const firstAttachmentPart = 2;
export const lastAttachmentPart = 21;

export interface EnvelopeHeader {
  kind: Kind;
  author: Author;
  deployment: Bytes;
  caseId: Bytes;
  seq: number;
  part: number;
  rosterHash: Bytes;
  com: Bytes;
}

function authorFits(kind: Kind, author: Author): boolean {
  if (kind === Kind.attachment) return true;
  return (kind === Kind.reply || kind === Kind.note) === (author === Author.reviewer);
}

function partFits(kind: Kind, part: number): boolean {
  if (kind === Kind.identity) return part === identityPart;
  if (kind === Kind.attachment) return part >= firstAttachmentPart && part <= lastAttachmentPart;
  return part === messagePart;
}

export function checkHeader(h: EnvelopeHeader): void {
  if (!authorFits(h.kind, h.author)) refuse("bad-header");
  if (h.kind === Kind.report && h.seq !== 0) refuse("bad-header");
  if (h.kind === Kind.message && h.seq === 0) refuse("bad-header");
  if (!partFits(h.kind, h.part)) refuse("bad-header");
}

export function parseHeader(bytes: Bytes): EnvelopeHeader {
  const r = new Reader(bytes);
  if (!r.takeMagic("PPE1")) refuse("unknown-version");
  const kind = r.takeU8();
  if (kind < 1 || kind > 6) refuse("bad-header");
  const author = r.takeU8();
  if (author < 1 || author > 3) refuse("bad-header");
  if (r.takeU16() !== 0) refuse("bad-header");
  const h: EnvelopeHeader = {
    kind: kind as Kind,
    author: author as Author,
    deployment: r.take(16),
    caseId: r.take(16),
    seq: r.takeU32(),
    part: r.takeU32(),
    rosterHash: r.take(32),
    com: r.take(32),
  };
  r.finish();
  checkHeader(h);
  return h;
}

// Of the first 112 bytes of a core.
export function headerOfCore(core: Bytes): EnvelopeHeader {
  return parseHeader(core.subarray(0, Math.min(core.length, headerSize)));
}

export function encodeHeader(h: EnvelopeHeader): Bytes {
  return concat(
    utf8("PPE1"), u8(h.kind), u8(h.author), u16(0), h.deployment, h.caseId, u32(h.seq), u32(h.part), h.rosterHash, h.com,
  );
}

export function envId(h: EnvelopeHeader): Bytes {
  return labelledHash("parapet/1/env", encodeHeader(h));
}
