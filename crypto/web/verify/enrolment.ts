// A member's request to be named in a roster, with proof that the signing key is theirs.

import { type Bytes, toHex } from "../base/bytes.js";
import { type Day, parseDay } from "./calendar.js";
import { checkEnrolledKey, ridOf } from "./ed25519.js";
import { textFingerprint } from "./fingerprint.js";
import { UnverifiedNote } from "./note.js";
import { checkLabel, NoteText } from "./note_text.js";

export interface Enrolment {
  person: Bytes;
  sealKey: Bytes;
  signKey: Bytes;
  label: string;
  day: Day;
  fingerprint: string;
}

export function openEnrolment(bytes: Bytes): Enrolment {
  const note = UnverifiedNote.parse(bytes);
  note.checkSingleLine();
  const r = new NoteText(note.text, "parapet-enrol/1");
  const person = r.takeHex("person", 8);
  const sealKey = r.takeBase64("enc", 1216);
  const signKey = r.takeBase64("sign", 32);
  const label = r.take("label");
  checkLabel(label);
  const day = parseDay(r.take("day"));
  r.finish();
  checkEnrolledKey(signKey);
  note.checkOnly({ name: toHex(ridOf(sealKey)), key: signKey });
  return { person, sealKey, signKey, label, day, fingerprint: textFingerprint("parapet/1/enrol", note.text) };
}
