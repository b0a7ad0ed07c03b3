// Challenges: a server hands out 64 bytes that it can recognise later without having kept them, and keeps
// only those that were used, until they expire.
//
//     nonce(24) || u64(expiry) || HMAC-SHA-256(K, L("parapet/1/challenge", nonce || expiry || deployment))

import { type Bytes, concat, equal, toHex, u64 } from "../base/bytes.js";
import { hmacSha256, labelled } from "../base/hash.js";
import type { Random } from "../base/random.js";
import { Reader } from "../base/reader.js";
import { refuse } from "../base/refusal.js";

export const challengeSize = 64;
export const challengeSeconds = 300;
export const mostUsedChallenges = 2 ** 18;

const nonceSize = 24;
const statedSize = nonceSize + 8;

// Times are Unix seconds.
export class ChallengeBook {
  private readonly used = new Map<string, number>(); // what was stated, and when it expires
  private forgotAt = 0;

  constructor(
    private readonly key: Bytes,
    private readonly deployment: Bytes,
  ) {}

  issue(random: Random, now: number): Bytes {
    const stated = concat(random(nonceSize), u64(now + challengeSeconds));
    return concat(stated, this.mac(stated));
  }

  // `bad-challenge`, `challenge-expired`. Does not use it up. Gives the second in which it expires.
  check(challenge: Bytes, now: number): number {
    const stated = challenge.subarray(0, statedSize);
    if (challenge.length !== challengeSize || !equal(this.mac(stated), challenge.subarray(statedSize))) refuse("bad-challenge");
    const expiry = new Reader(stated.subarray(nonceSize)).takeU64();
    if (now > expiry) refuse("challenge-expired");
    return expiry;
  }

  // check(), then `challenge-used` the second time. `busy` when too many were used in these five minutes.
  redeem(challenge: Bytes, now: number): number {
    const expiry = this.check(challenge, now);
    this.forgetExpired(now);
    const stated = toHex(challenge.subarray(0, statedSize));
    if (this.used.has(stated)) refuse("challenge-used");
    if (this.used.size >= mostUsedChallenges) refuse("busy");
    this.used.set(stated, expiry);
    return expiry;
  }

  // At most once a second: it looks at all of them.
  private forgetExpired(now: number): void {
    if (now <= this.forgotAt) return;
    this.forgotAt = now;
    for (const [stated, end] of this.used) if (end < now) this.used.delete(stated);
  }

  private mac(stated: Bytes): Bytes {
    return hmacSha256(this.key, labelled("parapet/1/challenge", concat(stated, this.deployment)));
  }
}
