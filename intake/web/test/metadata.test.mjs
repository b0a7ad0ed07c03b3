import assert from "node:assert/strict";
import { test } from "node:test";
import { committed, made } from "../../../tests/intake/metadata/make.mjs";
import { secret } from "../../../tests/intake/metadata/facts.mjs";
import { bundled } from "./bundled.mjs";

const { assemble, clean } = await bundled("metadata/clean.ts");
const vectors = [...committed()].map(([name, text]) => [name, JSON.parse(text)]);

// A file as the page has it, which remembers the largest read.
function source(blob) {
  const out = { size: blob.size, largest: 0 };
  out.read = async (from, to) => {
    out.largest = Math.max(out.largest, to - from);
    return new Uint8Array(await blob.slice(from, to).arrayBuffer());
  };
  return out;
}

async function cleaned(file) {
  const blob = new Blob([file]);
  const answer = await clean(source(blob));
  return answer && { found: answer.found, octets: Buffer.from(await assemble(blob, answer).arrayBuffer()) };
}

test("the vectors of pictures are what their maker writes", () => {
  assert.deepEqual(committed(), made());
  assert.ok(vectors.length > 80);
});

for (const [name, vector] of vectors)
  test(`${name}: ${vector.about}`, async () => {
    const file = Buffer.from(vector.file, "hex");
    if (vector.refused !== undefined) return assert.rejects(cleaned(file), { code: vector.refused });
    const answer = await cleaned(file);
    if (vector.picture === false) return assert.equal(answer, undefined);
    assert.deepEqual(answer.found, vector.found);
    assert.equal(answer.octets.toString("hex"), vector.cleaned);
    assert.ok(!answer.octets.includes(secret));
  });

test("a cleaned picture has nothing left to remove", async () => {
  for (const [name, vector] of vectors) {
    if (vector.cleaned === undefined) continue;
    const again = await cleaned(Buffer.from(vector.cleaned, "hex"));
    assert.equal(again.octets.toString("hex"), vector.cleaned, name);
    assert.deepEqual(again.found.filter((one) => one !== "colours"), [], name);
  }
});

test("a changed octet ends in a cleaned picture or a refusal, never in anything else", async () => {
  for (const [name, vector] of vectors) {
    const file = Buffer.from(vector.file, "hex");
    for (let at = 0; at < file.length; at += 3) {
      const changed = Buffer.from(file);
      changed[at] ^= 1 << at % 8;
      await cleaned(changed).catch((fault) => assert.match(String(fault.code), /^(malformed|truncated)$/, name));
    }
  }
});

test("a scan may begin and end anywhere in the window", async () => {
  const { file, cleaned: wanted } = JSON.parse(committed().get("jpeg-comment.json"));
  const [octets, bare] = [Buffer.from(file, "hex"), Buffer.from(wanted, "hex")];
  const filler = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65533)]);
  const front = Buffer.concat([octets.subarray(0, 2), filler, filler, filler]);
  for (let more = 0; more < octets.length; more++) {
    const last = 256 * 1024 - front.length - octets.length + more;
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, last >> 8, last & 255]), Buffer.alloc(last - 2)]);
    const answer = await cleaned(Buffer.concat([front, segment, octets.subarray(2), Buffer.from("behind the end")]));
    assert.ok(answer.octets.equals(bare), `${more}`);
  }
});

test("a large photo is read in small pieces and none of it is copied", async () => {
  const vector = JSON.parse(committed().get("jpeg-gps.json"));
  const file = Buffer.from(vector.file, "hex");
  const scan = new Uint8Array(48 * 1024 * 1024).fill(0xab);
  for (let i = 4095; i + 1 < scan.length; i += 4096) scan.set([0xff, 0x00], i);
  const blob = new Blob([file.subarray(0, -2), scan, file.subarray(-2), "behind the end"]);
  const from = source(blob);
  const answer = await clean(from);
  assert.deepEqual(answer.found, ["place", "appended"]);
  assert.ok(from.largest <= 256 * 1024, `${from.largest}`);
  assert.ok(answer.parts.length <= 3);
  assert.equal(assemble(blob, answer).size, Buffer.from(vector.cleaned, "hex").length + scan.length);
});
