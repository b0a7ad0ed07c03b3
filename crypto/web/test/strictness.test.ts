// What vectors cannot show: where randomness comes from, what the code may not touch, that nothing is missing.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Bytes } from "../base/bytes.js";
import { systemRandom } from "../base/random.js";
import { Refusal } from "../base/refusal.js";
import { Receipt } from "../keys/receipt.js";
import { challengeSeconds, ChallengeBook } from "../verify/challenge.js";

const rooms = ["base", "content", "keys", "open", "seal", "verify"];
const sources = rooms.flatMap((room) => readdirSync(room).map((name) => join(room, name)));

function refused(code: string): (fault: unknown) => boolean {
  return (fault) => fault instanceof Refusal && fault.code === code;
}

// Runs `act` in a browser whose generator is this one.
function withGenerator(generator: unknown, act: () => void): void {
  const own = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: generator, configurable: true });
  try {
    act();
  } finally {
    if (own === undefined) Reflect.deleteProperty(globalThis, "crypto");
    else Object.defineProperty(globalThis, "crypto", own);
  }
}

test("without a generator, or with one that gives zeros, no code and no key is made", () => {
  const zeros = { getRandomValues: (out: Uint8Array) => out };
  for (const generator of [undefined, {}, { getRandomValues: "a word" }, zeros])
    withGenerator(generator, () => {
      assert.throws(() => systemRandom(32), refused("unavailable"));
      assert.throws(() => systemRandom(1), refused("unavailable"));
      assert.throws(() => Receipt.generate(systemRandom), refused("unavailable"));
    });
});

test("a generator that fails in the middle of a large draw gives nothing", () => {
  let asked = 0;
  const tires = { getRandomValues: (out: Uint8Array) => (++asked === 1 ? out.fill(7) : out) };
  withGenerator(tires, () => assert.throws(() => systemRandom(65_537), refused("unavailable")));
  assert.equal(asked, 2);
});

test("every octet of a draw of any size comes from the generator", () => {
  const counting = {
    getRandomValues: (out: Uint8Array) => {
      assert.ok(out.length <= 65_536, "browsers refuse more at once");
      return out.fill(1);
    },
  };
  withGenerator(counting, () => {
    for (const n of [0, 1, 31, 32, 33, 65_535, 65_536, 65_537, 200_000]) {
      const drawn = systemRandom(n);
      assert.equal(drawn.length, n);
      assert.ok(drawn.every((octet) => octet === 1));
    }
  });
});

test("a receipt uses no octet of 250 or more, and each of its 29 digits has one of its own", () => {
  const given = [255, 250, ...Array.from({ length: 29 }, (_, i) => 249 - i)];
  const scripted = (n: number): Bytes => Uint8Array.from(given.splice(0, n));
  const digits = Receipt.generate(scripted).revealGroups().join("");
  assert.equal(digits.slice(0, 30), `1${Array.from({ length: 29 }, (_, i) => (249 - i) % 10).join("")}`);
  assert.equal(given.length, 0);
});

test("a challenge is good through its last second, once, and for its own deployment", () => {
  const key = systemRandom(32);
  const deployment = systemRandom(16);
  const book = new ChallengeBook(key, deployment);
  const challenge = book.issue(systemRandom, 1000);
  const end = 1000 + challengeSeconds;
  assert.throws(() => new ChallengeBook(key, systemRandom(16)).redeem(challenge, 1000), refused("bad-challenge"));
  assert.throws(() => book.redeem(challenge, end + 1), refused("challenge-expired"));
  assert.equal(book.redeem(challenge, end), end);
  assert.throws(() => book.redeem(challenge, end), refused("challenge-used"));
  const later = book.issue(systemRandom, end);
  book.redeem(later, end + 1); // forgets the first, which nobody can use any more
  assert.throws(() => book.redeem(later, end + 2), refused("challenge-used"));
});

// Time and randomness come in as arguments, messages and keys go nowhere, nothing is made into code.
const forbidden = [
  /Math\.random/, /\bDate\.now\b/, /new Date\(\)/, /performance\./, /\bWebAssembly\b/, /\beval\b/, /\bFunction\(/, /\bconsole\b/,
  /\bfetch\(/, /XMLHttpRequest/, /\blocalStorage\b/, /\bsessionStorage\b/, /\bindexedDB\b/, /\bdocument\./, /\bwindow\b/,
  /JSON\.parse/, /import\(/, /\bsetTimeout\b/,
];

function code(path: string): string {
  return readFileSync(path, "utf8").replace(/^\s*\/\/.*$/gm, "");
}

test("the twin asks no clock, no network, no store, and makes no code", () => {
  assert.ok(sources.length > 40);
  for (const path of sources)
    for (const word of forbidden) assert.doesNotMatch(code(path), word, path);
});

test("the browser's generator is asked in one place, and only noble is imported", () => {
  assert.deepEqual(sources.filter((path) => code(path).includes("getRandomValues")), [join("base", "random.ts")]);
  for (const path of sources)
    for (const [, from = ""] of code(path).matchAll(/from "([^"]+)"/g))
      assert.match(from, /^(?:\.\.?\/|@noble\/(?:ciphers|curves|hashes|post-quantum)\/)/, path);
});

// The platform gives UTF-8; fields and padding are a class inside the one file that uses it; what belongs to a
// terminal or to memory that can be locked has no place in a page.
const inCppAlone = new Set([
  "verify/utf8", "content/fields", "seal/padded", "keys/passphrase", "keys/secret_line", "base/error_code", "base/result", "base/secret", "base/source",
  "open/ciphertext_file",
]);

test("every header of the C++ side has its twin of the same name", () => {
  for (const room of rooms)
    for (const name of readdirSync(join("..", room)).filter((file) => file.endsWith(".h"))) {
      const twin = join(room, name.replace(/\.h$/, ""));
      assert.equal(existsSync(`${twin}.ts`), !inCppAlone.has(twin), twin);
    }
});

test("every code that the twin can give is one of the common list", () => {
  const common = readFileSync("../base/error_code.h", "utf8");
  const own = [...code("base/refusal.ts").matchAll(/\| "([a-z-]+)"/g)].map(([, name = ""]) => name);
  assert.ok(own.length > 40);
  for (const name of own) assert.ok(common.includes(`"${name}"`), name);
});
