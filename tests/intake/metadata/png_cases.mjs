import * as f from "./facts.mjs";
import * as p from "./pieces.mjs";

const { chunk, png, join } = p;
const bare = png();
const { ihdr, idat, iend } = p.pngParts;
const gone = (found, ...before) => ({ file: png(...before), found, cleaned: bare });
const kept = (...before) => ({ file: png(...before), found: [], cleaned: png(...before) });
const srgb = p.hex("00007a26000080840000fa00000080e8000075300000ea6000003a9800001770");

export const pngCases = {
  "png-without-anything": { about: "A picture that tells nothing is left as it is.", ...kept() },
  "png-author": { about: "A named text goes.", ...gone(["author"], chunk("tEXt", `Author\0${f.secret}`)) },
  "png-software": { about: "The program goes.", ...gone(["software"], chunk("tEXt", `Software\0${f.secret}`)) },
  "png-creation-time": { about: "The day goes.", ...gone(["time"], chunk("tEXt", `Creation Time\0${f.secret}`)) },
  "png-source": { about: "The device goes.", ...gone(["device"], chunk("tEXt", `Source\0${f.secret}`)) },
  "png-compressed-text": { about: "A compressed text goes by its name.", ...gone(["comment"], chunk("zTXt", `Comment\0\0${f.secret}`)) },
  "png-international-text": { about: "A text in UTF-8 goes.", ...gone(["comment"], chunk("iTXt", `Title\0\0\0\0\0${f.secret}`)) },
  "png-other-text": { about: "A text of any other name goes.", ...gone(["more"], chunk("tEXt", `prompt\0${f.secret}`)) },
  "png-text-without-a-name": { about: "A text without a name goes.", ...gone(["more"], chunk("tEXt", f.secret)) },
  "png-xmp": { about: "XMP goes, and what it told.", ...gone(["place"], chunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0${f.xmp(`exif:GPSLatitude="${f.secret}"`)}`)) },
  "png-exif": { about: "Exif goes.", ...gone(["place"], chunk("eXIf", f.tiff({ place: f.gps }))) },
  "png-exif-rotated": {
    about: "Which way up it is stays, with a checksum of its own.",
    file: png(chunk("eXIf", f.tiff({ main: [f.text(0x0110), f.short(0x0112, 5)] }))),
    found: ["device"],
    cleaned: png(chunk("eXIf", f.upright(5))),
  },
  "png-exif-rotated-twice": {
    about: "The first Exif says which way up; another one goes.",
    file: png(chunk("eXIf", f.tiff({})), chunk("eXIf", f.tiff({ main: [f.short(0x0112, 5)] }))),
    found: [],
    cleaned: bare,
  },
  "png-time": { about: "The time of the last change goes.", ...gone(["time"], chunk("tIME", "\x07\xea\x0b\x18\x01\x02\x03")) },
  "png-colour-profile": { about: "A colour profile goes.", ...gone(["colours"], chunk("iCCP", `${f.secret}\0\0x`)) },
  "png-colours-of-srgb": { about: "The colours of sRGB stay.", ...kept(chunk("gAMA", p.hex("0000b18f")), chunk("sRGB", "\0"), chunk("cHRM", srgb)) },
  "png-colours-of-a-screen": { about: "The colours of a screen go.", ...gone(["colours"], chunk("cHRM", join(srgb.subarray(0, 31), "\x71"))) },
  "png-colours-too-long": { about: "Colours with something behind them go.", ...gone(["colours"], chunk("cHRM", join(srgb, f.secret))) },
  "png-transparency": { about: "What is transparent stays.", ...kept(chunk("tRNS", p.hex("000000ff0000"))) },
  "png-resolution": { about: "The resolution goes in silence.", ...gone([], chunk("pHYs", p.hex("000016250000162501"))) },
  "png-c2pa": { about: "A manifest of origin goes.", ...gone(["history"], chunk("caBX", f.secret)) },
  "png-unknown-chunk": { about: "A chunk that nobody knows goes.", ...gone(["more"], chunk("prVt", f.secret)) },
  "png-animation": {
    about: "An animation stays.",
    file: join(p.signature, ihdr, chunk("acTL", p.hex("0000000100000000")), chunk("fcTL", Buffer.alloc(26)), idat, chunk("fdAT", "\0\0\0\x01x"), iend),
    found: [],
    cleaned: join(p.signature, ihdr, chunk("acTL", p.hex("0000000100000000")), chunk("fcTL", Buffer.alloc(26)), idat, chunk("fdAT", "\0\0\0\x01x"), iend),
  },
  "png-after-the-end": { about: "What lies behind the picture's end goes: an older, larger picture, for one.", file: join(bare, idat, iend, f.secret), found: ["appended"], cleaned: bare },
  "png-text-after-the-picture": { about: "A text behind the picture's data goes.", file: join(p.signature, ihdr, idat, chunk("tEXt", `Author\0${f.secret}`), iend), found: ["author"], cleaned: bare },
  "png-cut-off": { about: "A chunk that is not wholly there is refused.", file: bare.subarray(0, -20), refused: "truncated" },
  "png-without-an-end": { about: "A file without its last chunk is refused.", file: bare.subarray(0, -12), refused: "truncated" },
  "png-hostile-length": { about: "A length past every file is refused.", file: join(p.signature, ihdr, "\x7f\xff\xff\xfftEXt", f.secret), refused: "truncated" },
  "png-length-above-the-limit": { about: "A length above the format's limit is refused.", file: join(p.signature, ihdr, "\xff\xff\xff\xfftEXt", f.secret), refused: "malformed" },
  "png-type-of-no-letters": { about: "A chunk type is four letters.", file: join(p.signature, ihdr, "\0\0\0\0\0\0\0\0\0\0\0\0", iend), refused: "malformed" },
  "png-header-not-first": { about: "The header comes first.", file: join(p.signature, idat, ihdr, iend), refused: "malformed" },
  "png-header-twice": { about: "There is one header.", file: join(p.signature, ihdr, ihdr, idat, iend), refused: "malformed" },
  "png-without-a-picture": { about: "Without data it is no picture.", file: join(p.signature, ihdr, iend), refused: "malformed" },
};
