// Randomness comes in as an argument; tests bring their own.

import type { Bytes } from "./bytes.js";

export type Random = (n: number) => Bytes;

// Asks again for large amounts: the browser gives 65 536 octets at a time.
export const systemRandom: Random = (n) => {
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i += 65_536) crypto.getRandomValues(out.subarray(i, i + 65_536));
  return out;
};
