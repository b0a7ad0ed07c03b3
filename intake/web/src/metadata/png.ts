// PNG (W3C, third edition, and APNG): chunks that draw the picture are kept as they are, with their checksums.

import { type Bytes, concat, equal, fromHex, u32, utf8 } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";
import { refuse } from "../../../../crypto/web/base/refusal.js";
import { lookAtExif, orientationOnly } from "./exif.js";
import type { Found } from "./found.js";
import { Parts } from "./parts.js";
import { latin1, lookAtPngText } from "./texts.js";
import type { Window } from "./window.js";

const kept = new Set(["IHDR", "PLTE", "tRNS", "gAMA", "sRGB", "cICP", "acTL", "fcTL", "fdAT", "IDAT", "IEND"]);
// Of no use for showing, and they say nothing about anybody: they go in silence.
const silent = new Set(["pHYs", "sBIT", "bKGD", "hIST"]);
// White, red, green and blue of sRGB: the only ones that name no screen.
const srgb = fromHex("00007a26000080840000fa00000080e8000075300000ea6000003a9800001770");

// The checksum of PNG's appendix D, over the few octets that we write ourselves.
function crc(bytes: Bytes): number {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Bytes): Bytes {
  const body = concat(utf8(type), data);
  return concat(u32(data.length), body, u32(crc(body)));
}

// What stands in the new file instead of this chunk, if anything.
function instead(type: string, data: Bytes, found: Found): Bytes | undefined {
  if (type === "eXIf") {
    const way = lookAtExif(data, found);
    return way === 1 ? undefined : chunk("eXIf", orientationOnly(way));
  }
  if (type === "tEXt" || type === "zTXt" || type === "iTXt") lookAtPngText(data, found);
  else if (type === "tIME") found.add("time");
  else if (type === "caBX") found.add("history"); // C2PA
  else if (type === "iCCP" || type === "cHRM" || type === "mDCV") found.add("colours");
  else if (!silent.has(type)) found.add("more");
  return undefined;
}

export async function cleanPng(file: Window, found: Found): Promise<Parts> {
  const out = new Parts();
  out.keep(0, 8);
  let turned = false;
  let drawn = false;
  for (let at = 8; ; ) {
    const reader = new Reader(await file.at(at, 8));
    const length = reader.takeU32();
    const type = latin1(reader.rest);
    const end = at + 12 + length;
    if (!/^[A-Za-z]{4}$/.test(type) || length > 0x7fffffff) refuse("malformed");
    if (end > file.size) refuse("truncated");
    if ((at === 8) !== (type === "IHDR")) refuse("malformed");
    const data = kept.has(type) ? undefined : await file.look(at + 8, end - 4);
    if (data === undefined || (type === "cHRM" && equal(data, srgb))) {
      out.keep(at, end);
    } else {
      const written = instead(type, data, found);
      if (written !== undefined && !turned) out.write(written);
      turned ||= type === "eXIf";
    }
    drawn ||= type === "IDAT";
    at = end;
    if (type !== "IEND") continue;
    if (!drawn) refuse("malformed");
    if (at < file.size) found.add("appended");
    return out;
  }
}
