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

// A file of the page's person. A browser refuses a file that changed on disk since it was chosen.
export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    read: async (from, to) => {
      const bytes = await blob.slice(from, to).arrayBuffer().then((buffer) => new Uint8Array(buffer), () => refuse("io"));
      return bytes.length === to - from ? bytes : refuse("io");
    },
  };
}
