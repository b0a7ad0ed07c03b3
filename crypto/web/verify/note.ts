// Signed notes (C2SP signed-note): text, empty line, signature lines. A note that was only parsed is
// unverified: nothing in its text is true before check() has said so.

import { type Bytes, concat, equal, fromBase64, fromUtf8, toBase64, utf8 } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { verifyEd25519 } from "./ed25519.js";
import { isSignerName, keyId, type VerifierKey } from "./vkey.js";

export const mostNote = 2 ** 20;
export const mostSignatures = 16;

interface NoteSignature {
  name: string;
  id: Bytes;
  raw: Bytes;
}

export class UnverifiedNote {
  private constructor(
    readonly bytes: Bytes,
    readonly text: string,
    readonly signatures: readonly NoteSignature[],
  ) {}

  static parse(bytes: Bytes): UnverifiedNote {
    if (bytes.length > mostNote) refuse("too-large");
    const all = fromUtf8(bytes);
    if (all === undefined || /[\u0000-\u0009\u000b-\u001f]/.test(all)) refuse("malformed");
    const split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n") || all.length === split + 2) refuse("malformed");
    const lines = all.slice(split + 2, -1).split("\n");
    if (lines.length > mostSignatures) refuse("too-many-signatures");
    return new UnverifiedNote(bytes, all.slice(0, split + 1), lines.map(parseLine));
  }

  // Which of these keys signed, as indices, ascending, none twice.
  check(known: readonly VerifierKey[]): number[] {
    const signers = new Set<number>();
    const text = utf8(this.text);
    for (const line of this.signatures) {
      const at = known.findIndex((key) => key.name === line.name && equal(keyId(key.name, key.key), line.id));
      const key = known[at];
      if (key === undefined) continue;
      if (!verifyEd25519(key.key, text, line.raw)) refuse("bad-signature");
      signers.add(at);
    }
    if (signers.size === 0) refuse("unknown-signer");
    return [...signers].sort((a, b) => a - b);
  }

  checkSingleLine(): void {
    if (this.signatures.length !== 1) refuse("too-many-signatures");
  }

  checkOnly(key: VerifierKey): void {
    this.checkSingleLine();
    this.check([key]);
  }

  checkThreshold(keys: readonly VerifierKey[], t: number): void {
    if (this.check(keys).length < t) refuse("threshold");
  }
}

function parseLine(line: string): NoteSignature {
  const match = /^\u2014 ([^ ]*) (.*)$/u.exec(line);
  if (match === null) refuse("malformed");
  const [, name = "", encoded = ""] = match;
  if (!isSignerName(name)) refuse("malformed");
  const raw = fromBase64(encoded);
  if (raw.length < 5) refuse("malformed");
  return { name, id: raw.subarray(0, 4), raw: raw.subarray(4) };
}

export function signatureLine(key: VerifierKey, signature: Bytes): string {
  return `\u2014 ${key.name} ${toBase64(concat(keyId(key.name, key.key), signature))}\n`;
}
