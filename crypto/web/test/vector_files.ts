// Reads tests/vectors/ and holds this language to it: what is accepted, what comes out, which refusal.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bytes, concat, fromHex, fromUtf8, toHex, utf8 } from "../base/bytes.js";
import { Refusal } from "../base/refusal.js";

export const root = join(process.cwd(), "../../tests/vectors");

export type In = any;
export type Run = (input: In) => unknown | Promise<unknown>;
export type Runners = Readonly<Record<string, Run>>;

// crypto/SPEC.md section 14: hex, text, a repeat, a piece of a file, or a list of these, joined.
type Octets = string | { text: string } | { repeat: string; times: number } | { file: string; from: number; to: number } | Octets[];

export function bytesOf(value: Octets): Bytes {
  if (typeof value === "string") return fromHex(value);
  if (Array.isArray(value)) return concat(...value.map(bytesOf));
  if ("text" in value) return utf8(value.text);
  if ("file" in value) return new Uint8Array(readFileSync(join(root, value.file)).subarray(value.from, value.to));
  const once = fromHex(value.repeat);
  const out = new Uint8Array(once.length * value.times);
  for (let i = 0; i < value.times; i++) out.set(once, i * once.length);
  return out;
}

// As a vector shows octets: the text that they are, or hex.
export function octets(bytes: Bytes): string | { text: string } {
  const text = fromUtf8(bytes);
  return text === undefined || text === "" || /[\u0000-\u0009\u000b-\u001f]/.test(text) ? toHex(bytes) : { text };
}

// A list of pieces, long runs of one octet written as repeats.
export function packed(bytes: Bytes): Octets[] {
  const out: Octets[] = [];
  let plain = 0; // where the octets that are not in `out` begin
  for (let i = 0; i < bytes.length; ) {
    let end = i + 1;
    while (end < bytes.length && bytes[end] === bytes[i]) end++;
    if (end - i >= 64) {
      if (plain < i) out.push(toHex(bytes.subarray(plain, i)));
      out.push({ repeat: toHex(bytes.subarray(i, i + 1)), times: end - i });
      plain = end;
    }
    i = end;
  }
  if (plain < bytes.length) out.push(toHex(bytes.subarray(plain)));
  return out;
}

export function groups(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).some((file) => file.endsWith(".json")))
    .map((entry) => entry.name);
}

function read(group: string, name: string): { in: In; ok?: unknown; refused?: string } {
  return JSON.parse(readFileSync(join(root, group, name), "utf8"));
}

export async function runGroup(group: string, run: Run): Promise<void> {
  const names = readdirSync(join(root, group)).filter((name) => name.endsWith(".json"));
  assert.ok(names.length > 0);
  for (const name of names) {
    const vector = read(group, name);
    let got: unknown;
    let refused: string | undefined;
    try {
      got = await run(vector.in);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      refused = fault.code;
    }
    assert.equal(refused, vector.refused, `${group}/${name}`);
    if (vector.refused === undefined) assert.deepEqual(got, vector.ok, `${group}/${name}`);
  }
}
