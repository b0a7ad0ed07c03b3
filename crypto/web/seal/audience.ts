// Whom a submission is for, read from the roster alone: the readers, and the custodians of what is confided
// beside it. Made in one place, so that no client can forget the object that hides whether a name was given.

import type { Bytes } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import type { Identity } from "../content/content.js";
import { custodiansOf, keepsNames } from "../verify/custodians.js";
import { recipientsOf, type RosterLines } from "../verify/roster.js";
import type { Custodian } from "./escrow.js";

export interface Audience {
  readers: readonly Bytes[]; // members; the reporter's own box is added
  escrow: number; // custodians it takes to open a name; 0: no identity object
  custodians: readonly Custodian[]; // those not kept out, in ascending index
  identity: Identity; // said to them alone
}

// `not-a-recipient` when no reader is left; `threshold` when a name is given and fewer custodians are left
// than open one.
export function audienceOf(roster: RosterLines, excluded: ReadonlySet<string>, identity: Identity = {}): Audience {
  if (identity.given !== undefined && !keepsNames(roster, excluded)) refuse("threshold");
  return {
    readers: recipientsOf(roster, excluded).map(({ sealKey }) => sealKey),
    escrow: roster.escrow,
    custodians: custodiansOf(roster, excluded),
    identity,
  };
}
