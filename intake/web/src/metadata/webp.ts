// WebP (RFC 9649): chunks that draw the picture are kept; the flags of VP8X say what is left.

import { type Bytes, concat, utf8 } from "../../../../crypto/web/base/bytes.js";
import { refuse } from "../../../../crypto/web/base/refusal.js";
import { displayP3, isDisplayP3 } from "./colours.js";
import { lookAtExif, orientationOnly } from "./exif.js";
import type { Found } from "./found.js";
import { Parts } from "./parts.js";
import { latin1, lookAtXmp } from "./texts.js";
import type { Window } from "./window.js";

const kept = new Set(["VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"]);
const inFrame = new Set(["VP8 ", "VP8L", "ALPH"]);
const flag = { profile: 0x20, alpha: 0x10, exif: 0x08, animation: 0x02 };

function u32le(n: number): Bytes {
  return Uint8Array.of(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);
}

function readU32le(bytes: Bytes): number {
  return (bytes[0] ?? 0) + (bytes[1] ?? 0) * 2 ** 8 + (bytes[2] ?? 0) * 2 ** 16 + (bytes[3] ?? 0) * 2 ** 24;
}

interface Chunk {
  type: string;
  from: number; // of its data
  to: number;
  next: number;
}

// A chunk that lies wholly before `limit`. The pad octet of the last one may be missing.
async function chunkAt(file: Window, at: number, limit: number): Promise<Chunk> {
  if (at + 8 > limit) refuse("truncated");
  const head = await file.at(at, 8);
  const [from, length] = [at + 8, readU32le(head.subarray(4))];
  if (from + length > limit) refuse("truncated");
  return { type: latin1(head.subarray(0, 4)), from, to: from + length, next: Math.min(from + length + (length % 2), limit) };
}

// A pad octet could hold something; ours is zero.
function keep(out: Parts, chunk: Chunk): void {
  out.keep(chunk.from - 8, chunk.to);
  if ((chunk.to - chunk.from) % 2 === 1) out.write(Uint8Array.of(0));
}

function write(out: Parts, type: string, data: Bytes): void {
  out.write(concat(utf8(type), u32le(data.length), data));
}

// A frame of an animation holds a picture after its 16 octets, and nothing else.
async function checkFrame(file: Window, frame: Chunk): Promise<void> {
  if (frame.to - frame.from < 16) refuse("truncated");
  for (let at = frame.from + 16; at < frame.to; ) {
    const chunk = await chunkAt(file, at, frame.to);
    if (!inFrame.has(chunk.type)) refuse("malformed");
    at = chunk.next;
  }
}

export async function cleanWebp(file: Window, found: Found): Promise<Parts> {
  const limit = 8 + readU32le((await file.at(0, 12)).subarray(4));
  if (limit > file.size) refuse("truncated");
  if (limit < file.size) found.add("appended");
  const out = new Parts();
  const head = out.hold(12);
  let extended: Bytes | undefined;
  let flags = 0;
  let drawn = false;
  const before = new Set<string>();
  for (let at = 12; at < limit; ) {
    const chunk = await chunkAt(file, at, limit);
    const first = at === 12;
    at = chunk.next;
    if (chunk.type === "VP8X") {
      if (!first || chunk.to - chunk.from !== 10) refuse("malformed");
      const old = await file.at(chunk.from, 10);
      flags = (old[0] ?? 0) & (flag.alpha | flag.animation);
      extended = out.hold(18);
      extended.set(concat(utf8("VP8X"), u32le(10), Uint8Array.of(0, 0, 0, 0), old.subarray(4)));
    } else if (kept.has(chunk.type)) {
      if (chunk.type === "ANMF") await checkFrame(file, chunk);
      drawn ||= chunk.type !== "ANIM" && chunk.type !== "ALPH";
      keep(out, chunk);
    } else {
      const data = await file.look(chunk.from, chunk.to);
      const repeated = before.has(chunk.type);
      const left = instead(repeated ? new Parts() : out, chunk.type, data, found);
      flags |= repeated ? 0 : left;
      before.add(chunk.type);
    }
  }
  if (!drawn) refuse("malformed");
  if (extended !== undefined) extended[8] = flags;
  head.set(concat(utf8("RIFF"), u32le(out.size - 8), utf8("WEBP")));
  return out;
}

// Writes what stands in the new file instead of this chunk, and gives the flag for it.
function instead(out: Parts, type: string, data: Bytes, found: Found): number {
  if (type === "EXIF") {
    const tiff = latin1(data.subarray(0, 6)) === "Exif\0\0" ? data.subarray(6) : data; // some write JPEG's beginning here
    const way = lookAtExif(tiff, found);
    if (way === 1) return 0;
    write(out, "EXIF", orientationOnly(way));
    return flag.exif;
  }
  if (type === "ICCP") {
    found.add("colours");
    if (!isDisplayP3(data)) return 0;
    write(out, "ICCP", displayP3());
    return flag.profile;
  }
  if (type === "XMP ") lookAtXmp(data, found);
  else if (type === "C2PA") found.add("history");
  else found.add("more");
  return 0;
}
