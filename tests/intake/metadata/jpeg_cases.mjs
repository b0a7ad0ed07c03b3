import { readFileSync } from "node:fs";
import * as f from "./facts.mjs";
import * as p from "./pieces.mjs";

const { segment, jpeg, jfif, join } = p;
const bare = jpeg();
const exif = (dirs, little) => segment(0xe1, f.inSegment(f.tiff(dirs, little)));
const xmp = (inside) => segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", f.xmp(inside));
const photoshop = (...resources) => segment(0xed, "Photoshop 3.0\0", ...resources);
const icc = (body, place = "\x01\x01") => segment(0xe2, "ICC_PROFILE\0", place, body);
const display = readFileSync(new URL("display_p3.icc", import.meta.url));
const picture = join(p.jpegTables, p.jpegScan);
// One fact in front of the picture, and all of it gone.
const gone = (found, ...before) => ({ file: jpeg(...before), found, cleaned: bare });

export const jpegCases = {
  "jpeg-without-anything": { about: "A picture that tells nothing is left as it is.", file: bare, found: [], cleaned: bare },
  "jpeg-gps": { about: "The place goes.", ...gone(["place"], exif({ place: f.gps })) },
  "jpeg-gps-little-endian": { about: "The place goes in the other byte order, too.", ...gone(["place"], exif({ place: f.gps }, true)) },
  "jpeg-gps-version-alone": { about: "A directory of places with its version alone holds no place.", ...gone([], exif({ place: [f.gps[0]] })) },
  "jpeg-camera": { about: "Maker, model and serial number go.", ...gone(["device"], exif({ main: [f.text(0x010f), f.text(0x0110)], camera: [f.text(0xa431)] })) },
  "jpeg-times": { about: "The time of taking goes.", ...gone(["time"], exif({ main: [f.text(0x0132)], camera: [f.text(0x9003)] })) },
  "jpeg-author": { about: "Artist and copyright go.", ...gone(["author"], exif({ main: [f.text(0x013b), f.text(0x8298)] })) },
  "jpeg-software": { about: "The program goes.", ...gone(["software"], exif({ main: [f.text(0x0131)] })) },
  "jpeg-user-comment": { about: "What somebody wrote into it goes.", ...gone(["comment"], exif({ camera: [f.raw(0x9286, f.secret)] })) },
  "jpeg-exposure": { about: "How it was taken goes, told as more.", ...gone(["more"], exif({ camera: [f.raw(0x829a, f.secret)] })) },
  "jpeg-thumbnail": { about: "The small picture inside Exif goes.", ...gone(["thumbnail"], exif({ thumbnail: Buffer.from(f.secret) })) },
  "jpeg-rotated": {
    about: "Which way up it is stays, and nothing else of Exif.",
    file: jpeg(exif({ main: [f.text(0x010f), f.short(0x0112, 6)], place: f.gps }, true)),
    found: ["place", "device"],
    cleaned: jpeg(segment(0xe1, f.inSegment(f.upright(6)))),
  },
  "jpeg-rotated-twice": {
    about: "The first Exif says which way up; another one goes.",
    file: jpeg(exif({ main: [f.short(0x0112, 8)] }), exif({ main: [f.short(0x0112, 3), f.text(0x0131)] })),
    found: ["software"],
    cleaned: jpeg(segment(0xe1, f.inSegment(f.upright(8)))),
  },
  "jpeg-rotated-by-nine": { about: "A way up that there is not goes.", ...gone([], exif({ main: [f.short(0x0112, 9)] })) },
  "jpeg-exif-of-no-directory": { about: "Exif that cannot be read goes all the same.", ...gone(["more"], segment(0xe1, f.inSegment(`II*\0\xff\xff\xff\x7f${f.secret}`))) },
  "jpeg-exif-that-points-to-itself": {
    about: "A directory that points to itself is read once.",
    ...gone(["place"], segment(0xe1, f.inSegment(p.hex("4d4d002a00000008000188250004000000010000000800000000")))),
  },
  "jpeg-xmp": { about: "XMP goes, and what it told by the names in it.", ...gone(["place", "time", "software"], xmp(`xmp:CreatorTool="${f.secret}" exif:GPSLatitude="1" xmp:CreateDate="2"`)) },
  "jpeg-xmp-history": { about: "How it was edited goes.", ...gone(["history"], xmp(`xmpMM:DocumentID="${f.secret}"`)) },
  "jpeg-xmp-extension": { about: "The further parts of XMP go.", ...gone(["more"], segment(0xe1, `http://ns.adobe.com/xmp/extension/\0${f.secret}`)) },
  "jpeg-iptc": {
    about: "The press's fields go.",
    ...gone(["place", "author", "software"], photoshop(f.resource(0x0404, join(f.iptc(80, f.secret), f.iptc(90, "Town"))))),
  },
  "jpeg-photoshop-thumbnail": { about: "Photoshop's small picture goes.", ...gone(["software", "thumbnail"], photoshop(f.resource(0x040c, f.secret))) },
  "jpeg-photoshop-hostile-length": {
    about: "A resource longer than its segment goes all the same.",
    ...gone(["software", "more"], segment(0xed, "Photoshop 3.0\0", "8BIM\x04\x04\0\0\x7f\x7f\x7f\x7f", f.secret)),
  },
  "jpeg-comment": { about: "A comment goes.", ...gone(["comment"], segment(0xfe, f.secret)) },
  "jpeg-c2pa": { about: "A manifest of origin goes.", ...gone(["history"], segment(0xeb, `JP\0\x01${f.secret}`)) },
  "jpeg-unknown-application": { about: "A segment that nobody knows goes.", ...gone(["more"], segment(0xe5, f.secret)) },
  "jpeg-unknown-segment": { about: "A marker that draws nothing goes.", ...gone(["more"], segment(0xf7, f.secret)) },
  "jpeg-screen-profile": { about: "A screen's colour profile goes.", ...gone(["colours"], icc(f.profile(f.screenColours))) },
  "jpeg-phone-profile": {
    about: "A profile of Display P3 is replaced by one that is the same for everybody.",
    file: jpeg(icc(f.profile(f.phoneColours))),
    found: ["colours"],
    cleaned: jpeg(icc(display)),
  },
  "jpeg-profile-in-two-parts": { about: "A profile in several segments goes.", ...gone(["colours"], icc(f.profile(f.phoneColours), "\x01\x02"), icc(f.secret, "\x02\x02")) },
  "jpeg-jfif-thumbnail": {
    about: "The small picture of JFIF goes, and its resolution.",
    file: join(p.soi, segment(0xe0, "JFIF\0\x01\x02\x01\x01\x2c\x01\x2c\x01\x01", f.secret), picture, p.eoi),
    found: ["thumbnail"],
    cleaned: bare,
  },
  "jpeg-jfxx": { about: "The other small picture of JFIF goes.", ...gone(["thumbnail"], segment(0xe0, `JFXX\0\x10${f.secret}`)) },
  "jpeg-adobe": {
    about: "Of Adobe's segment only how colours are stored stays.",
    file: jpeg(segment(0xee, "Adobe", Buffer.from([1, 2, 3, 4, 5, 6, 1]), f.secret)),
    found: [],
    cleaned: jpeg(p.hex("ffee000e41646f626500640000000001")),
  },
  "jpeg-second-picture": {
    about: "A second picture, and the list that names it, go.",
    file: join(jpeg(segment(0xe2, `MPF\0${f.secret}`)), bare, f.secret),
    found: ["appended"],
    cleaned: bare,
  },
  "jpeg-film-behind-it": { about: "What lies behind the picture's end goes.", file: join(bare, `\0\0\0\x18ftypmp42${f.secret}`), found: ["appended"], cleaned: bare },
  "jpeg-between-scans": {
    about: "What stands between two scans goes; both scans stay.",
    file: join(p.soi, jfif, picture, segment(0xfe, f.secret), p.jpegScan, p.eoi),
    found: ["comment"],
    cleaned: join(p.soi, jfif, picture, p.jpegScan, p.eoi),
  },
  "jpeg-fill-octets": {
    about: "Fill octets before a marker go; restarts and stuffed octets in a scan stay.",
    file: join(p.soi, p.hex("ffff"), jfif, picture, p.hex("ff00ffd0ffffd7aaffff"), p.eoi),
    found: [],
    cleaned: join(p.soi, jfif, picture, p.hex("ff00ffd0ffffd7aaffff"), p.eoi),
  },
  "jpeg-cut-off-in-its-scan": { about: "A picture that was cut off is kept as far as it goes.", file: join(p.soi, segment(0xfe, f.secret), jfif, picture), found: ["comment"], cleaned: join(p.soi, jfif, picture) },
  "jpeg-cut-off-in-a-table": { about: "Cut off between scans, it ends with the last whole scan.", file: join(p.soi, jfif, picture, "\xff\xc4\x01\xffx"), found: [], cleaned: join(p.soi, jfif, picture) },
  "jpeg-cut-off-before-its-scan": { about: "Without a scan it is no picture.", file: join(p.soi, jfif, p.jpegTables), refused: "truncated" },
  "jpeg-segment-past-the-end": { about: "A segment longer than the file is refused.", file: join(p.soi, "\xff\xe1\xff\xff", f.secret), refused: "truncated" },
  "jpeg-segment-of-one-octet": { about: "A length that does not hold itself is refused.", file: join(p.soi, p.hex("ffe10001"), bare), refused: "malformed" },
  "jpeg-end-without-a-scan": { about: "An end without a scan is refused.", file: join(p.soi, jfif, p.eoi), refused: "malformed" },
  "jpeg-garbage-between-segments": { about: "Octets between two segments, which decoders pass over, go.", file: join(p.soi, jfif, `\xff\0${f.secret}\xff\0`, picture, p.eoi), found: ["more"], cleaned: bare },
  "jpeg-garbage-to-the-end": { about: "Without another segment it is no picture.", file: join(p.soi, jfif, f.secret), refused: "truncated" },
  "jpeg-restart-outside-a-scan": { about: "A marker of scans outside of one is refused.", file: join(p.soi, jfif, p.hex("ffd0"), picture, p.eoi), refused: "malformed" },
  "jpeg-start-in-a-scan": { about: "A second beginning before the end is refused.", file: join(p.soi, jfif, picture, bare), refused: "malformed" },
};
