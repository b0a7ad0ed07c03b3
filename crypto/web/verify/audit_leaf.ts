// A leaf of the audit log: a signed note, kept and hashed exactly as it was received. That it is in a log,
// that its tags are those of a case, that (actor, nonce) is new and `seen` a state of this log: the log's
// keeper and the desk ask that.

import { type Bytes, equal, toHex } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { type AuditLines, isServiceEvent, maySign, parseAuditLines } from "./audit_lines.js";
import { minuteNumber } from "./calendar.js";
import { serviceActor } from "./ed25519.js";
import { UnverifiedNote } from "./note.js";
import type { Root } from "./root.js";
import { memberByRid, type Roster } from "./roster.js";

export const mostClockMinutes = 10;

// Signed by whom its event asks for.
export interface AuditLeaf extends AuditLines {
  note: Bytes;
}

function openLeaf(bytes: Bytes, deployment: Bytes, ofService: boolean): { note: UnverifiedNote; lines: AuditLines } {
  const note = UnverifiedNote.parse(bytes);
  note.checkSingleLine();
  const lines = parseAuditLines(note.text);
  if (!equal(lines.deployment, deployment)) refuse("wrong-deployment");
  if (isServiceEvent(lines.event) !== ofService) refuse("unknown-signer");
  return { note, lines };
}

// By an active member who may sign such an event, under the name rid.
export function openMemberLeaf(bytes: Bytes, roster: Roster): AuditLeaf {
  const { note, lines } = openLeaf(bytes, roster.deployment, false);
  const member = memberByRid(roster, lines.actor);
  if (member === undefined || !maySign(member, lines.event)) refuse("unknown-signer");
  note.checkOnly({ name: toHex(member.rid), key: member.signKey });
  return { ...lines, note: bytes };
}

// By the root's service key, whose hash is the actor.
export function openServiceLeaf(bytes: Bytes, root: Root): AuditLeaf {
  const { note, lines } = openLeaf(bytes, root.deployment, true);
  if (!equal(lines.actor, serviceActor(root.service.key))) refuse("unknown-signer");
  note.checkOnly(root.service);
  return { ...lines, note: bytes };
}

// `wrong-time` when a member's clock is more than ten minutes away from the server's (Unix seconds).
export function checkLeafTime(leaf: AuditLeaf, now: number): void {
  if (leaf.event === "received") return;
  if (Math.abs(minuteNumber(leaf.time) - Math.floor(now / 60)) > mostClockMinutes) refuse("wrong-time");
}
