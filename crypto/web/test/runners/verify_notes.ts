// Signed notes, and what their text says.

import assert from "node:assert/strict";
import { toHex } from "../../base/bytes.js";
import { checkIdentity, custodiansOf, keepsNames, shareIndex } from "../../verify/custodians.js";
import { ridOf } from "../../verify/ed25519.js";
import { openEnrolment } from "../../verify/enrolment.js";
import { parseFingerprint } from "../../verify/fingerprint.js";
import type { EnvelopeHeader } from "../../verify/header.js";
import { Kind } from "../../verify/lengths.js";
import { UnverifiedNote } from "../../verify/note.js";
import { openRoot, openRootSuccessor } from "../../verify/root.js";
import { acceptRoster, openRoster, recipientsOf, type Roster } from "../../verify/roster.js";
import { openSubmit, printSubmitLines } from "../../verify/submit.js";
import { parseVkey } from "../../verify/vkey.js";
import { bytesOf, type In, type Runners } from "../vector_files.js";

// What a server asks of a submission: its headers, and whom its shares are for.
function checkSubmitted(roster: Roster, identity: boolean, rids: In[]): void {
  const header = { kind: Kind.report } as EnvelopeHeader;
  const headers = identity ? [header, { ...header, kind: Kind.identity }] : [header];
  checkIdentity(roster, headers, { env: new Uint8Array(32), entries: rids.map((rid) => ({ rid: bytesOf(rid), hash: new Uint8Array(32) })) });
}

export const verifyNotes: Runners = {
  custodians: (input: In) => {
    const roster = openRoster(bytesOf(input.roster), openRoot(bytesOf(input.root)));
    if ("identity" in input) checkSubmitted(roster, input.identity, input.shares ?? []);
    const exclude = new Set<string>(input.exclude ?? []);
    const custodians = custodiansOf(roster, exclude).map(({ rid, index, person }) => {
      assert.equal(shareIndex(roster, person), index);
      return { rid: toHex(rid), index };
    });
    return { custodians, keeps_names: keepsNames(roster, exclude) };
  },
  notes: (input: In) => {
    const known = (input.known as string[]).map(parseVkey);
    const note = UnverifiedNote.parse(bytesOf(input.note));
    return { text: { text: note.text }, signers: note.check(known) };
  },
  enrolment: (input: In) => {
    const { person, sealKey, signKey, label, day, fingerprint } = openEnrolment(bytesOf(input.note));
    return { person: toHex(person), rid: toHex(ridOf(sealKey)), key: toHex(signKey), label, day, fingerprint };
  },
  root: (input: In) => {
    const root =
      "after" in input
        ? openRootSuccessor(bytesOf(input.root), openRoot(bytesOf(input.after)))
        : openRoot(bytesOf(input.root), "pinned" in input ? parseFingerprint(input.pinned) : undefined);
    return { fingerprint: root.fingerprint, version: root.version, evaluation: root.evaluation };
  },
  roster: (input: In) => {
    const roster = openRoster(bytesOf(input.roster), openRoot(bytesOf(input.root)));
    if ("today" in input) acceptRoster(roster, input.today, input.last_version);
    const recipients = recipientsOf(roster, new Set<string>(input.exclude ?? []));
    return { hash: toHex(roster.hash), version: roster.version, recipients: recipients.map((member) => toHex(member.rid)) };
  },
  submit: (input: In) => {
    const note = bytesOf(input.note);
    const lines = openSubmit(note, bytesOf(input.deployment));
    assert.equal(printSubmitLines(lines), UnverifiedNote.parse(note).text);
    const objects = lines.objects.map(({ env, coreLen, coreHash: core, wrapsHash: wraps }) => ({
      env: toHex(env), core_len: coreLen, core_hash: toHex(core), wraps_hash: wraps === undefined ? null : toHex(wraps),
    }));
    return { case: toHex(lines.caseId), key: toHex(lines.key), objects };
  },
};
