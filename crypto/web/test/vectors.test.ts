import assert from "node:assert/strict";
import { test } from "node:test";
import { concat, equal, toHex } from "../base/bytes.js";
import { sha256 } from "../base/hash.js";
import { refuse } from "../base/refusal.js";
import { parseAuthLines, printAuthLines } from "../verify/auth.js";
import { parseBundle, writeBundle } from "../verify/bundle.js";
import { parseDay, parseMinute } from "../verify/calendar.js";
import { coreHash } from "../verify/core_hash.js";
import { checkEnrolledKey, ridOf, verifyEd25519 } from "../verify/ed25519.js";
import { openEnrolment } from "../verify/enrolment.js";
import { parseFingerprint } from "../verify/fingerprint.js";
import { encodeHeader, envId, parseHeader } from "../verify/header.js";
import { coreLength, type Kind, padlen, paddedLength, padme, sealedPieceSize } from "../verify/lengths.js";
import { parseMailboxPage } from "../verify/mailbox_page.js";
import { UnverifiedNote } from "../verify/note.js";
import { openRoot, openRootSuccessor } from "../verify/root.js";
import { acceptRoster, openRoster, recipientsOf } from "../verify/roster.js";
import { openSubmit, printSubmitLines } from "../verify/submit.js";
import { keyId, parseVkey, printVkey } from "../verify/vkey.js";
import { digestsOf, encodeDigests, encodeWrapset, parseDigests, parseWrapset, wrapsHash } from "../verify/wrapset.js";
import { acceptedInputs, bytesOf, groups, type In, type Run, runGroup } from "./vector_files.js";

const runs: Record<string, Run> = {
  bundle: (input: In) => {
    const raw = bytesOf(input.bundle);
    const records = parseBundle(raw);
    assert.ok(equal(writeBundle(records), raw));
    return { records: records.map(({ type, bytes }) => ({ type, bytes: toHex(bytes) })) };
  },
  calendar: (input: In) => {
    if ("date" in input) return { day: Date.parse(`${parseDay(input.date)}T00:00:00Z`) / 86_400_000 };
    return { minute: Date.parse(parseMinute(input.time).replace("Z", ":00Z")) / 60_000 };
  },
  core: (input: In) => {
    const chunks = bytesOf(input.chunks);
    const hash = coreHash(concat(bytesOf(input.header), chunks));
    return { chunks: Math.ceil(chunks.length / sealedPieceSize), core_hash: toHex(hash) };
  },
  ed25519: (input: In) => {
    if ("enrolled" in input) checkEnrolledKey(bytesOf(input.enrolled));
    else if (!verifyEd25519(bytesOf(input.key), bytesOf(input.message), bytesOf(input.signature))) refuse("bad-signature");
    return {};
  },
  enrolment: (input: In) => {
    const { person, sealKey, signKey, label, day, fingerprint } = openEnrolment(bytesOf(input.note));
    return { person: toHex(person), rid: toHex(ridOf(sealKey)), key: toHex(signKey), label, day, fingerprint };
  },
  header: (input: In) => {
    const raw = bytesOf(input.header);
    const h = parseHeader(raw);
    assert.ok(equal(encodeHeader(h), raw));
    return {
      kind: h.kind, author: h.author, deployment: toHex(h.deployment), case: toHex(h.caseId), seq: h.seq, part: h.part,
      roster_hash: toHex(h.rosterHash), com: toHex(h.com), env_id: toHex(envId(h)),
    };
  },
  lengths: (input: In) => {
    if ("padme" in input) return { padme: padme(input.padme) };
    const kind = input.kind as Kind;
    if (!("n" in input)) return { padded: paddedLength(kind, input.core_len) };
    const padded = padlen(kind, input.n);
    return { padded, core: coreLength(padded) };
  },
  mailbox: (input: In) => {
    const { held, page, pages, nextSeq, slots } = parseMailboxPage(bytesOf(input.page));
    const shown = slots.map(({ core, blob, digests }) => ({
      core: toHex(sha256(core)), blob: toHex(sha256(blob)), rids: digests.entries.map(({ rid }) => toHex(rid)),
    }));
    return { held, page, pages, next_seq: nextSeq, slots: shown };
  },
  notes: (input: In) => {
    const known = (input.known as string[]).map(parseVkey);
    const note = UnverifiedNote.parse(bytesOf(input.note));
    return { text: { text: note.text }, signers: note.check(known) };
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
  vkey: (input: In) => {
    const vkey = parseVkey(input.vkey);
    assert.equal(printVkey(vkey), input.vkey);
    return { name: vkey.name, id: toHex(keyId(vkey.name, vkey.key)), key: toHex(vkey.key) };
  },
  wrapset: (input: In) => {
    if ("digests" in input) {
      const digests = parseDigests(bytesOf(input.digests));
      assert.ok(equal(encodeDigests(digests), bytesOf(input.digests)));
      return { wraps_hash: toHex(wrapsHash(digests)) };
    }
    const set = parseWrapset(bytesOf(input.wrapset));
    assert.ok(equal(encodeWrapset(set), bytesOf(input.wrapset)));
    return { digests: toHex(encodeDigests(digestsOf(set))), wraps_hash: toHex(wrapsHash(digestsOf(set))) };
  },
};

// What only servers, desks and auditors read: those are written in C++ alone, and no page does their work.
const inCppAlone = new Set(["audit", "auth", "challenge", "checkpoint", "log-file", "proof", "submission", "tags", "tree"]);

for (const group of groups().filter((name) => !inCppAlone.has(name)))
  test(`vectors of ${group}: accepted and refused as the files say`, async () => {
    const run = runs[group];
    assert.ok(run !== undefined, `no runner for the group ${group}`);
    await runGroup(group, run);
  });

test("auth notes that a server accepts are printed as they were read", async () => {
  const input = acceptedInputs("auth");
  assert.ok(input.length > 0);
  for (const { note } of input) {
    const parsed = UnverifiedNote.parse(bytesOf(note));
    assert.equal(printAuthLines(parseAuthLines(parsed.text)), parsed.text);
  }
});
