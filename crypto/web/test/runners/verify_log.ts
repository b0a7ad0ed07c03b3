// The audit log: its leaves, its tree, what is proven about it, the tags that stand in it.

import assert from "node:assert/strict";
import { type Bytes, concat, equal, toHex, u32 } from "../../base/bytes.js";
import { sha256 } from "../../base/sha256.js";
import { refuse } from "../../base/refusal.js";
import { type AuditLeaf, checkLeafTime, openMemberLeaf, openServiceLeaf } from "../../verify/audit_leaf.js";
import { printAuditLines } from "../../verify/audit_lines.js";
import { checkExtends, checkIncluded, openCheckpoint, printCheckpointLines } from "../../verify/checkpoint.js";
import { encodeFiling, openFiling, parseFiling, readFilingText, writeFilingText } from "../../verify/filing.js";
import { parseLogFile, writeLogFile } from "../../verify/log_file.js";
import { Frontier, leafHash, type NodeReader, proveConsistency, proveInclusion, rootAt } from "../../verify/merkle.js";
import { UnverifiedNote } from "../../verify/note.js";
import * as proofs from "../../verify/proof.js";
import { openRoot } from "../../verify/root.js";
import { openRoster } from "../../verify/roster.js";
import { caseTag, objectTag, storeKeyOf, tagKeyHash, tagKeyOf } from "../../verify/tags.js";
import { parseVkey } from "../../verify/vkey.js";
import { bytesOf, type In, octets, type Runners } from "../vector_files.js";

// Whose key to ask for: what a reader of a log looks at before anything is verified.
function openLeaf(input: In): AuditLeaf {
  const note = bytesOf(input.note);
  const root = openRoot(bytesOf(input.root));
  const roster = openRoster(bytesOf(input.roster), root);
  const ofService = /\nevent (?:received|config)\n/.test(Buffer.from(note).toString("latin1"));
  return ofService ? openServiceLeaf(note, root) : openMemberLeaf(note, roster);
}

// A tree kept in memory, as a store keeps it: complete nodes by level and number.
class KeptNodes implements NodeReader {
  readonly frontier = new Frontier();
  private readonly nodes = new Map<string, Bytes>();

  constructor(leaves: readonly Bytes[]) {
    for (const leaf of leaves)
      for (const { level, number, hash } of this.frontier.append(leafHash(leaf))) this.nodes.set(`${level}/${number}`, hash);
  }

  node(level: number, number: bigint): Bytes {
    return this.nodes.get(`${level}/${number}`) ?? refuse("not-found");
  }
}

// As the group writes them: listed for small trees, hashed for large ones.
function shown(all: readonly Bytes[], leaves: number): string | string[] {
  return leaves <= 9 || leaves === 16 ? all.map(toHex) : toHex(sha256(concat(...all)));
}

export const verifyLog: Runners = {
  audit: (input: In) => {
    const leaf = openLeaf(input);
    if ("now" in input) checkLeafTime(leaf, input.now);
    assert.equal(printAuditLines(leaf), UnverifiedNote.parse(leaf.note).text);
    return {
      event: leaf.event,
      actor: toHex(leaf.actor),
      ...(leaf.caseTag === undefined ? {} : { case: toHex(leaf.caseTag) }),
      objects: leaf.objects.map(toHex),
      leaf_hash: toHex(leafHash(leaf.note)),
    };
  },
  checkpoint: (input: In) => {
    const checkpoint = openCheckpoint(bytesOf(input.note), parseVkey(input.log));
    if ("inclusion" in input)
      checkIncluded(checkpoint, bytesOf(input.leaf), proofs.parseInclusionProof(bytesOf(input.inclusion)));
    if ("consistency" in input) {
      const seen = { size: input.seen.size, root: bytesOf(input.seen.root) };
      checkExtends(checkpoint, seen, proofs.parseConsistencyProof(bytesOf(input.consistency)));
    }
    assert.equal(printCheckpointLines(checkpoint), UnverifiedNote.parse(checkpoint.note).text);
    return { size: checkpoint.size, root: toHex(checkpoint.root) };
  },
  filing: (input: In) => {
    const file = new TextDecoder().decode(bytesOf(input.file));
    const bundle = readFilingText(file);
    const parts = parseFiling(bundle);
    assert.ok(equal(encodeFiling(parts), bundle));
    assert.ok(equal(readFilingText(writeFilingText("", bundle)), bundle));
    const { day, index, logSize, sent } = openFiling(parts, openRoot(bytesOf(input.root)));
    return { day, index, log_size: logSize, case: toHex(sent.caseId), objects: sent.objects.map(({ env }) => toHex(env)) };
  },
  "log-file": (input: In) => {
    const raw = bytesOf(input.file);
    const file = parseLogFile(raw);
    assert.ok(equal(writeLogFile(file), raw));
    return { leaves: file.leaves.map(octets), checkpoint: octets(file.checkpoint) };
  },
  proof: (input: In) => {
    if ("inclusion" in input) {
      const raw = bytesOf(input.inclusion);
      const proof = proofs.parseInclusionProof(raw);
      assert.ok(equal(proofs.encodeInclusionProof(proof), raw));
      proofs.verifyInclusion(proof, leafHash(bytesOf(input.leaf)), bytesOf(input.root));
      return { index: Number(proof.index), size: Number(proof.size) };
    }
    const raw = bytesOf(input.consistency);
    const proof = proofs.parseConsistencyProof(raw);
    assert.ok(equal(proofs.encodeConsistencyProof(proof), raw));
    proofs.verifyConsistency(proof, bytesOf(input.old_root), bytesOf(input.new_root));
    return { old: Number(proof.oldSize), new: Number(proof.newSize) };
  },
  tags: (input: In) => {
    const secret = bytesOf(input.case_secret);
    const key = tagKeyOf(secret);
    return {
      tag_key: toHex(key),
      store_key: toHex(storeKeyOf(secret)),
      ctag: toHex(caseTag(key, bytesOf(input.case))),
      otag: toHex(objectTag(key, bytesOf(input.env), bytesOf(input.core_hash))),
      tagkey: toHex(tagKeyHash(key)),
    };
  },
  // Every proof is made, read back and verified against roots computed by appending alone.
  tree: (input: In) => {
    const leaves: Bytes[] = "size" in input ? Array.from({ length: input.size }, (_, i) => u32(i)) : input.leaves.map(bytesOf);
    const nodes = new KeptNodes(leaves);
    const size = nodes.frontier.size;
    const root = nodes.frontier.root();
    assert.ok(equal(rootAt(size, nodes), root));
    assert.ok(equal(Frontier.load(size, nodes).root(), root));
    const inclusion = leaves.map((leaf, i) => {
      const bytes = proofs.encodeInclusionProof(proveInclusion(BigInt(i), size, nodes));
      proofs.verifyInclusion(proofs.parseInclusionProof(bytes), leafHash(leaf), root);
      return bytes;
    });
    const consistency = Array.from({ length: leaves.length + 1 }, (_, i) => {
      const bytes = proofs.encodeConsistencyProof(proveConsistency(BigInt(i), size, nodes));
      proofs.verifyConsistency(proofs.parseConsistencyProof(bytes), new KeptNodes(leaves.slice(0, i)).frontier.root(), root);
      return bytes;
    });
    return { root: toHex(root), inclusion: shown(inclusion, leaves.length), consistency: shown(consistency, leaves.length) };
  },
};
