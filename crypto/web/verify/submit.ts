// The submit note: a reporter's own list of what was sent, signed by the case key.

import { type Bytes, equal, toHex } from "../base/bytes.js";
import { check, refuse } from "../base/refusal.js";
import { caseIdOf } from "./ed25519.js";
import { type EnvelopeHeader, envId, firstAttachmentPart } from "./header.js";
import { Kind, mostAttachments, paddedLength } from "./lengths.js";
import { UnverifiedNote } from "./note.js";
import { NoteText, NoteWriter, parseNumber, valueFromHex } from "./note_text.js";

export interface SubmitObject {
  env: Bytes;
  coreLen: number;
  coreHash: Bytes;
  wrapsHash?: Bytes; // absent for an attachment, written as 64 zeros
}

export interface SubmitLines {
  deployment: Bytes;
  caseId: Bytes;
  key: Bytes;
  objects: SubmitObject[];
}

export const submitType = "parapet-submit/1";
const mostObjects = 2 + mostAttachments;
const noWraps = "0".repeat(64);

function parseObject(value: string): SubmitObject {
  const words = value.split(" ");
  if (words.length !== 4) refuse("malformed");
  const [env = "", coreLen = "", coreHash = "", wraps = ""] = words;
  return {
    env: valueFromHex(env, 32),
    coreLen: parseNumber(coreLen),
    coreHash: valueFromHex(coreHash, 32),
    ...(wraps === noWraps ? {} : { wrapsHash: valueFromHex(wraps, 32) }),
  };
}

export function parseSubmitLines(text: string): SubmitLines {
  const r = new NoteText(text, submitType);
  const lines: SubmitLines = {
    deployment: r.takeHex("deployment", 16),
    caseId: r.takeHex("case", 16),
    key: r.takeBase64("key", 32),
    objects: r.takeAll("object").map(parseObject),
  };
  r.finish();
  const { objects } = lines;
  if (objects.length < 1 || objects.length > mostObjects) refuse("malformed");
  for (const [i, object] of objects.entries()) {
    if ((i === 0 && object.wrapsHash === undefined) || (i > 1 && object.wrapsHash !== undefined)) refuse("malformed");
    if (objects.slice(0, i).some((other) => equal(other.env, object.env))) refuse("malformed");
  }
  return lines;
}

export function printSubmitLines(lines: SubmitLines): string {
  const out = new NoteWriter(submitType).hex("deployment", lines.deployment).hex("case", lines.caseId).base64("key", lines.key);
  for (const { env, coreLen, coreHash, wrapsHash } of lines.objects)
    out.line("object", `${toHex(env)} ${coreLen} ${toHex(coreHash)} ${wrapsHash === undefined ? noWraps : toHex(wrapsHash)}`);
  return out.finish();
}

// Signed by the key whose hash is the case, for this deployment.
export function openSubmit(bytes: Bytes, deployment: Bytes): SubmitLines {
  const note = UnverifiedNote.parse(bytes);
  note.checkSingleLine();
  const lines = parseSubmitLines(note.text);
  note.checkOnly({ name: toHex(lines.caseId), key: lines.key });
  if (!equal(lines.deployment, deployment)) refuse("wrong-deployment");
  if (!equal(caseIdOf(lines.key), lines.caseId)) refuse("wrong-case");
  return lines;
}

function mayStandAt(i: number, kind: Kind): boolean {
  if (i === 0) return kind === Kind.report || kind === Kind.message;
  return kind === Kind.attachment || (i === 1 && kind === Kind.identity);
}

// Whether this header is what the note may announce at place `i`.
export function checkSubmittedHeader({ deployment, caseId, objects }: SubmitLines, i: number, header: EnvelopeHeader): void {
  const object = objects[i];
  check(object !== undefined);
  if (!equal(envId(header), object.env)) refuse("core-hash");
  if (!equal(header.deployment, deployment)) refuse("wrong-deployment");
  if (!equal(header.caseId, caseId)) refuse("wrong-case");
  paddedLength(header.kind, object.coreLen);
  const hasWraps = object.wrapsHash !== undefined;
  if (!mayStandAt(i, header.kind) || hasWraps !== (header.kind !== Kind.attachment)) refuse("bad-header");
}

// All headers together, one an object: one seq and one roster throughout, attachments in part order.
export function checkSubmittedHeaders(submit: SubmitLines, headers: readonly EnvelopeHeader[]): void {
  check(headers.length === submit.objects.length);
  let nextPart = firstAttachmentPart;
  for (const [i, header] of headers.entries()) {
    checkSubmittedHeader(submit, i, header);
    const first = headers[0];
    if (first === undefined || header.seq !== first.seq || !equal(header.rosterHash, first.rosterHash)) refuse("bad-header");
    if (header.kind === Kind.attachment && header.part !== nextPart++) refuse("bad-header");
  }
}
