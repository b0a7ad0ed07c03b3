// A large file seen through a small window: no more than one block of it is in memory.

import type { Bytes } from "../../../../crypto/web/base/bytes.js";
import { check, refuse } from "../../../../crypto/web/base/refusal.js";
import type { Source } from "../../../../crypto/web/seal/source.js";

const blockSize = 256 * 1024;

// Of what will be removed, at most this much is read to tell what was in it.
export const looked = 64 * 1024;

export class Window {
  private block: Bytes = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly file: Source,
    private readonly progress: (seen: number) => void = () => undefined,
  ) {}

  get size(): number {
    return this.file.size;
  }

  // These n octets, n <= looked; `truncated` when the file ends before.
  async at(from: number, n: number): Promise<Bytes> {
    check(n <= looked);
    if (from + n > this.size) refuse("truncated");
    if (from < this.start || from + n > this.start + this.block.length) await this.move(from);
    return this.block.subarray(from - this.start, from - this.start + n);
  }

  // What may be looked at of the octets from..to.
  async look(from: number, to: number): Promise<Bytes> {
    return this.at(from, Math.min(to - from, looked));
  }

  // As many octets from here on as the window shows: two or more, where the file has them.
  async on(from: number): Promise<Bytes> {
    if (from >= this.size) return new Uint8Array(0);
    if (from < this.start || Math.min(from + 2, this.size) > this.start + this.block.length) await this.move(from);
    return this.block.subarray(from - this.start);
  }

  private async move(from: number): Promise<void> {
    this.block = await this.file.read(from, Math.min(from + blockSize, this.size));
    this.start = from;
    this.progress(from);
  }
}
