// The puzzle: under a flood a server asks for a little work before it takes a note in (crypto/SPEC.md section
// 6). Every try costs one hash and succeeds by chance. The challenge is fresh, the note is under the hash: no
// answer can be made ahead, kept, or used for something else.
//
//     SHA-256(L("parapet/1/puzzle", challenge || SHA-256(note) || u64 n))      begins with so many zero bits

import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { type Bytes, concat, u64 } from "../base/bytes.js";
import { labelled, labelledHash } from "../base/hash.js";
import { sha256 } from "../base/sha256.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";
import { type ChallengeBook, challengeSize } from "./challenge.js";

export const mostPuzzleBits = 18; // 2^18 tries on average

export interface PuzzleAnswer {
  challenge: Bytes;
  n: number;
}

export function parsePuzzleAnswer(bytes: Bytes): PuzzleAnswer {
  const r = new Reader(bytes);
  const answer = { challenge: r.take(challengeSize), n: r.takeU64() };
  if (answer.n === Infinity) refuse("malformed"); // over 2^53 - 1
  r.finish();
  return answer;
}

export function encodePuzzleAnswer({ challenge, n }: PuzzleAnswer): Bytes {
  return concat(challenge, u64(n));
}

function zeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const octet of hash) {
    if (octet !== 0) return bits + Math.clz32(octet) - 24;
    bits += 8;
  }
  return bits;
}

// The zero bits that an answer found, for the note with this SHA-256.
export function puzzleBits({ challenge, n }: PuzzleAnswer, noteHash: Bytes): number {
  return zeroBits(labelledHash("parapet/1/puzzle", concat(challenge, noteHash, u64(n))));
}

// `bad-challenge`, `challenge-expired`, `puzzle` (fewer zero bits than asked for), `challenge-used`. An answer that
// is not good enough uses nothing up.
export function checkPuzzle(answer: PuzzleAnswer, note: Bytes, bits: number, challenges: ChallengeBook, now: number): void {
  challenges.check(answer.challenge, now);
  if (puzzleBits(answer, sha256(note)) < bits) refuse("puzzle");
  challenges.redeem(answer.challenge, now);
}

// Looks for an answer a part at a time, so that whoever asks can show a page in between.
export class PuzzleSearch {
  private readonly begun;
  private readonly one = nobleSha256.create();
  private readonly number = new Uint8Array(8);
  private readonly low = new DataView(this.number.buffer);
  private readonly hash = new Uint8Array(32);
  private n = 0;

  constructor(
    private readonly challenge: Bytes,
    note: Bytes,
    private readonly bits: number,
  ) {
    this.begun = nobleSha256.create().update(labelled("parapet/1/puzzle", concat(challenge, sha256(note))));
  }

  get tried(): number {
    return this.n;
  }

  // What was hashed before is not hashed again for every number: half the work, and more without a compiler.
  some(tries: number): PuzzleAnswer | undefined {
    for (const end = this.n + tries; this.n < end; this.n++) {
      this.low.setUint32(0, Math.floor(this.n / 2 ** 32));
      this.low.setUint32(4, this.n >>> 0);
      this.begun._cloneInto(this.one).update(this.number).digestInto(this.hash);
      if (zeroBits(this.hash) >= this.bits) return { challenge: this.challenge, n: this.n };
    }
    return undefined;
  }
}
