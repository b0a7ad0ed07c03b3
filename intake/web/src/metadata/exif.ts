// Exif (TIFF 6.0 directories): what it told, and the one fact that is kept: which way up the picture is.

import { type Bytes, concat, fromHex, u16 } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";
import type { Finding, Found } from "./found.js";

interface Entry {
  tag: number;
  type: number;
  value: Bytes;
}

// Tags that say something about a person, or (undefined) nothing about anybody. Any other tag is "more".
const nothing = [0x0100, 0x0101, 0x0112, 0x011a, 0x011b, 0x0128, 0x0213, 0x9000, 0x9101, 0xa000, 0xa001, 0xa002, 0xa003, 0x8769, 0x8825];
const told: Readonly<Partial<Record<Finding, readonly number[]>>> = {
  time: [0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292],
  device: [0x010f, 0x0110, 0x013c, 0x927c, 0xa420, 0xa431, 0xa432, 0xa433, 0xa434, 0xa435],
  author: [0x013b, 0x8298, 0x9c9d, 0xa430],
  software: [0x0131],
  comment: [0x010e, 0x9286, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f],
};

function fact(tag: number): Finding | undefined {
  if (nothing.includes(tag)) return undefined;
  for (const [finding, tags] of Object.entries(told)) if (tags.includes(tag)) return finding as Finding;
  return "more";
}

class Tiff {
  constructor(
    private readonly bytes: Bytes,
    private readonly little: boolean,
  ) {}

  u16(raw: Bytes, at = 0): number {
    const [a, b] = [raw[at] ?? 0, raw[at + 1] ?? 0];
    return this.little ? b * 256 + a : a * 256 + b;
  }

  u32(raw: Bytes): number {
    return this.little ? this.u16(raw, 2) * 65536 + this.u16(raw) : this.u16(raw) * 65536 + this.u16(raw, 2);
  }

  // The directory at this place, and where the next one is; undefined when it is not wholly there.
  directory(at: number): { entries: Entry[]; next: number } | undefined {
    if (at > this.bytes.length) return undefined;
    const reader = new Reader(this.bytes.subarray(at));
    if (reader.left < 2) return undefined;
    const n = this.u16(reader.take(2));
    if (reader.left < n * 12) return undefined;
    const entries = Array.from({ length: n }, () => {
      const raw = reader.take(12);
      return { tag: this.u16(raw), type: this.u16(raw, 2), value: raw.subarray(8) };
    });
    return { entries, next: reader.left < 4 ? 0 : this.u32(reader.take(4)) };
  }

  pointer(entries: readonly Entry[], tag: number): number | undefined {
    const entry = entries.find((one) => one.tag === tag);
    return entry === undefined ? undefined : this.u32(entry.value);
  }
}

// 1 to 8; 1, the picture as it lies, when nothing else is said in a readable way.
export function lookAtExif(bytes: Bytes, found: Found): number {
  const start = new Reader(bytes);
  const little = start.takeMagic("II*\0");
  const main = little || start.takeMagic("MM\0*") ? new Tiff(bytes, little) : undefined;
  const first = main === undefined || start.left < 4 ? undefined : main.directory(main.u32(start.take(4)));
  if (main === undefined || first === undefined) {
    found.add("more");
    return 1;
  }
  lookAtEntries(first.entries, found);
  if (first.next !== 0) found.add("thumbnail");
  const camera = main.pointer(first.entries, 0x8769);
  if (camera !== undefined) lookAtEntries(main.directory(camera)?.entries, found);
  const place = main.pointer(first.entries, 0x8825);
  // Cameras without a position write a directory that holds its version (tag 0) and nothing else.
  if (place !== undefined && (main.directory(place)?.entries.some((entry) => entry.tag !== 0) ?? true)) found.add("place");
  const entry = first.entries.find((one) => one.tag === 0x0112);
  const way = entry?.type === 3 ? main.u16(entry.value) : 1;
  return way >= 1 && way <= 8 ? way : 1;
}

function lookAtEntries(entries: readonly Entry[] | undefined, found: Found): void {
  if (entries === undefined) found.add("more");
  for (const entry of entries ?? []) {
    const finding = fact(entry.tag);
    if (finding !== undefined) found.add(finding);
  }
}

// Exif that says this and nothing else, 26 octets.
export function orientationOnly(way: number): Bytes {
  return concat(fromHex("4d4d002a0000000800010112000300000001"), u16(way), fromHex("000000000000"));
}
