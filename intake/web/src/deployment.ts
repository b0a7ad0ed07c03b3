// The root and roster that intake serves, checked before a word is typed. The page cannot know which root is
// the right one; it shows the fingerprint for comparing with the poster.

import type { Bytes } from "../../../crypto/web/base/bytes.js";
import { Refusal, refuse } from "../../../crypto/web/base/refusal.js";
import { parseBundle, RecordCursor, RecordType } from "../../../crypto/web/verify/bundle.js";
import type { Day } from "../../../crypto/web/verify/calendar.js";
import { openRoot, type Root } from "../../../crypto/web/verify/root.js";
import { acceptRoster, openRoster, type Roster } from "../../../crypto/web/verify/roster.js";
import type { Clock } from "./clock.js";

export interface Deployment {
  root: Root;
  roster: Roster;
  closed: Closed | undefined; // then nothing new is sealed; old cases can still be read
}

// The roster has run out; or this device's date is the likely cause that it does not fit.
export type Closed = "expired" | "date";

function faultOn(day: Day, roster: Roster): string {
  try {
    acceptRoster(roster, day, 0);
    return "";
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
}

// The more cautious of both clocks decides. What the service says can close the page and never opens it: with a clock
// put back, whoever runs the service could let an expired roster pass, and with it a key that was revoked since.
export function closedBy({ device, service, apart }: Pick<Clock, "device" | "service" | "apart">, roster: Roster): Closed | undefined {
  const here = faultOn(device, roster);
  const there = service === undefined ? undefined : faultOn(service, roster);
  if (here === "" && there !== "expired") return undefined;
  const agree = there === undefined ? here === "expired" : here === there || !apart;
  if (!agree) return "date";
  return here === "not-yet-valid" ? refuse(here) : "expired";
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

export function openDeployment(bytes: Bytes, clock: Clock): Deployment {
  const cursor = new RecordCursor(parseBundle(bytes));
  const root = openRoot(cursor.take(RecordType.note));
  const roster = openRoster(cursor.take(RecordType.note), root);
  cursor.finish();
  return { root, roster, closed: closedBy(clock, roster) };
}
