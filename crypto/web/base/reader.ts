// The one place that looks at lengths. Every parser of untrusted bytes is written with it.

import type { Bytes } from "./bytes.js";
import { refuse } from "./refusal.js";

export class Reader {
  private at = 0;

  constructor(private readonly bytes: Bytes) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  get rest(): Bytes {
    return this.bytes.subarray(this.at);
  }

  take(n: number): Bytes {
    if (n > this.left) refuse("truncated");
    this.at += n;
    return this.bytes.subarray(this.at - n, this.at);
  }

  takeU8(): number {
    return this.view(1).getUint8(0);
  }

  takeU16(): number {
    return this.view(2).getUint16(0);
  }

  takeU32(): number {
    return this.view(4).getUint32(0);
  }

  // Above 2^53 nothing fits in memory or in a rule: Infinity, which every comparison with a limit refuses.
  takeU64(): number {
    const n = this.takeWholeU64();
    return n > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(n);
  }

  // All 64 bits, where a rule is about the number itself.
  takeWholeU64(): bigint {
    return this.view(8).getBigUint64(0);
  }

  takeMagic(magic: string): boolean {
    for (let i = 0; i < magic.length; i++) if (this.bytes[this.at + i] !== magic.charCodeAt(i)) return false;
    this.at += magic.length;
    return true;
  }

  finish(): void {
    if (this.left > 0) refuse("trailing-bytes");
  }

  private view(n: number): DataView {
    const raw = this.take(n);
    return new DataView(raw.buffer, raw.byteOffset, n);
  }
}
