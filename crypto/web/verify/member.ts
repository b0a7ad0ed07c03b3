// One line of a roster: a person's key, what it may do, and whether it still may.

import { type Bytes, equal, toHex } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { ridOf } from "./ed25519.js";
import { checkLabel, parseNumber, valueFromBase64, valueFromHex } from "./note_text.js";

const roleNames = [
  "alternate", "auditor", "chief", "clerk", "custodian", "deputy", "liaison", "officer", "receives", "recovery", "second",
  "translator",
] as const;
export type Role = (typeof roleNames)[number];

const readingRoles: readonly Role[] = ["clerk", "officer", "second", "chief", "deputy", "alternate", "receives"];
const states = ["active", "retired", "revoked"] as const;

export interface Member {
  person: string; // hex
  rid: Bytes;
  roles: ReadonlySet<Role>;
  state: (typeof states)[number];
  index: number;
  sealKey: Bytes;
  signKey: Bytes;
  label: string;
}

function oneOf<T extends string>(names: readonly T[], text: string): T {
  return names.find((name) => name === text) ?? refuse("malformed");
}

export function parseRoles(text: string): Set<Role> {
  const out = new Set<Role>();
  let last = -1;
  for (const word of text.split(",")) {
    const at = roleNames.indexOf(oneOf(roleNames, word));
    if (at <= last) refuse("malformed");
    last = at;
    out.add(roleNames[at] as Role);
  }
  return out;
}

export function parseMember(value: string): Member {
  const fields = value.split(" ");
  if (fields.length < 8) refuse("malformed");
  const [person = "", rid = "", roles = "", state = "", index = "", sealKey = "", signKey = ""] = fields;
  const member: Member = {
    person: toHex(valueFromHex(person, 8)),
    rid: valueFromHex(rid, 16),
    roles: parseRoles(roles),
    state: oneOf(states, state),
    index: parseNumber(index),
    sealKey: valueFromBase64(sealKey, 1216),
    signKey: valueFromBase64(signKey, 32),
    label: fields.slice(7).join(" "),
  };
  if (member.index < 1 || member.index > 255) refuse("malformed");
  checkLabel(member.label);
  if (!equal(ridOf(member.sealKey), member.rid)) refuse("malformed");
  return member;
}

export function mayRead(member: Member): boolean {
  return member.state === "active" && readingRoles.some((role) => member.roles.has(role));
}

export function mayKeep(member: Member): boolean {
  return member.state === "active" && member.roles.has("custodian");
}

export function hasReadingRole(member: Member): boolean {
  return readingRoles.some((role) => member.roles.has(role));
}
