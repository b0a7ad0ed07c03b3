// How long things are: padding classes and the lengths a core can have (crypto/SPEC.md section 3).

import { refuse } from "../base/refusal.js";

export const Kind = { report: 1, message: 2, reply: 3, note: 4, identity: 5, attachment: 6 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

export const headerSize = 112;
export const pieceSize = 65_536;
export const sealedPieceSize = pieceSize + 16;
export const fetchSize = 8 * sealedPieceSize; // of a core, in one answer
export const inlineCoreLimit = headerSize + sealedPieceSize;
export const mostJson = 2 ** 20;
export const mostFile = 2 ** 30;
export const mostAttachments = 20;

const mostContent = 8 + 4 + mostJson + 32 + 64;

function hasOneLength(kind: Kind): boolean {
  return kind === Kind.reply || kind === Kind.identity;
}

function smallest(kind: Kind): number {
  return kind === Kind.attachment ? pieceSize : 16_384;
}

// Numbers stay far below 2^53, so plain division does what shifting does in C++.
export function padme(n: number): number {
  const e = Math.floor(Math.log2(n) + 1e-12);
  const exponent = 2 ** e > n ? e - 1 : 2 ** (e + 1) <= n ? e + 1 : e;
  const s = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - (exponent === 0 ? 0 : s));
  return Math.ceil(n / unit) * unit;
}

function largest(kind: Kind): number {
  if (hasOneLength(kind)) return 16_384;
  return kind === Kind.attachment ? mostFile + 8 : mostContent;
}

export function maxPadded(kind: Kind): number {
  return hasOneLength(kind) ? 16_384 : padme(largest(kind));
}

export function padlen(kind: Kind, n: number): number {
  if (n > largest(kind)) refuse("too-large");
  return n <= smallest(kind) ? smallest(kind) : padme(n);
}

export function chunkCount(padded: number): number {
  return Math.ceil(padded / pieceSize);
}

export function coreLength(padded: number): number {
  return headerSize + padded + 16 * chunkCount(padded);
}

// The length of P in a core of this length.
export function paddedLength(kind: Kind, coreLen: number): number {
  if (coreLen > coreLength(maxPadded(kind)) || coreLen < coreLength(smallest(kind))) refuse("bad-length");
  const sealed = coreLen - headerSize;
  const padded = sealed - 16 * Math.ceil(sealed / sealedPieceSize);
  if (coreLength(padded) !== coreLen) refuse("bad-length");
  if (padded !== smallest(kind) && (hasOneLength(kind) || padme(padded) !== padded)) refuse("bad-length");
  return padded;
}
