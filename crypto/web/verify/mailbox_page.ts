// The mailbox page, always 81 936 octets (crypto/SPEC.md section 8): from outside, a full, an empty and an
// unknown mailbox look the same.

import type { Bytes } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { coreLength } from "./lengths.js";
import { type Digests, parseDigests, type Wrap, wrapBlobSize } from "./wrapset.js";

export const slotSize = 20_480;
export const slotsPerPage = 4;
export const pageSize = 16 + slotsPerPage * slotSize;
const replyCoreSize = coreLength(16_384);

export interface Slot {
  core: Bytes;
  blob: Wrap["blob"];
  digests: Digests;
}

export interface MailboxPage {
  held: boolean; // a case is held under this code
  removed: boolean; // one was, and the holder of the code took the access away
  page: number;
  pages: number;
  nextSeq: number;
  slots: Slot[];
}

function parseSlot(bytes: Bytes): Slot {
  const r = new Reader(bytes);
  const length = r.takeU32();
  if (length < replyCoreSize + wrapBlobSize || length > slotSize - 4) refuse("malformed");
  const inside = new Reader(r.take(length));
  return { core: inside.take(replyCoreSize), blob: inside.take(wrapBlobSize), digests: parseDigests(inside.rest) };
}

export function parseMailboxPage(bytes: Bytes): MailboxPage {
  if (bytes.length < pageSize) refuse("truncated");
  if (bytes.length > pageSize) refuse("trailing-bytes");
  const r = new Reader(bytes);
  if (!r.takeMagic("PPM1")) refuse("unknown-version");
  const state = r.takeU8();
  const used = r.takeU8();
  const page = r.takeU16();
  const pages = r.takeU16();
  const zero = r.takeU16();
  const nextSeq = r.takeU32();
  if (state > 2 || used > slotsPerPage || pages < 1 || page >= pages || zero !== 0) refuse("malformed");
  if (state !== 1 && (used !== 0 || page !== 0 || pages !== 1 || nextSeq !== 0)) refuse("malformed");
  const slots: Slot[] = [];
  for (let i = 0; i < used; i++) slots.push(parseSlot(r.take(slotSize)));
  return { held: state === 1, removed: state === 2, page, pages, nextSeq, slots };
}
