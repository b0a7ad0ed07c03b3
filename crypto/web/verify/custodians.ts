// Who keeps confided names, and whether a submission carries the identity object that its roster asks for
// (crypto/SPEC.md section 12).

import { equal } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import type { EnvelopeHeader } from "./header.js";
import { Kind } from "./lengths.js";
import type { Member } from "./member.js";
import type { RosterLines } from "./roster.js";
import type { Digests } from "./wrapset.js";

// Active members with role custodian, less these persons, in ascending index; of a person with several such
// lines the one of the lowest index. Empty when the roster has no escrow.
export function custodiansOf(roster: RosterLines, excluded: ReadonlySet<string>): Member[] {
  if (roster.escrow === 0) return [];
  const met = new Set<string>();
  return roster.members
    .filter((member) => member.state === "active" && member.roles.has("custodian") && !excluded.has(member.person))
    .sort((a, b) => a.index - b.index)
    .filter(({ person }) => !met.has(person) && met.add(person));
}

// Whether a name can be confided: as many custodians are left as it takes to open one.
export function keepsNames(roster: RosterLines, excluded: ReadonlySet<string>): boolean {
  return roster.escrow > 0 && custodiansOf(roster, excluded).length >= roster.escrow;
}

// The index of this person's share of what was sealed under this roster; 0 when it has none.
export function shareIndex(sealedTo: RosterLines, person: string): number {
  return custodiansOf(sealedTo, new Set()).find((member) => member.person === person)?.index ?? 0;
}

// Of all headers of one submission, and the digests of its identity object.
export function checkIdentity(sealedTo: RosterLines, headers: readonly EnvelopeHeader[], shares?: Digests): void {
  const there = headers.some(({ kind }) => kind === Kind.identity);
  if (there !== sealedTo.escrow > 0) refuse("bad-header");
  const holders = custodiansOf(sealedTo, new Set());
  for (const { rid } of there ? (shares?.entries ?? []) : [])
    if (!holders.some((member) => equal(member.rid, rid))) refuse("not-a-recipient");
}
