// What a running process holds in memory, read by root from outside.

import { open, readFile } from "node:fs/promises";

// Every readable mapping, in pieces that overlap by the longest secret; names of the secrets found, and the octets read.
export async function findInMemory(pid, secrets) {
  const found = new Set();
  const maps = (await readFile(`/proc/${pid}/maps`, "utf8")).split("\n").filter((line) => / r/.test(line) && !/\[v/.test(line));
  const memory = await open(`/proc/${pid}/mem`);
  let octets = 0;
  for (const line of maps) {
    const [from, to] = line.split(" ")[0].split("-").map((hex) => parseInt(hex, 16));
    for (let at = from; at < to; at += 1 << 20) {
      const piece = Buffer.alloc(Math.min((1 << 20) + 256, to - at));
      const got = await memory.read(piece, 0, piece.length, at).catch(() => ({ bytesRead: 0 }));
      octets += got.bytesRead;
      for (const [name, secret] of secrets) if (piece.subarray(0, got.bytesRead).includes(secret)) found.add(name);
    }
  }
  await memory.close();
  return { found: [...found], octets };
}
