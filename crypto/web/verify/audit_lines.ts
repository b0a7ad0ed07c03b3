// What a leaf of the audit log says (crypto/SPEC.md section 10).

import { type Bytes, toBase64, toHex } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { parseDay, parseMinute } from "./calendar.js";
import type { Seen } from "./checkpoint.js";
import { mayKeep, mayRead, type Member } from "./member.js";
import { NoteText, NoteWriter, parseNumber, valueFromBase64, valueFromHex } from "./note_text.js";

export const auditType = "parapet-audit/1";

const purposes = ["intake", "assess", "decide", "review", "support"] as const;
export type Purpose = (typeof purposes)[number];

// What an event needs besides deployment, event, time, actor, nonce and, of a member, seen.
interface Needs {
  by: "member" | "service";
  objects: "none" | "one" | "some";
  lines: readonly ("caseTag" | "purpose" | "to" | "hash" | "request" | "tagKey")[];
}

// The events of this version.
const needs = {
  login: { by: "member", objects: "none", lines: [] },
  read: { by: "member", objects: "some", lines: ["caseTag", "purpose"] },
  reply: { by: "member", objects: "some", lines: ["caseTag"] },
  note: { by: "member", objects: "one", lines: ["caseTag"] },
  grant: { by: "member", objects: "some", lines: ["caseTag", "to"] },
  recuse: { by: "member", objects: "none", lines: ["caseTag"] },
  "unseal-request": { by: "member", objects: "one", lines: ["caseTag", "purpose", "hash"] },
  "unseal-approve": { by: "member", objects: "one", lines: ["caseTag", "to", "hash", "request"] },
  "unseal-refuse": { by: "member", objects: "one", lines: ["caseTag", "hash", "request"] },
  "unseal-open": { by: "member", objects: "one", lines: ["caseTag", "request"] },
  received: { by: "service", objects: "some", lines: ["caseTag", "tagKey"] },
  config: { by: "service", objects: "none", lines: ["hash"] },
} as const satisfies Record<string, Needs>;
export type AuditEvent = keyof typeof needs;

// In the SPEC's list, but with lines that this version does not define.
const laterEvents = ["export", "move", "sign", "revoke", "batch", "shred", "backup", "restore", "witness-gap"];

export interface AuditLines {
  deployment: Bytes;
  event: AuditEvent;
  time: string; // a day exactly for events of a reporter (received), else a minute
  actor: Bytes;
  caseTag?: Bytes | undefined;
  objects: Bytes[];
  purpose?: Purpose | undefined;
  to?: Bytes | undefined;
  hash?: Bytes | undefined;
  request?: Bytes | undefined; // leaf hash of the unseal-request that this is about
  tagKey?: Bytes | undefined;
  nonce: Bytes;
  seen?: Seen | undefined; // the last checkpoint the signer verified: members always, the service never
}

// Custodians answer to requests for a name; who reads does all else; both log in and step out of cases.
export function maySign(member: Member, event: AuditEvent): boolean {
  if (event === "unseal-approve" || event === "unseal-refuse") return mayKeep(member);
  return mayRead(member) || ((event === "login" || event === "recuse") && mayKeep(member));
}

export function isServiceEvent(event: AuditEvent): boolean {
  return needs[event].by === "service";
}

function parseEvent(text: string): AuditEvent {
  if (Object.hasOwn(needs, text)) return text as AuditEvent;
  return refuse(laterEvents.includes(text) ? "unavailable" : "malformed");
}

function parsePurpose(text: string): Purpose {
  return purposes.find((purpose) => purpose === text) ?? refuse("malformed");
}

function parseSeen(text: string): Seen {
  const words = text.split(" ");
  if (words.length !== 2) refuse("malformed");
  const [size = "", root = ""] = words;
  return { size: parseNumber(size), root: valueFromBase64(root, 32) };
}

function optional<T>(text: string | undefined, parse: (text: string) => T): T | undefined {
  return text === undefined ? undefined : parse(text);
}

export function parseAuditLines(text: string): AuditLines {
  const r = new NoteText(text, auditType);
  const deployment = r.takeHex("deployment", 16);
  const event = parseEvent(r.take("event"));
  const time = event === "received" ? parseDay(r.take("time")) : parseMinute(r.take("time"));
  const lines: AuditLines = {
    deployment,
    event,
    time,
    actor: r.takeHex("actor", 16),
    caseTag: optional(r.takeOptional("case"), (hex) => valueFromHex(hex, 16)),
    objects: r.takeAll("object").map((hex) => valueFromHex(hex, 16)),
    purpose: optional(r.takeOptional("purpose"), parsePurpose),
    to: optional(r.takeOptional("to"), (hex) => valueFromHex(hex, 16)),
    hash: optional(r.takeOptional("hash"), (hex) => valueFromHex(hex, 32)),
    request: optional(r.takeOptional("request"), (hex) => valueFromHex(hex, 32)),
    tagKey: optional(r.takeOptional("tagkey"), (hex) => valueFromHex(hex, 32)),
    nonce: r.takeHex("nonce", 16),
    seen: optional(r.takeOptional("seen"), parseSeen),
  };
  r.finish();
  checkNeeds(lines);
  return lines;
}

// `malformed` unless exactly the lines that the event needs are there.
function checkNeeds(lines: AuditLines): void {
  const need: Needs = needs[lines.event];
  for (const key of ["caseTag", "purpose", "to", "hash", "request", "tagKey"] as const)
    if ((lines[key] !== undefined) !== need.lines.includes(key)) refuse("malformed");
  if ((lines.seen !== undefined) !== (need.by === "member")) refuse("malformed");
  const n = lines.objects.length;
  if (need.objects === "some" ? n === 0 : n !== (need.objects === "one" ? 1 : 0)) refuse("malformed");
  if (new Set(lines.objects.map(toHex)).size !== n) refuse("malformed");
}

export function printAuditLines(lines: AuditLines): string {
  const out = new NoteWriter(auditType)
    .hex("deployment", lines.deployment)
    .line("event", lines.event)
    .line("time", lines.time)
    .hex("actor", lines.actor);
  if (lines.caseTag !== undefined) out.hex("case", lines.caseTag);
  for (const tag of lines.objects) out.hex("object", tag);
  if (lines.purpose !== undefined) out.line("purpose", lines.purpose);
  if (lines.to !== undefined) out.hex("to", lines.to);
  if (lines.hash !== undefined) out.hex("hash", lines.hash);
  if (lines.request !== undefined) out.hex("request", lines.request);
  if (lines.tagKey !== undefined) out.hex("tagkey", lines.tagKey);
  out.hex("nonce", lines.nonce);
  if (lines.seen !== undefined) out.line("seen", `${lines.seen.size} ${toBase64(lines.seen.root)}`);
  return out.finish();
}
