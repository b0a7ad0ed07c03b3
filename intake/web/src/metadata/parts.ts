// A cleaned file as parts of the original, and a few octets of our own between them. Nothing is copied.

import type { Bytes } from "../../../../crypto/web/base/bytes.js";

export type Part = { from: number; to: number } | Bytes;

export class Parts {
  readonly list: Part[] = [];
  size = 0;

  keep(from: number, to: number): void {
    if (from === to) return;
    const last = this.list.at(-1);
    this.size += to - from;
    if (last !== undefined && "from" in last && last.to === from) last.to = to;
    else this.list.push({ from, to });
  }

  write(bytes: Bytes): void {
    this.list.push(bytes);
    this.size += bytes.length;
  }

  // A place at the front or in the middle that is known only at the end: the octets may be changed until then.
  hold(n: number): Bytes {
    const bytes = new Uint8Array(n);
    this.write(bytes);
    return bytes;
  }
}
