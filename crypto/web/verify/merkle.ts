// The tree of the audit log (RFC 6962 section 2.1, RFC 9162 section 2.1).
//
//              root(7)
//             /       \              Nodes are named by level and number: node(2, 0) is the root of leaves
//        node(2,0)     ·             0-3. Only complete subtrees are nodes that a store keeps, and they
//        /      \     / \            never change. What hangs at the right edge (·) is computed.
//       ·        ·   ·   leaf 6
//      0 1      2 3 4 5

import { type Bytes, concat, u8 } from "../base/bytes.js";
import { sha256 } from "../base/sha256.js";
import { check, refuse } from "../base/refusal.js";
import type { ConsistencyProof, InclusionProof } from "./proof.js";

export function leafHash(leaf: Bytes): Bytes {
  return sha256(concat(u8(0), leaf));
}

export function nodeHash(left: Bytes, right: Bytes): Bytes {
  return sha256(concat(u8(1), left, right));
}

export function emptyRoot(): Bytes {
  return sha256(new Uint8Array(0));
}

export interface TreeNode {
  level: number;
  number: bigint;
  hash: Bytes;
}

// Where complete subtrees are kept. node(level, number) covers leaves number·2^level up to the next.
export interface NodeReader {
  node(level: number, number: bigint): Bytes;
}

const topLevel = 63;

// The right edge: enough to add leaves and to give the root.
export class Frontier {
  private leaves = 0n;
  private peaks: Bytes[] = []; // complete subtrees from left to right, one for each bit of the size

  static load(size: bigint, nodes: NodeReader): Frontier {
    const out = new Frontier();
    let begin = 0n;
    for (let level = topLevel; level >= 0; level--) {
      const width = 1n << BigInt(level);
      if ((size & width) === 0n) continue;
      out.peaks.push(nodes.node(level, begin >> BigInt(level)));
      begin += width;
    }
    out.leaves = size;
    return out;
  }

  get size(): bigint {
    return this.leaves;
  }

  root(): Bytes {
    return this.peaks.length === 0 ? emptyRoot() : this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  // Adds one leaf hash. Gives the nodes that became complete, the leaf's own (level 0) first: store them all.
  append(leaf: Bytes): TreeNode[] {
    let node: TreeNode = { level: 0, number: this.leaves, hash: leaf };
    const complete = [node];
    for (let rest = this.leaves; rest % 2n === 1n; rest /= 2n) {
      const left = this.peaks.pop();
      check(left !== undefined);
      node = { level: node.level + 1, number: node.number / 2n, hash: nodeHash(left, node.hash) };
      complete.push(node);
    }
    this.peaks.push(node.hash);
    this.leaves++;
    return complete;
  }
}

class Range {
  constructor(
    readonly begin: bigint,
    readonly end: bigint,
  ) {}

  get size(): bigint {
    return this.end - this.begin;
  }

  // Where RFC 6962 splits: after the largest power of two below the size.
  halves(): [Range, Range] {
    const middle = this.begin + (1n << BigInt(bitWidth(this.size - 1n) - 1));
    return [new Range(this.begin, middle), new Range(middle, this.end)];
  }

  // As it appears in a tree. Ranges that a tree splits off are complete or on its edge.
  hash(nodes: NodeReader): Bytes {
    if (this.size === 0n) return emptyRoot();
    if ((this.size & (this.size - 1n)) === 0n) {
      const level = bitWidth(this.size) - 1;
      return nodes.node(level, this.begin >> BigInt(level));
    }
    const [left, right] = this.halves();
    return nodeHash(left.hash(nodes), right.hash(nodes));
  }
}

function bitWidth(n: bigint): number {
  return n.toString(2).length;
}

// PATH(m, D[n]) of RFC 9162 section 2.1.3.1.
function pathOf(index: bigint, range: Range, nodes: NodeReader): Bytes[] {
  if (range.size === 1n) return [];
  const [left, right] = range.halves();
  return index < right.begin
    ? [...pathOf(index, left, nodes), right.hash(nodes)]
    : [...pathOf(index, right, nodes), left.hash(nodes)];
}

// SUBPROOF(m, D[n], b) of RFC 9162 section 2.1.4.1. `known`: the verifier has this range's old root.
function subproofOf(oldSize: bigint, range: Range, known: boolean, nodes: NodeReader): Bytes[] {
  if (oldSize === range.end) return known ? [] : [range.hash(nodes)];
  const [left, right] = range.halves();
  return oldSize <= right.begin
    ? [...subproofOf(oldSize, left, known, nodes), right.hash(nodes)]
    : [...subproofOf(oldSize, right, false, nodes), left.hash(nodes)];
}

// Over a store of `size` leaves at the least. `malformed` when the numbers do not fit together.
export function rootAt(size: bigint, nodes: NodeReader): Bytes {
  return new Range(0n, size).hash(nodes);
}

export function proveInclusion(index: bigint, size: bigint, nodes: NodeReader): InclusionProof {
  if (index >= size) refuse("malformed");
  return { index, size, path: pathOf(index, new Range(0n, size), nodes) };
}

export function proveConsistency(oldSize: bigint, newSize: bigint, nodes: NodeReader): ConsistencyProof {
  if (oldSize > newSize) refuse("malformed");
  return { oldSize, newSize, path: oldSize === 0n ? [] : subproofOf(oldSize, new Range(0n, newSize), true, nodes) };
}
