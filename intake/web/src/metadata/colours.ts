// Colour profiles (ICC.1): they name screens, cameras and days, so none is kept. A picture in Display P3, as many phones
// make them, gets a profile of ours, the same octets for everybody; without one it would look dull. Any other is shown
// as sRGB.

import { type Bytes, fromHex } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";

// Red, green and blue of Display P3 under D50, in 1/65536; a profile of anybody's may differ by rounding.
const primaries: readonly (readonly [string, readonly number[]])[] = [
  ["rXYZ", [33759, 15807, -69]],
  ["gXYZ", [19135, 45367, 2745]],
  ["bXYZ", [10296, 4363, 51385]],
];
const rounding = 160;

function tag(profile: Bytes, name: string): Bytes | undefined {
  const reader = new Reader(profile.subarray(128));
  const n = reader.left < 4 ? 0 : reader.takeU32();
  for (let i = 0; i < n && reader.left >= 12; i++) {
    const here = reader.takeMagic(name);
    if (!here) reader.take(4);
    const at = reader.takeU32();
    const size = reader.takeU32();
    if (here) return at + size > profile.length ? undefined : profile.subarray(at, at + size);
  }
  return undefined;
}

export function isDisplayP3(profile: Bytes): boolean {
  return primaries.every(([name, wanted]) => {
    const colour = tag(profile, name);
    if (colour === undefined || colour.length < 20) return false;
    const reader = new Reader(colour);
    reader.take(8);
    return wanted.every((value) => Math.abs((reader.takeU32() | 0) - value) <= rounding);
  });
}

export function displayP3(): Bytes {
  return fromHex(
    "000001dc00000000040000006d6e74725247422058595a2007d0000100010000000000006163737000000000000000000000000000000000" +
    "0000000000000000000000000000f6d6000100000000d32d0000000000000000000000000000000000000000000000000000000000000000" +
    "000000000000000000000000000000000000000a64657363000000fc00000020637072740000011c00000022777470740000014000000014" +
    "7258595a00000154000000146758595a00000168000000146258595a0000017c000000147254524300000190000000206754524300000190" +
    "0000002062545243000001900000002063686164000001b00000002c6d6c756300000000000000010000000c656e5553000000040000001c" +
    "005000336d6c756300000000000000010000000c656e5553000000060000001c004300430030000058595a20000000000000f6d600010000" +
    "0000d32d58595a2000000000000083df00003dbfffffffbb58595a200000000000004abf0000b13700000ab958595a200000000000002838" +
    "0000110b0000c8b9706172610000000000030000000266660000f2a700000d59000013d000000a5b736633320000000000010c42000005de" +
    "fffff326000007930000fd90fffffba2fffffda3000003dc0000c06e",
  );
}
