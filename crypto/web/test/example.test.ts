// The worked example (crypto/SPEC.md section 13), gone through again from the receipt to the checkpoint.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { concat, fromHex, fromUtf8, toHex, utf8 } from "../base/bytes.js";
import { kdf, kdfSalted } from "../base/hash.js";
import { readReport } from "../content/read.js";
import { contentKey } from "../keys/dek.js";
import { memberKeys } from "../keys/member_keys.js";
import { Receipt } from "../keys/receipt.js";
import { reporterKeys } from "../keys/reporter_keys.js";
import { sealKeyPair } from "../keys/seal_key_pair.js";
import { SigningKey } from "../keys/signing_key.js";
import { openCore } from "../open/envelope.js";
import { openReporterMessage } from "../open/message.js";
import { unwrap } from "../open/wrap.js";
import { openMemberLeaf, openServiceLeaf } from "../verify/audit_leaf.js";
import { openCheckpoint } from "../verify/checkpoint.js";
import { coreHash } from "../verify/core_hash.js";
import { envId, parseHeader } from "../verify/header.js";
import { Frontier, leafHash } from "../verify/merkle.js";
import { openRoot } from "../verify/root.js";
import { openRoster } from "../verify/roster.js";
import { openSubmit } from "../verify/submit.js";
import { caseTag, objectTag, tagKeyHash, tagKeyOf } from "../verify/tags.js";
import { digestsOf, encodeDigests, parseWrapset, wrapsHash } from "../verify/wrapset.js";
import { bytesOf, root as vectors } from "./vector_files.js";

const example = JSON.parse(readFileSync(join(vectors, "example.json"), "utf8"));
const root = openRoot(bytesOf(example.root));
const roster = openRoster(bytesOf(example.roster), root);
const core = concat(fromHex(example.header), ...example.chunks.map(fromHex));
const header = parseHeader(fromHex(example.header));
const wraps = parseWrapset(fromHex(example.wrapset));

test("the receipt becomes the keys and the case", () => {
  const secret = kdfSalted(utf8(example.receipt), root.deployment, "parapet/1/receipt");
  assert.equal(toHex(secret), example.receipt_secret);
  assert.equal(toHex(kdf(secret, "parapet/1/receipt-box")), example.box_seed);
  assert.equal(toHex(kdf(secret, "parapet/1/receipt-sign")), example.sign_seed);
  assert.equal(toHex(sealKeyPair(fromHex(example.box_seed)).publicKey), example.box);
  assert.equal(toHex(new SigningKey(fromHex(example.sign_seed)).publicKey), example.sign);
  const keys = reporterKeys(Receipt.read(example.receipt), root.deployment);
  assert.deepEqual([toHex(keys.box.publicKey), toHex(keys.signing.publicKey), toHex(keys.caseId)], [example.box, example.sign, example.case]);
});

test("the envelope has its id and its hash, and opens for the clerk and for the reporter", () => {
  assert.equal(toHex(envId(header)), example.env_id);
  assert.equal(toHex(coreHash(core)), example.core_hash);
  assert.equal(toHex(encodeDigests(digestsOf(wraps))), example.digests);
  assert.equal(toHex(wrapsHash(digestsOf(wraps))), example.wraps_hash);
  for (const mine of [memberKeys(fromHex(example.clerk_seed)).seal, reporterKeys(Receipt.read(example.receipt), root.deployment).box]) {
    const dek = unwrap(header, wraps, mine);
    assert.equal(toHex(dek), example.dek);
    assert.equal(toHex(contentKey(dek, envId(header))), example.content_key);
    assert.equal(toHex(openCore(core, dek)), toHex(bytesOf(example.content)));
    const report = readReport(openReporterMessage(core, dek).json);
    assert.equal(report.answers["what"], "One order was split into four.");
    assert.equal(toHex(report.box), example.box);
  }
});

test("the submit note announces exactly this envelope", () => {
  const { caseId, objects } = openSubmit(bytesOf(example.submit), root.deployment);
  assert.equal(toHex(caseId), example.case);
  assert.deepEqual(objects.map(({ env, coreLen, coreHash: hash, wrapsHash: of }) => [toHex(env), coreLen, toHex(hash), of && toHex(of)]), [
    [example.env_id, core.length, example.core_hash, example.wraps_hash],
  ]);
});

test("two leaves name the case and the object by tags, and the checkpoint is over both", () => {
  const tagKey = tagKeyOf(fromHex(example.case_secret));
  assert.equal(toHex(tagKey), example.tag_key);
  assert.equal(toHex(caseTag(tagKey, fromHex(example.case))), example.case_tag);
  assert.equal(toHex(objectTag(tagKey, fromHex(example.env_id), fromHex(example.core_hash))), example.object_tag);
  const received = openServiceLeaf(bytesOf(example.received), root);
  const read = openMemberLeaf(bytesOf(example.read), roster);
  assert.equal(received.tagKey && toHex(received.tagKey), toHex(tagKeyHash(tagKey)));
  for (const leaf of [received, read]) {
    assert.equal(leaf.caseTag && toHex(leaf.caseTag), example.case_tag);
    assert.deepEqual(leaf.objects.map(toHex), [example.object_tag]);
  }
  const log = new Frontier();
  const hashes = [example.received, example.read].map((note) => leafHash(bytesOf(note)));
  assert.deepEqual(hashes.map(toHex), example.leaf_hashes);
  for (const hash of hashes) log.append(hash);
  assert.equal(toHex(log.root()), example.tree_root);
  const checkpoint = openCheckpoint(bytesOf(example.checkpoint), root.log);
  assert.equal(Number(checkpoint.size), 2);
  assert.equal(toHex(checkpoint.root), example.tree_root);
  assert.match(fromUtf8(bytesOf(example.read)) ?? "", /purpose intake/);
});
