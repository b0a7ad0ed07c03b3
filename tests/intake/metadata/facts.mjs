// The facts that are put into pictures. Whatever must be gone afterwards holds this word.

import { hex, join, octets } from "./pieces.mjs";

export const secret = "GEHEIM-4711";

export const short = (tag, value) => ({ tag, type: 3, count: 1, data: Buffer.from([value >> 8, value & 255]) });
export const text = (tag, value = secret) => ({ tag, type: 2, count: value.length + 1, data: octets(`${value}\0`) });
export const raw = (tag, data) => ({ tag, type: 7, count: data.length, data: typeof data === "string" ? octets(data) : Buffer.from(data) });

// TIFF with its directories one after another and their data behind them. `thumbnail`: octets of a second directory.
export function tiff({ main = [], camera, place, thumbnail }, little = false) {
  const order = (n, size) => {
    const out = Buffer.alloc(size);
    if (little) out.writeUIntLE(n, 0, size);
    else out.writeUIntBE(n, 0, size);
    return out;
  };
  const entries = [...main];
  const length = (list) => 2 + 12 * list.length + 4;
  const first = entries.length + (camera ? 1 : 0) + (place ? 1 : 0);
  let next = 8 + 2 + 12 * first + 4;
  const pointer = (tag, to) => ({ tag, type: 4, count: 1, long: to });
  const others = [];
  for (const [tag, list] of [[0x8769, camera], [0x8825, place]]) {
    if (!list) continue;
    entries.push(pointer(tag, next));
    others.push(list);
    next += length(list);
  }
  entries.sort((a, b) => a.tag - b.tag);
  const second = thumbnail ? next : 0;
  if (thumbnail) {
    others.push([raw(0x0201, thumbnail)]);
    next += length([0]);
  }
  const data = [];
  const directory = (list, after) => {
    const out = [order(list.length, 2)];
    for (const one of list) {
      out.push(order(one.tag, 2), order(one.type, 2), order(one.count, 4));
      if (one.long !== undefined) out.push(order(one.long, 4));
      else if (one.type === 3) out.push(order(one.data.readUInt16BE(), 2), Buffer.alloc(2));
      else if (one.data.length <= 4) out.push(one.data, Buffer.alloc(4 - one.data.length));
      else {
        out.push(order(next, 4));
        data.push(one.data);
        next += one.data.length;
      }
    }
    out.push(order(after, 4));
    return out;
  };
  const all = [...directory(entries, second), ...others.flatMap((list) => directory(list, 0))];
  return Buffer.concat([Buffer.from(little ? "II" : "MM"), order(42, 2), order(8, 4), ...all, ...data]);
}

// The only Exif that may be left.
export const upright = (way) => hex(`4d4d002a0000000800010112000300000001000${way}000000000000`);
export const inSegment = (body) => join("Exif\0\0", body);
export const gps = [raw(0x0000, [2, 3, 0, 0]), text(0x0001, "N"), raw(0x0002, `48/1,12/1,${secret}`)];

export const xmp = (inside) => `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description ${inside}/></rdf:RDF></x:xmpmeta>`;

export function resource(id, data) {
  const head = join("8BIM", Buffer.from([id >> 8, id & 255, 0, 0]), Buffer.alloc(4));
  head.writeUInt32BE(data.length, 8);
  return join(head, data, Buffer.alloc(data.length % 2));
}
export const iptc = (set, value) => join(Buffer.from([0x1c, 2, set, 0, value.length]), value);

// A profile of somebody's device, with three colours (each X, Y, Z in 1/65536).
export function profile(colours) {
  const tags = ["rXYZ", "gXYZ", "bXYZ"];
  const out = Buffer.alloc(128 + 4 + 12 * 4 + 20 * 3 + 32);
  out.writeUInt32BE(out.length, 0);
  out.write("RGB XYZ ", 16, "latin1");
  out.write("acsp", 36, "latin1");
  out.write("APPL", 48, "latin1");
  out.writeUInt32BE(4, 128);
  tags.forEach((name, i) => {
    const at = 128 + 4 + 48 + 20 * i;
    out.write(name, 132 + 12 * i, "latin1");
    out.writeUInt32BE(at, 136 + 12 * i);
    out.writeUInt32BE(20, 140 + 12 * i);
    out.write("XYZ ", at, "latin1");
    colours[i].forEach((value, k) => out.writeInt32BE(value, at + 8 + 4 * k));
  });
  out.write("desc", 132 + 36, "latin1");
  out.writeUInt32BE(out.length - 32, 136 + 36);
  out.writeUInt32BE(32, 140 + 36);
  out.write(`desc ${secret}`, out.length - 32, "latin1");
  return out;
}
export const phoneColours = [[33759, 15807, -68], [19135, 45366, 2746], [10296, 4362, 51384]];
export const screenColours = [[32901, 16002, 404], [23503, 45103, 3601], [6811, 4431, 50055]];
