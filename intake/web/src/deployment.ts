// The root and roster that intake serves, checked before a word is typed. The page cannot know which root is
// the right one; it shows the fingerprint for comparing with the poster.

import type { Bytes } from "../../../crypto/web/base/bytes.js";
import { Refusal, refuse } from "../../../crypto/web/base/refusal.js";
import { parseBundle, RecordCursor, RecordType } from "../../../crypto/web/verify/bundle.js";
import { openRoot, type Root } from "../../../crypto/web/verify/root.js";
import { acceptRoster, openRoster, type Roster } from "../../../crypto/web/verify/roster.js";

export interface Deployment {
  root: Root;
  roster: Roster;
  expired: boolean; // old cases can still be read
}

// The rosters that a reply may name, the newest last: who was a member when it was written may have signed it.
// One that an earlier root vouched for is left out: replies that name it are refused, the others are not.
export function withOlder(bytes: Bytes, { root, roster }: Deployment): Roster[] {
  const older = parseBundle(bytes).flatMap(({ type, bytes: note }) => {
    if (type !== RecordType.note) refuse("malformed");
    try {
      return [openRoster(note, root)];
    } catch (fault) {
      if (fault instanceof Refusal) return [];
      throw fault;
    }
  });
  return [...older.filter((one) => one.version < roster.version), roster];
}

export function openDeployment(bytes: Bytes, today: string): Deployment {
  const cursor = new RecordCursor(parseBundle(bytes));
  const root = openRoot(cursor.take(RecordType.note));
  const roster = openRoster(cursor.take(RecordType.note), root);
  cursor.finish();
  try {
    acceptRoster(roster, today, 0);
    return { root, roster, expired: false };
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === "expired") return { root, roster, expired: true };
    throw fault;
  }
}
