// Asking: a note that the holder of a key signs over a challenge and the body that goes with it.

import type { Bytes } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { NoteText, NoteWriter } from "./note_text.js";
import { isOrigin } from "./origin.js";

export const authType = "parapet-auth/1";
const ops = ["view", "own", "burn", "inbox", "object"] as const;
export type Op = (typeof ops)[number];

export interface AuthLines {
  deployment: Bytes;
  subject: Bytes;
  key: Bytes;
  origin: string;
  op: Op;
  challenge: Bytes;
  body: Bytes;
}

export function parseAuthLines(text: string): AuthLines {
  const r = new NoteText(text, authType);
  const deployment = r.takeHex("deployment", 16);
  const subject = r.takeHex("subject", 16);
  const key = r.takeBase64("key", 32);
  const origin = r.take("origin");
  if (!isOrigin(origin)) refuse("malformed");
  const word = r.take("op");
  const op = ops.find((one) => one === word) ?? refuse("malformed");
  const lines = { deployment, subject, key, origin, op, challenge: r.takeBase64("challenge", 64), body: r.takeHex("body", 32) };
  r.finish();
  return lines;
}

export function printAuthLines(lines: AuthLines): string {
  return new NoteWriter(authType)
    .hex("deployment", lines.deployment)
    .hex("subject", lines.subject)
    .base64("key", lines.key)
    .line("origin", lines.origin)
    .line("op", lines.op)
    .base64("challenge", lines.challenge)
    .hex("body", lines.body)
    .finish();
}
