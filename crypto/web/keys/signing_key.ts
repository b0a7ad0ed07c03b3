// An Ed25519 key that can sign, and notes signed with it.

import { ed25519 } from "@noble/curves/ed25519.js";
import { type Bytes, concat, utf8 } from "../base/bytes.js";
import { type Label, labelled } from "../base/hash.js";
import { signatureLine } from "../verify/note.js";

export class SigningKey {
  readonly publicKey: Bytes;

  constructor(private readonly seed: Bytes) {
    this.publicKey = ed25519.getPublicKey(seed) as Bytes;
  }

  sign(message: Bytes): Bytes {
    return ed25519.sign(message, this.seed) as Bytes;
  }

  signLabelled(label: Label, d: Bytes): Bytes {
    return this.sign(labelled(label, d));
  }

  // `text` ends in LF.
  signNote(text: string, name: string): Bytes {
    const body = utf8(text);
    return concat(body, utf8(`\n${signatureLine({ name, key: this.publicKey }, this.sign(body))}`));
  }
}
