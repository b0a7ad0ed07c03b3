// A message of kinds 1 to 5, opened and its author known (crypto/SPEC.md section 4).

import { type Bytes, concat, equal } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { caseIdOf, verifyLabelled } from "../verify/ed25519.js";
import { type EnvelopeHeader, envId, headerOfCore } from "../verify/header.js";
import { Kind, mostJson } from "../verify/lengths.js";
import { mayKeep, type Member, mayRead } from "../verify/member.js";
import type { Roster } from "../verify/roster.js";
import { openCore } from "./envelope.js";

export interface OpenedMessage {
  header: EnvelopeHeader;
  env: Bytes;
  json: Bytes;
  author: Bytes;
}

interface SignedJson {
  json: Bytes;
  author: Bytes;
  signature: Bytes;
}

function parseContent(content: Bytes): SignedJson {
  const r = new Reader(content);
  const n = r.takeU32();
  if (n > mostJson) refuse("too-large");
  const out = { json: r.take(n), author: r.take(32), signature: r.take(64) };
  r.finish();
  return out;
}

function checkSignature(env: Bytes, { json, author, signature }: SignedJson): void {
  if (!verifyLabelled(author, "parapet/1/msg", concat(env, json), signature)) refuse("inner-signature");
}

export function openReporterMessage(core: Bytes, dek: Bytes): OpenedMessage {
  const header = headerOfCore(core);
  const content = parseContent(openCore(core, dek));
  const ofReporter = header.kind === Kind.report || header.kind === Kind.message || header.kind === Kind.identity;
  if (!ofReporter || !equal(caseIdOf(content.author), header.caseId)) refuse("wrong-author");
  checkSignature(envId(header), content);
  return { header, env: envId(header), json: content.json, author: content.author };
}

// A custodian says why, in a note, when refusing to open a name.
function mayWrite(member: Member, kind: Kind): boolean {
  return mayRead(member) || (kind === Kind.note && mayKeep(member));
}

// `rosters`: those that headers may name; the current one last.
export function openOfficeMessage(
  core: Bytes,
  dek: Bytes,
  rosters: readonly Roster[],
): OpenedMessage & { member: Member } {
  const header = headerOfCore(core);
  const content = parseContent(openCore(core, dek));
  if (header.kind !== Kind.reply && header.kind !== Kind.note) refuse("wrong-author");
  const named = rosters.find((roster) => equal(roster.hash, header.rosterHash)) ?? refuse("unknown-roster");
  const member = named.members.find((one) => equal(one.signKey, content.author));
  if (member === undefined || !mayWrite(member, header.kind)) refuse("wrong-author");
  const now = rosters.at(-1)?.members.find((one) => equal(one.signKey, content.author));
  if (now?.state === "revoked") refuse("wrong-author");
  checkSignature(envId(header), content);
  return { header, env: envId(header), json: content.json, author: content.author, member };
}
