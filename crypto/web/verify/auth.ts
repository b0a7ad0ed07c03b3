// The auth note: somebody who holds a key asks a server for something, once, for this origin, this body.

import { type Bytes, equal, toHex } from "../base/bytes.js";
import { sha256 } from "../base/sha256.js";
import { refuse } from "../base/refusal.js";
import type { ChallengeBook } from "./challenge.js";
import { caseIdOf } from "./ed25519.js";
import { mayKeep, type Member, mayRead } from "./member.js";
import { UnverifiedNote } from "./note.js";
import { NoteText, NoteWriter } from "./note_text.js";
import { isOrigin } from "./origin.js";
import type { Root } from "./root.js";
import { memberByRid, type Roster } from "./roster.js";

export const authType = "parapet-auth/1";
const ops = ["view", "own", "fetch", "burn", "inbox", "object", "unseals", "upload"] as const;
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

// What the server that checks knows. `now` is in Unix seconds.
export interface AuthContext {
  root: Root; // deployment and origins
  challenges: ChallengeBook;
  now: number;
}

interface ParsedAuth {
  note: UnverifiedNote;
  lines: AuthLines;
}

// Everything up to the question whose key it must be.
function openAuth(bytes: Bytes, op: Op, { root, challenges, now }: AuthContext): ParsedAuth {
  const note = UnverifiedNote.parse(bytes);
  note.checkSingleLine();
  const lines = parseAuthLines(note.text);
  if (lines.op !== op) refuse("wrong-type");
  challenges.check(lines.challenge, now);
  if (!equal(lines.deployment, root.deployment)) refuse("wrong-deployment");
  return { note, lines };
}

// Everything after it. The challenge is used up last, so that nobody can spend another's.
function closeAuth({ note, lines }: ParsedAuth, body: Bytes, { root, challenges, now }: AuthContext): void {
  note.checkOnly({ name: toHex(lines.subject), key: lines.key });
  if (!root.origins.includes(lines.origin)) refuse("wrong-origin");
  if (!equal(sha256(body), lines.body)) refuse("body-hash");
  challenges.redeem(lines.challenge, now);
}

// The holder of a case key. Whether the case exists is asked after this, never before.
export function openReporterAuth(bytes: Bytes, op: Op, body: Bytes, context: AuthContext): { caseId: Bytes; key: Bytes } {
  const auth = openAuth(bytes, op, context);
  const { key, subject } = auth.lines;
  if (!equal(caseIdOf(key), subject)) refuse("wrong-case");
  closeAuth(auth, body, context);
  return { caseId: subject, key };
}

// An active member with a reading role, by the roster's key for that rid.
export function openOfficerAuth(bytes: Bytes, op: Op, body: Bytes, context: AuthContext, roster: Roster): Member {
  const auth = openAuth(bytes, op, context);
  const member = memberByRid(roster, auth.lines.subject);
  const may = member !== undefined && (mayRead(member) || (op === "unseals" && mayKeep(member)));
  if (member === undefined || !may || !equal(member.signKey, auth.lines.key)) refuse("unknown-signer");
  closeAuth(auth, body, context);
  return member;
}
