// The roster: who receives, who reads, signed by the root officers and never by a server. Persons are
// compared, never keys.

import { type Bytes, equal, toHex, utf8 } from "../base/bytes.js";
import { labelledHash } from "../base/hash.js";
import { refuse } from "../base/refusal.js";
import { type Day, dayNumber, parseDay } from "./calendar.js";
import { checkEnrolledKey } from "./ed25519.js";
import { hasReadingRole, type Member, parseMember } from "./member.js";
import { UnverifiedNote } from "./note.js";
import { NoteText } from "./note_text.js";
import type { Root } from "./root.js";

export interface RosterLines {
  deployment: Bytes;
  version: number;
  issued: Day;
  expires: Day;
  escrow: number;
  prev: Bytes;
  members: Member[];
}

// Signed by enough root officers.
export interface Roster extends RosterLines {
  hash: Bytes;
}

export const rosterType = "parapet-roster/1";
const longestDays = 120;
const mostEscrow = 64;

export function parseRosterLines(text: string): RosterLines {
  const r = new NoteText(text, rosterType);
  const lines: RosterLines = {
    deployment: r.takeHex("deployment", 16),
    version: r.takeNumber("version"),
    issued: parseDay(r.take("issued")),
    expires: parseDay(r.take("expires")),
    escrow: r.takeNumber("escrow"),
    prev: r.takeHex("prev", 32),
    members: r.takeAll("member").map(parseMember),
  };
  r.finish();
  checkRules(lines);
  return lines;
}

function checkRules(roster: RosterLines): void {
  const { members, issued, expires, escrow } = roster;
  if (members.length === 0) refuse("malformed");
  const lasts = dayNumber(expires) - dayNumber(issued);
  if (lasts < 0 || lasts > longestDays) refuse("malformed");
  if (escrow > mostEscrow) refuse("malformed");
  const indices = members.filter((member) => member.state !== "revoked").map((member) => member.index);
  if (new Set(indices).size !== indices.length) refuse("malformed");
  const rids = new Set<string>();
  const signKeys = new Set<string>();
  for (const member of members) {
    checkEnrolledKey(member.signKey);
    if (rids.has(toHex(member.rid)) || signKeys.has(toHex(member.signKey))) refuse("bad-key");
    rids.add(toHex(member.rid));
    signKeys.add(toHex(member.signKey));
  }
  if (escrow > 0) checkOverlap(members, escrow);
}

function checkOverlap(members: readonly Member[], k: number): void {
  const living = members.filter((member) => member.state !== "revoked");
  const custodians = new Set(living.filter((member) => member.roles.has("custodian")).map((member) => member.person));
  const readers = new Set(living.filter(hasReadingRole).map((member) => member.person));
  if ([...custodians].filter((person) => readers.has(person)).length >= k) refuse("roles-overlap");
}

export function openRoster(bytes: Bytes, root: Root): Roster {
  const note = UnverifiedNote.parse(bytes);
  const lines = parseRosterLines(note.text);
  if (!equal(lines.deployment, root.deployment)) refuse("wrong-deployment");
  note.checkThreshold(root.keys, root.threshold);
  if (lines.escrow === 1 && !root.evaluation) refuse("threshold"); // one custodian alone: for evaluation only
  return { ...lines, hash: labelledHash("parapet/1/roster", utf8(note.text)) };
}

// What a client asks before it seals to this roster.
export function acceptRoster(roster: Roster, today: Day, lastVersionSeen: number): void {
  if (dayNumber(today) < dayNumber(roster.issued) - 1) refuse("not-yet-valid");
  if (dayNumber(today) > dayNumber(roster.expires)) refuse("expired");
  if (roster.version < lastVersionSeen) refuse("rolled-back");
}

export function memberByRid(roster: RosterLines, rid: Bytes): Member | undefined {
  return roster.members.find((member) => equal(member.rid, rid));
}

// Active members with role `receives` less these persons; with none excluded also the recovery members.
export function recipientsOf(roster: RosterLines, excluded: ReadonlySet<string>): Member[] {
  const active = roster.members.filter((member) => member.state === "active");
  const out = active.filter((member) => member.roles.has("receives") && !excluded.has(member.person));
  if (out.length === 0) refuse("not-a-recipient");
  if (excluded.size > 0) return out;
  return [...out, ...active.filter((member) => member.roles.has("recovery") && !member.roles.has("receives"))];
}
