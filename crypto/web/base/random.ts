// Randomness comes in as an argument; tests bring their own.

import { type Bytes, concat } from "./bytes.js";
import { refuse } from "./refusal.js";

export type Random = (n: number) => Bytes;

const mostAtOnce = 65_536; // what a browser gives for one question
const leastAtOnce = 32; // fewer octets could all be zero by chance

function draw(n: number): Bytes {
  const source: Partial<Crypto> | undefined = globalThis.crypto;
  if (typeof source?.getRandomValues !== "function") return refuse("unavailable");
  const out = source.getRandomValues(new Uint8Array(Math.max(n, leastAtOnce)));
  return out.every((octet) => octet === 0) ? refuse("unavailable") : out.slice(0, n);
}

// The browser's own generator or nothing: `unavailable` where there is none, and where it gives only zeros.
export const systemRandom: Random = (n) => {
  const pieces: Bytes[] = [];
  for (let left = n; left > 0; left -= mostAtOnce) pieces.push(draw(Math.min(left, mostAtOnce)));
  return concat(...pieces);
};
