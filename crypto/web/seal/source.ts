// Bytes read by position, so that sealing can pass over them twice and resume in the middle.

import type { Bytes } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";

export interface Source {
  readonly size: number;
  // The octets from `from` to `to`; `io` when they are no longer there.
  read(from: number, to: number): Promise<Bytes>;
}

export function memorySource(bytes: Bytes): Source {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

const blobBlock = 2 ** 20; // each read of a browser costs about as much as sealing one piece

// A file of the page's person. A browser refuses a file that changed on disk since it was chosen. The last
// block is kept, since sealing asks for small pieces one after the other.
export function blobSource(blob: Blob): Source {
  let start = 0;
  let block: Bytes = new Uint8Array(0);
  return {
    size: blob.size,
    read: async (from, to) => {
      if (from < start || to > start + block.length) {
        const end = Math.min(blob.size, Math.max(to, from + blobBlock));
        const bytes = await blob.slice(from, end).arrayBuffer().then((buffer) => new Uint8Array(buffer), () => refuse("io"));
        if (bytes.length !== end - from) refuse("io");
        [start, block] = [from, bytes];
        return bytes.subarray(0, to - from);
      }
      return block.subarray(from - start, to - start);
    },
  };
}
