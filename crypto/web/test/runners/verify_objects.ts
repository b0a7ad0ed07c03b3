// Objects as servers carry them: nobody needs a key to read these.

import assert from "node:assert/strict";
import { concat, equal, toHex } from "../../base/bytes.js";
import { sha256 } from "../../base/sha256.js";
import { parseBundle, writeBundle } from "../../verify/bundle.js";
import { coreHash } from "../../verify/core_hash.js";
import { encodeHeader, envId, parseHeader } from "../../verify/header.js";
import { sealedPieceSize } from "../../verify/lengths.js";
import { parseMailboxPage } from "../../verify/mailbox_page.js";
import { isInline, openSubmission } from "../../verify/submission.js";
import { digestsOf, encodeDigests, encodeWrapset, parseDigests, parseShareWrapset, parseWrapset, wrapsHash } from "../../verify/wrapset.js";
import { bytesOf, type In, type Runners } from "../vector_files.js";

export const verifyObjects: Runners = {
  bundle: (input: In) => {
    const raw = bytesOf(input.bundle);
    const records = parseBundle(raw);
    assert.ok(equal(writeBundle(records), raw));
    return { records: records.map(({ type, bytes }) => ({ type, bytes: toHex(bytes) })) };
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
  core: (input: In) => {
    const chunks = bytesOf(input.chunks);
    const hash = coreHash(concat(bytesOf(input.header), chunks));
    return { chunks: Math.ceil(chunks.length / sealedPieceSize), core_hash: toHex(hash) };
  },
  submission: (input: In) => {
    const { objects } = openSubmission(bytesOf(input.bundle), bytesOf(input.deployment));
    // Besides the message, which comes first, only an identity has wraps, and they hold shares.
    return {
      objects: objects.map(({ core, wraps }, i) =>
        i > 0 && wraps !== undefined
          ? { inline: isInline(core), shares: wraps.wraps.length }
          : { inline: isInline(core), wraps: wraps?.wraps.length ?? null },
      ),
    };
  },
  wrapset: (input: In) => {
    if ("digests" in input) {
      const digests = parseDigests(bytesOf(input.digests));
      assert.ok(equal(encodeDigests(digests), bytesOf(input.digests)));
      return { wraps_hash: toHex(wrapsHash(digests)) };
    }
    const raw = bytesOf(input.shares ?? input.wrapset);
    const set = "shares" in input ? parseShareWrapset(raw) : parseWrapset(raw);
    assert.ok(equal(encodeWrapset(set), raw));
    return { digests: toHex(encodeDigests(digestsOf(set))), wraps_hash: toHex(wrapsHash(digestsOf(set))) };
  },
  mailbox: (input: In) => {
    const { held, removed, page, pages, nextSeq, slots } = parseMailboxPage(bytesOf(input.page));
    const shown = slots.map(({ core, blob, digests }) => ({
      core: toHex(sha256(core)), blob: toHex(sha256(blob)), rids: digests.entries.map(({ rid }) => toHex(rid)),
    }));
    return { held, removed, page, pages, next_seq: nextSeq, slots: shown };
  },
};
