// JPEG (ITU T.81): what draws the picture is kept, everything else goes. The compressed picture itself is not touched.

import { concat, fromHex, u16, utf8, type Bytes } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";
import { refuse } from "../../../../crypto/web/base/refusal.js";
import { displayP3, isDisplayP3 } from "./colours.js";
import { lookAtExif, orientationOnly } from "./exif.js";
import type { Found } from "./found.js";
import { Parts } from "./parts.js";
import { lookAtPhotoshop, lookAtXmp } from "./texts.js";
import type { Window } from "./window.js";

const startOfScan = 0xda;
const endOfImage = 0xd9;
// Frames (SOF), Huffman and arithmetic tables, quantisation tables, restart interval, number of lines, scans.
const kept = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xda, 0xdb, 0xdc, 0xdd]);

// Markers without a length belong into a scan or to the ends of the file; no other place is theirs.
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function segment(marker: number, ...payload: Bytes[]): Bytes {
  const all = concat(...payload);
  return concat(Uint8Array.of(0xff, marker), u16(all.length + 2), all);
}

// Rewrites what has to be there for the picture to look right, as the same few octets for everybody.
class Replacing {
  private readonly done = new Set<string>();

  constructor(private readonly found: Found) {}

  // What stands in the new file instead of this segment, if anything.
  segment(marker: number, payload: Bytes): Bytes | undefined {
    const reader = new Reader(payload);
    if (marker === 0xe0 && reader.takeMagic("JFIF\0")) return this.jfif(reader);
    if (marker === 0xee && reader.takeMagic("Adobe")) return this.adobe(reader);
    if (marker === 0xe1 && reader.takeMagic("Exif\0\0")) return this.exif(reader.rest);
    if (marker === 0xe2 && reader.takeMagic("ICC_PROFILE\0")) return this.profile(reader);
    this.look(marker, reader);
    return undefined;
  }

  private once(what: string, bytes: Bytes): Bytes | undefined {
    if (this.done.has(what)) return undefined;
    this.done.add(what);
    return bytes;
  }

  private jfif(reader: Reader): Bytes | undefined {
    if (reader.left > 9) this.found.add("thumbnail");
    return this.once("jfif", segment(0xe0, utf8("JFIF\0"), fromHex("010100000100010000")));
  }

  // Only its last octet says how the colours are stored.
  private adobe(reader: Reader): Bytes | undefined {
    if (reader.left < 7) return undefined;
    return this.once("adobe", segment(0xee, utf8("Adobe"), fromHex("006400000000"), reader.rest.subarray(6, 7)));
  }

  private exif(tiff: Bytes): Bytes | undefined {
    const way = lookAtExif(tiff, this.found);
    const whole = this.once("exif", segment(0xe1, utf8("Exif\0\0"), orientationOnly(way)));
    return way === 1 ? undefined : whole;
  }

  private profile(reader: Reader): Bytes | undefined {
    this.found.add("colours");
    const alone = reader.left >= 2 && reader.takeU16() === 0x0101;
    if (!alone || !isDisplayP3(reader.rest)) return undefined;
    return this.once("profile", segment(0xe2, utf8("ICC_PROFILE\0"), u16(0x0101), displayP3()));
  }

  private look(marker: number, reader: Reader): void {
    if (marker === 0xfe) this.found.add("comment");
    else if (marker === 0xe0 && reader.takeMagic("JFXX\0")) this.found.add("thumbnail");
    else if (marker === 0xe1 && reader.takeMagic("http:")) lookAtXmp(reader.rest, this.found);
    else if (marker === 0xe2 && reader.takeMagic("MPF\0")) this.found.add("appended");
    else if (marker === 0xed && reader.takeMagic("Photoshop 3.0\0")) lookAtPhotoshop(reader.rest, this.found);
    else if (marker === 0xeb && reader.takeMagic("JP")) this.found.add("history"); // C2PA
    else this.found.add("more");
  }
}

// Where the next octet stands that may begin a marker, or the end of the file.
async function nextMark(file: Window, from: number): Promise<number> {
  for (let at = from; ; ) {
    const bytes = await file.on(at);
    const i = bytes.indexOf(0xff);
    if (i >= 0 || bytes.length === 0) return at + Math.max(i, 0);
    at += bytes.length;
  }
}

// Past the compressed data of a scan: where the next marker stands, or the end of the file.
async function afterScan(file: Window, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const bytes = await file.on(at);
    if (bytes.length < 2) return file.size;
    let i = bytes.indexOf(0xff);
    while (i >= 0 && i + 1 < bytes.length) {
      const next = bytes[i + 1] ?? 0;
      const inside = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
      if (!inside && next !== 0xff) return at + i;
      i = bytes.indexOf(0xff, i + (inside ? 2 : 1));
    }
    at += i < 0 ? bytes.length : i;
  }
}

export async function cleanJpeg(file: Window, found: Found): Promise<Parts> {
  const out = new Parts();
  const replacing = new Replacing(found);
  out.keep(0, 2);
  let scans = 0;
  for (let at = 2; ; ) {
    // A picture that was cut off inside its scans is shown as far as it goes; one without any is none.
    if (scans > 0 && at + 2 > file.size) return out;
    const head = await file.at(at, 2);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff || marker === 0x00) {
      // Decoders pass over octets that belong to no segment. Whatever they are, they draw nothing.
      found.add("more");
      at = await nextMark(file, at + 1);
      continue;
    }
    if (standsAlone(marker)) refuse("malformed");
    if (marker === 0xff) {
      at++; // a fill octet
      continue;
    }
    if (marker === endOfImage) {
      if (scans === 0) refuse("malformed");
      out.keep(at, at + 2);
      if (at + 2 < file.size) found.add("appended");
      return out;
    }
    if (scans > 0 && at + 4 > file.size) return out;
    const length = new Reader((await file.at(at, 4)).subarray(2)).takeU16();
    const end = at + 2 + length;
    if (length < 2) refuse("malformed");
    if (end > file.size) return scans > 0 ? out : refuse("truncated");
    if (kept.has(marker)) {
      out.keep(at, end);
    } else {
      const instead = replacing.segment(marker, await file.look(at + 4, end));
      if (instead !== undefined) out.write(instead);
    }
    at = end;
    if (marker !== startOfScan) continue;
    scans++;
    at = await afterScan(file, end);
    out.keep(end, at);
  }
}
