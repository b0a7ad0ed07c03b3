// Proofs about the log's tree: that a leaf is in it, that it only grew (crypto/SPEC.md section 10; node
// order and checking of RFC 9162 sections 2.1.3.2 and 2.1.4.2). Sizes are whole 64-bit numbers.

import { type Bytes, concat, equal, u16, u64 } from "../base/bytes.js";
import { Reader } from "../base/reader.js";
import { check, refuse } from "../base/refusal.js";
import { emptyRoot, nodeHash } from "./merkle.js";

export const longestPath = 64;

export interface InclusionProof {
  index: bigint;
  size: bigint;
  path: Bytes[];
}

// From the empty tree, and between equal sizes, the path is empty.
export interface ConsistencyProof {
  oldSize: bigint;
  newSize: bigint;
  path: Bytes[];
}

interface ProofBytes {
  first: bigint;
  second: bigint;
  path: Bytes[];
}

function parseProof(bytes: Bytes): ProofBytes {
  const r = new Reader(bytes);
  const first = r.takeWholeU64();
  const second = r.takeWholeU64();
  const n = r.takeU16();
  if (n > longestPath) refuse("too-large");
  const path = Array.from({ length: n }, () => r.take(32));
  r.finish();
  return { first, second, path };
}

function encodeProof({ first, second, path }: ProofBytes): Bytes {
  check(path.length <= longestPath);
  return concat(u64(first), u64(second), u16(path.length), ...path);
}

// Where a path stands between its leaf and the root: `node` of the level that has `last` as its last one.
class Climb {
  constructor(
    private node: bigint,
    private last: bigint,
  ) {}

  get atTop(): boolean {
    return this.last === 0n;
  }

  // Whether the next sibling lies to the left. On the right edge, the levels on which this node has no
  // sibling are passed over.
  step(): boolean {
    const siblingIsLeft = this.node % 2n === 1n || this.node === this.last;
    if (siblingIsLeft) while (this.node % 2n === 0n && this.node !== 0n) this.up();
    this.up();
    return siblingIsLeft;
  }

  // To the first level on which this node is a left one.
  skipRight(): void {
    while (this.node % 2n === 1n) this.up();
  }

  private up(): void {
    this.node /= 2n;
    this.last /= 2n;
  }
}

export function parseInclusionProof(bytes: Bytes): InclusionProof {
  const { first: index, second: size, path } = parseProof(bytes);
  if (index >= size) refuse("malformed");
  return { index, size, path };
}

export function encodeInclusionProof({ index, size, path }: InclusionProof): Bytes {
  return encodeProof({ first: index, second: size, path });
}

// `bad-proof` unless it leads from this leaf hash to this root.
export function verifyInclusion(proof: InclusionProof, leaf: Bytes, root: Bytes): void {
  if (proof.index >= proof.size) refuse("bad-proof");
  const climb = new Climb(proof.index, proof.size - 1n);
  let hash = leaf;
  for (const sibling of proof.path) {
    if (climb.atTop) refuse("bad-proof");
    hash = climb.step() ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  if (!climb.atTop || !equal(hash, root)) refuse("bad-proof");
}

export function parseConsistencyProof(bytes: Bytes): ConsistencyProof {
  const { first: oldSize, second: newSize, path } = parseProof(bytes);
  if (oldSize > newSize) refuse("malformed");
  return { oldSize, newSize, path };
}

export function encodeConsistencyProof({ oldSize, newSize, path }: ConsistencyProof): Bytes {
  return encodeProof({ first: oldSize, second: newSize, path });
}

function holdsWithoutNodes({ oldSize, newSize, path }: ConsistencyProof, oldRoot: Bytes, newRoot: Bytes): boolean {
  if (path.length > 0) return false;
  if (oldSize === 0n && !equal(oldRoot, emptyRoot())) return false;
  return oldSize !== newSize || equal(oldRoot, newRoot);
}

// `forked` unless the new root's tree begins with the old root's.
export function verifyConsistency(proof: ConsistencyProof, oldRoot: Bytes, newRoot: Bytes): void {
  const { oldSize, newSize, path } = proof;
  if (oldSize > newSize) refuse("forked");
  if (oldSize === newSize || oldSize === 0n) {
    if (!holdsWithoutNodes(proof, oldRoot, newRoot)) refuse("forked");
    return;
  }
  // A complete old tree is a node of the new one, and the path leaves it out.
  const isComplete = (oldSize & (oldSize - 1n)) === 0n;
  const [start, ...rest] = isComplete ? [oldRoot, ...path] : path;
  if (start === undefined) refuse("forked");
  const climb = new Climb(oldSize - 1n, newSize - 1n);
  climb.skipRight();
  let [older, newer] = [start, start];
  for (const sibling of rest) {
    if (climb.atTop) refuse("forked");
    if (climb.step()) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
    } else {
      newer = nodeHash(newer, sibling);
    }
  }
  if (!climb.atTop || !equal(older, oldRoot) || !equal(newer, newRoot)) refuse("forked");
}
