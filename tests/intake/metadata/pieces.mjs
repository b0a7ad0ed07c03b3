// What the pictures are made of: the compressed data of one 24 x 16 picture (red and green left, blue right), drawn and
// compressed once by a browser's canvas in each format, and the containers' forms around it.

import { crc32 } from "./crc32.mjs";

export const hex = (text) => Buffer.from(text, "hex");
// Text stands for its octets, one each.
export const octets = (part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part);
export const join = (...parts) => Buffer.concat(parts.map(octets));

export const jpegTables = hex(
  "ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ff" +
  "db0043011112121815182f1a1a2f634238426363636363636363636363636363636363636363636363636363636363636363636363636363636363636363636363636363ffc0" +
  "0011080010001803012200021101031101ffc400160001010100000000000000000000000000000605ffc40014100100000000000000000000000000000000ffc40017010003" +
  "010000000000000000000000000003040507ffc4001a11010001050000000000000000000000000014166163a2e2",
);
export const jpegScan = hex(
  "ffda000c03010002110311003f00c514a20c8b0b57e1db94100d6883",
);
export const vp8 = hex(
  "9002009d012a1800100002c04c25a00274ca11c0de81f857f8660431e000feda8dfffee5adfde3bc2c3e08ffed9d31e7f9feff827fc42df9e87ea8d42e123a000000",
);
export const vp8l = hex("2f17c0030017201048da1f7a8df9171014f93fdafc075f0a0402844993521544f43faae0545d01");
const ihdr = hex("00000018000000100806000000");
const idat = hex(
  "7801ecd3b10900000803c1e8fe3bab1b7c21621321a5044ecc926a135a4f1d8f0b10d8444c14f3049b50836f404232d13f51030000ffff",
);

// JPEG
export const soi = hex("ffd8");
export const eoi = hex("ffd9");
export const jfif = hex("ffe000104a46494600010100000100010000");

export function segment(marker, ...payload) {
  const body = join(...payload);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export const jpeg = (...before) => Buffer.concat([soi, jfif, ...before, jpegTables, jpegScan, eoi]);

// PNG
export const signature = hex("89504e470d0a1a0a");

export function chunk(type, data = Buffer.alloc(0)) {
  const body = join(type, data);
  const out = Buffer.alloc(8 + body.length);
  out.writeUInt32BE(body.length - 4, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), 4 + body.length);
  return out;
}

export const png = (...before) => Buffer.concat([signature, chunk("IHDR", ihdr), ...before, chunk("IDAT", idat), chunk("IEND")]);
export const pngParts = { ihdr: chunk("IHDR", ihdr), idat: chunk("IDAT", idat), iend: chunk("IEND") };

// WebP
export function riffChunk(type, data, pad = 0) {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(data.length, 4);
  return join(head, data, Buffer.alloc(data.length % 2, pad));
}

export function webp(...chunks) {
  const body = Buffer.concat(chunks);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

export const vp8x = (flags) => riffChunk("VP8X", Buffer.concat([Buffer.from([flags, 0, 0, 0]), hex("1700000f0000")]));
