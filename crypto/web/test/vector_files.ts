// Reads tests/vectors/ and holds this language to it: what is accepted, what comes out, which refusal.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bytes, fromHex } from "../base/bytes.js";
import { Refusal } from "../base/refusal.js";

export const root = join(process.cwd(), "../../tests/vectors");

export type In = any;
export type Run = (input: In) => unknown | Promise<unknown>;

export function bytesOf(value: string | { repeat: string; times: number }): Bytes {
  if (typeof value === "string") return fromHex(value);
  const once = fromHex(value.repeat);
  const out = new Uint8Array(once.length * value.times);
  for (let i = 0; i < value.times; i++) out.set(once, i * once.length);
  return out;
}

export function groups(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, entry.name)).some((file) => file.endsWith(".json")))
    .map((entry) => entry.name);
}

export async function runGroup(group: string, run: Run): Promise<void> {
  const names = readdirSync(join(root, group)).filter((name) => name.endsWith(".json"));
  assert.ok(names.length > 0);
  for (const name of names) {
    const vector = JSON.parse(readFileSync(join(root, group, name), "utf8")) as { in: In; ok?: unknown; refused?: string };
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
