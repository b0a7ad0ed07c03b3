// Values that stand inside other formats: days, lengths, keys and their signatures.

import assert from "node:assert/strict";
import { toHex } from "../../base/bytes.js";
import { refuse } from "../../base/refusal.js";
import { dayNumber, minuteNumber, parseDay, parseMinute } from "../../verify/calendar.js";
import { checkEnrolledKey, verifyEd25519 } from "../../verify/ed25519.js";
import { coreLength, type Kind, paddedLength, padlen, padme } from "../../verify/lengths.js";
import { keyId, parseVkey, printVkey } from "../../verify/vkey.js";
import { bytesOf, type In, type Runners } from "../vector_files.js";

export const verifyBytes: Runners = {
  calendar: (input: In) => {
    if ("date" in input) return { day: dayNumber(parseDay(input.date)) };
    return { minute: minuteNumber(parseMinute(input.time)) };
  },
  lengths: (input: In) => {
    if ("padme" in input) return { padme: padme(input.padme) };
    const kind = input.kind as Kind;
    if (!("n" in input)) return { padded: paddedLength(kind, input.core_len) };
    const padded = padlen(kind, input.n);
    return { padded, core: coreLength(padded) };
  },
  vkey: (input: In) => {
    const vkey = parseVkey(input.vkey);
    assert.equal(printVkey(vkey), input.vkey);
    return { name: vkey.name, id: toHex(keyId(vkey.name, vkey.key)), key: toHex(vkey.key) };
  },
  ed25519: (input: In) => {
    if ("enrolled" in input) checkEnrolledKey(bytesOf(input.enrolled));
    else if (!verifyEd25519(bytesOf(input.key), bytesOf(input.message), bytesOf(input.signature))) refuse("bad-signature");
    return {};
  },
};
