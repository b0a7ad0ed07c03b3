// What can go wrong, by the names of crypto/base/error_code.h. A Refusal carries a name and nothing else:
// it has no place for text made at run time.

export type Code =
  | "malformed" | "trailing-bytes" | "not-canonical" | "too-large" | "unknown-version"
  | "receipt-length" | "receipt-character" | "receipt-check"
  | "wrong-type" | "bad-signature" | "unknown-signer" | "too-many-signatures" | "threshold" | "bad-key"
  | "wrong-deployment" | "wrong-fingerprint" | "expired" | "not-yet-valid" | "rolled-back" | "roles-overlap" | "unknown-roster"
  | "bad-header" | "bad-length" | "commitment" | "decrypt" | "truncated" | "padding" | "inner-signature" | "wrong-author"
  | "wrong-case" | "core-hash" | "wraps-hash" | "not-a-recipient" | "content-schema"
  | "bad-challenge" | "challenge-expired" | "challenge-used" | "wrong-origin" | "body-hash"
  | "bad-proof" | "forked" | "wrong-tag" | "wrong-time" | "duplicate"
  | "wrong-passphrase" | "kdf-limits" | "bad-share" | "not-found" | "busy" | "puzzle" | "wait" | "io" | "unreachable" | "unavailable";

export class Refusal extends Error {
  constructor(readonly code: Code) {
    super(code);
  }
}

export function refuse(code: Code): never {
  throw new Refusal(code);
}

// Ours to keep true; a caller cannot cause it.
export function check(condition: boolean): asserts condition {
  if (!condition) throw new Error("an own rule does not hold");
}

// Runs `act`; whatever it refuses, refuses as `code`.
export function refusingAs<T>(code: Code, act: () => T): T {
  try {
    return act();
  } catch (fault) {
    if (fault instanceof Refusal) refuse(code);
    throw fault;
  }
}
