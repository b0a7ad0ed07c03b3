// Texts that travel beside a picture: XMP, IPTC and the keywords of PNG.

import { type Bytes } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";
import type { Finding, Found } from "./found.js";

export function latin1(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return out;
}

// Names of XMP properties, or parts of them, as they stand in the packet.
const inXmp: readonly (readonly [string, Finding])[] = [
  ["GPS", "place"], ["photoshop:City", "place"], ["Iptc4xmpCore:Location", "place"],
  ["Date", "time"],
  ["tiff:Make", "device"], ["tiff:Model", "device"], ["SerialNumber", "device"], ["aux:Lens", "device"],
  ["dc:creator", "author"], ["dc:rights", "author"], ["AuthorsPosition", "author"],
  ["CreatorTool", "software"],
  ["dc:description", "comment"], ["dc:title", "comment"], ["dc:subject", "comment"],
  ["xmpMM:", "history"], ["crs:", "history"],
  ["Thumbnail", "thumbnail"],
];

// What is none of these is "more".
export function lookAtXmp(packet: Bytes, found: Found): void {
  const text = latin1(packet);
  const all = inXmp.filter(([name]) => text.includes(name)).map(([, finding]) => finding);
  found.add(...(all.length > 0 ? all : ["more" as const]));
}

const inIptc: readonly (readonly [number, Finding])[] = [
  [55, "time"], [60, "time"], [62, "time"], [63, "time"], [65, "software"],
  [80, "author"], [85, "author"], [110, "author"], [115, "author"], [116, "author"], [122, "author"],
  [26, "place"], [27, "place"], [90, "place"], [92, "place"], [95, "place"], [100, "place"], [101, "place"],
  [5, "comment"], [25, "comment"], [40, "comment"], [105, "comment"], [120, "comment"],
];

// The records of IPTC IIM: 0x1c, record, data set, u16 length. Record 2 is about the picture.
function lookAtIptc(bytes: Bytes, found: Found): void {
  const reader = new Reader(bytes);
  while (reader.left >= 5 && reader.takeU8() === 0x1c) {
    const record = reader.takeU8();
    const set = reader.takeU8();
    const length = reader.takeU16();
    const finding = inIptc.find(([one]) => one === set)?.[1];
    if (record === 2 && set !== 0) found.add(finding ?? "more");
    if (length > reader.left) return;
    reader.take(length);
  }
}

// Photoshop's resources, after "Photoshop 3.0\0": "8BIM", u16 id, name (length octet, padded to even), u32 length, data
// (padded to even). What cannot be walked is "more".
export function lookAtPhotoshop(bytes: Bytes, found: Found): void {
  const reader = new Reader(bytes);
  found.add("software");
  while (reader.left >= 12 && reader.takeMagic("8BIM")) {
    const id = reader.takeU16();
    const name = reader.takeU8();
    if (reader.left < (name | 1) + 4) return found.add("more");
    reader.take(name | 1);
    const length = reader.takeU32();
    if (length > reader.left) return found.add("more");
    const data = reader.take(length);
    if (length % 2 === 1 && reader.left > 0) reader.take(1);
    if (id === 0x0404) lookAtIptc(data, found);
    else if (id === 0x0409 || id === 0x040c) found.add("thumbnail");
    else found.add("more");
  }
  if (reader.left > 0) found.add("more");
}

const keywords: readonly (readonly [string, Finding])[] = [
  ["Author", "author"], ["Copyright", "author"], ["Creation Time", "time"], ["date:create", "time"], ["date:modify", "time"],
  ["Software", "software"], ["Source", "device"], ["Title", "comment"], ["Description", "comment"], ["Comment", "comment"],
];

// A text chunk of PNG: its keyword, and the packet where it is XMP.
export function lookAtPngText(data: Bytes, found: Found): void {
  const end = data.subarray(0, 80).indexOf(0);
  const keyword = latin1(data.subarray(0, Math.max(end, 0)));
  if (keyword === "XML:com.adobe.xmp") lookAtXmp(data, found);
  else found.add(keywords.find(([one]) => one === keyword)?.[1] ?? "more");
}
