import { readFileSync } from "node:fs";
import * as f from "./facts.mjs";
import * as p from "./pieces.mjs";

const { riffChunk, webp, vp8x, join } = p;
const lossy = riffChunk("VP8 ", p.vp8);
const lossless = riffChunk("VP8L", p.vp8l);
const exif = (dirs) => riffChunk("EXIF", f.tiff(dirs));
const frame = (...chunks) => riffChunk("ANMF", join(Buffer.alloc(16), ...chunks));
const animation = riffChunk("ANIM", Buffer.alloc(6));
const display = readFileSync(new URL("display_p3.icc", import.meta.url));

export const webpCases = {
  "webp-without-anything": { about: "A picture that tells nothing is left as it is.", file: webp(lossy), found: [], cleaned: webp(lossy) },
  "webp-lossless": { about: "So is a lossless one.", file: webp(lossless), found: [], cleaned: webp(lossless) },
  "webp-gps": { about: "The place goes, and the flag for it.", file: webp(vp8x(0x08), lossy, exif({ place: f.gps })), found: ["place"], cleaned: webp(vp8x(0), lossy) },
  "webp-rotated": {
    about: "Which way up it is stays, and the flag for it.",
    file: webp(vp8x(0x18), lossy, exif({ main: [f.text(0x010f), f.short(0x0112, 8)] })),
    found: ["device"],
    cleaned: webp(vp8x(0x18), lossy, riffChunk("EXIF", f.upright(8))),
  },
  "webp-rotated-twice": {
    about: "The first Exif says which way up; another one goes.",
    file: webp(vp8x(0x08), lossy, exif({}), exif({ main: [f.short(0x0112, 8)] })),
    found: [],
    cleaned: webp(vp8x(0), lossy),
  },
  "webp-exif-as-in-jpeg": {
    about: "Exif that begins as in JPEG is read.",
    file: webp(vp8x(0x08), lossy, riffChunk("EXIF", f.inSegment(f.tiff({ main: [f.text(0x0132)] })))),
    found: ["time"],
    cleaned: webp(vp8x(0), lossy),
  },
  "webp-xmp": { about: "XMP goes, and the flag for it.", file: webp(vp8x(0x04), lossy, riffChunk("XMP ", f.xmp(`dc:creator="${f.secret}"`))), found: ["author"], cleaned: webp(vp8x(0), lossy) },
  "webp-screen-profile": { about: "A screen's colour profile goes, and the flag for it.", file: webp(vp8x(0x20), riffChunk("ICCP", f.profile(f.screenColours)), lossy), found: ["colours"], cleaned: webp(vp8x(0), lossy) },
  "webp-phone-profile": {
    about: "A profile of Display P3 is replaced by one that is the same for everybody.",
    file: webp(vp8x(0x20), riffChunk("ICCP", f.profile(f.phoneColours)), lossy),
    found: ["colours"],
    cleaned: webp(vp8x(0x20), riffChunk("ICCP", display), lossy),
  },
  "webp-flag-without-its-chunk": { about: "A flag for what is not there goes.", file: webp(vp8x(0x2c), lossy), found: [], cleaned: webp(vp8x(0), lossy) },
  "webp-reserved-octets": { about: "Reserved bits and octets are zero.", file: webp(riffChunk("VP8X", p.hex("d1474549" + "1700000f0000")), lossy), found: [], cleaned: webp(vp8x(0x10), lossy) },
  "webp-c2pa": { about: "A manifest of origin goes.", file: webp(vp8x(0), lossy, riffChunk("C2PA", f.secret)), found: ["history"], cleaned: webp(vp8x(0), lossy) },
  "webp-unknown-chunk": { about: "A chunk that nobody knows goes.", file: webp(lossy, riffChunk("note", f.secret)), found: ["more"], cleaned: webp(lossy) },
  "webp-pad-octet": { about: "An octet of padding is zero.", file: webp(riffChunk("VP8L", p.vp8l, 0x47)), found: [], cleaned: webp(lossless) },
  "webp-pad-octet-missing": { about: "A last chunk without its padding gets it.", file: join("RIFF", p.hex("33000000"), "WEBP", lossless.subarray(0, -1)), found: [], cleaned: webp(lossless) },
  "webp-animation": { about: "An animation stays.", file: webp(vp8x(0x02), animation, frame(lossy), frame(lossless)), found: [], cleaned: webp(vp8x(0x02), animation, frame(lossy), frame(lossless)) },
  "webp-frame-with-more-in-it": { about: "A frame that holds more than a picture is refused.", file: webp(vp8x(0x02), animation, frame(lossy, riffChunk("note", f.secret))), refused: "malformed" },
  "webp-after-the-end": { about: "What lies behind the picture's end goes.", file: join(webp(lossy), f.secret), found: ["appended"], cleaned: webp(lossy) },
  "webp-longer-than-the-file": { about: "A picture longer than its file is refused.", file: webp(lossy).subarray(0, -2), refused: "truncated" },
  "webp-hostile-length": { about: "A chunk longer than the picture is refused.", file: webp(lossy, join("EXIF\xff\xff\xff\xff", f.secret)), refused: "truncated" },
  "webp-head-not-first": { about: "VP8X comes first.", file: webp(lossy, vp8x(0)), refused: "malformed" },
  "webp-head-too-long": { about: "VP8X has ten octets.", file: webp(riffChunk("VP8X", Buffer.alloc(12)), lossy), refused: "malformed" },
  "webp-without-a-picture": { about: "Without data it is no picture.", file: webp(vp8x(0)), refused: "malformed" },
};

export const otherCases = {
  "not-a-picture": { about: "Text is no picture, whatever its name.", file: Buffer.from("This is a letter, not a photo.jpg"), picture: false },
  "empty-file": { about: "Neither is nothing.", file: Buffer.alloc(0), picture: false },
  "start-of-a-jpeg-alone": { about: "The first three octets of a JPEG promise one.", file: Buffer.from("ffd8ff", "hex"), refused: "truncated" },
  "riff-of-sound": { about: "RIFF holds sound, too.", file: Buffer.from("RIFF\x04\0\0\0WAVE", "latin1"), picture: false },
};
