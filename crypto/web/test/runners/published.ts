// What others published about the primitives, each file naming its source.

import assert from "node:assert/strict";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, equal, toHex } from "../../base/bytes.js";
import { refuse } from "../../base/refusal.js";
import { aeadSeal } from "../../keys/aead.js";
import { decapsulate, encapsulate, sealKeyPair } from "../../keys/seal_key_pair.js";
import { SigningKey } from "../../keys/signing_key.js";
import { verifyEd25519 } from "../../verify/ed25519.js";
import { Frontier, leafHash } from "../../verify/merkle.js";
import { bytesOf, type In, type Runners } from "../vector_files.js";

const primitives: Record<string, (input: In) => unknown> = {
  "x-wing": (input) => {
    const pair = sealKeyPair(bytesOf(input.seed));
    const { ciphertext, secret } = encapsulate(pair.publicKey, () => bytesOf(input.eseed));
    const received = decapsulate(ciphertext, pair);
    assert.ok(equal(received, secret));
    return { pk: toHex(pair.publicKey), ct: toHex(ciphertext), ss: toHex(received) };
  },
  aead: (input) => ({
    sealed: toHex(aeadSeal(bytesOf(input.key), bytesOf(input.nonce), bytesOf(input.ad), bytesOf(input.plain))),
  }),
  ed25519: (input) => {
    const key = new SigningKey(bytesOf(input.seed));
    const message = bytesOf(input.message);
    const signature = key.sign(message);
    assert.ok(verifyEd25519(key.publicKey, message, signature));
    return { pk: toHex(key.publicKey), signature: toHex(signature) };
  },
  hkdf: (input) => ({
    okm: toHex(hkdf(sha256, bytesOf(input.ikm), bytesOf(input.salt), bytesOf(input.info), input.length) as Bytes),
  }),
  tree: (input) => {
    const frontier = new Frontier();
    return {
      roots: input.leaves.map((leaf: In) => {
        frontier.append(leafHash(bytesOf(leaf)));
        return toHex(frontier.root());
      }),
    };
  },
};

export const published: Runners = {
  published: (input: In) => (primitives[input.what] ?? refuse("malformed"))(input),
};
