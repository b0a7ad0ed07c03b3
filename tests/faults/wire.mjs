// What a hostile client needs of the wire: bundles as crypto/SPEC.md §7 gives them, and requests one at a time.

import { request } from "node:http";

export const recordType = { note: 1, core: 2, wrapset: 3, upload: 4, digests: 5, checkpoint: 6, inclusion: 7, leaf: 8, body: 10, json: 13 };

export function u32(n) {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(n);
  return out;
}

export function u64(n) {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(n));
  return out;
}

export function readBundle(bytes) {
  const records = [];
  for (let at = 8; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64BE(at + 1));
    records.push({ type: bytes[at], bytes: Buffer.from(bytes.subarray(at + 9, at + 9 + length)) });
    at += 9 + length;
  }
  return records;
}

export function writeBundle(records) {
  const parts = records.flatMap(({ type, bytes }) => [Buffer.from([type]), u64(bytes.length), bytes]);
  return Buffer.concat([Buffer.from("PPB1"), u32(records.length), ...parts]);
}

// One request on a connection of its own: {status, code, bytes}; code is "" where nothing was refused.
export function ask(origin, path, body, { method = body === undefined ? "GET" : "POST", headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method, headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const refused = answer.statusCode !== 200;
        resolve({ status: answer.statusCode, code: refused ? JSON.parse(bytes.toString()).error : "", bytes });
      });
    });
    asked.setTimeout(20_000, () => asked.destroy(new Error(`no answer from ${path} in 20 s`)));
    asked.on("error", reject);
    asked.end(body);
  });
}
