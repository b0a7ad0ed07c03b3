// The receipt code: 32 decimal digits, all a reporter has (crypto/SPEC.md section 2).

import { type Bytes, utf8 } from "../base/bytes.js";
import type { Random } from "../base/random.js";
import { refuse } from "../base/refusal.js";
import { classifyTyped } from "./typed_digits.js";

const payload = 30;
const mostCodePoints = 256;

export class Receipt {
  private constructor(private readonly digits: string) {}

  static generate(random: Random): Receipt {
    let digits = "1";
    while (digits.length < payload) {
      const byte = random(1)[0] ?? 255;
      if (byte < 250) digits += String(byte % 10);
    }
    return new Receipt(digits + checkDigits(digits));
  }

  static read(typed: string): Receipt {
    let digits = "";
    let codePoints = 0;
    for (const character of typed) {
      if (++codePoints > mostCodePoints) refuse("receipt-length");
      digits += classifyTyped(character) ?? refuse("receipt-character");
    }
    if (digits.length !== 32) refuse("receipt-length");
    if (!digits.startsWith("1")) refuse("unknown-version");
    if (checkDigits(digits.slice(0, payload)) !== digits.slice(payload)) refuse("receipt-check");
    return new Receipt(digits);
  }

  // Eight groups of four, for the eyes of the person whose it is.
  revealGroups(): string[] {
    return Array.from({ length: 8 }, (_, i) => this.digits.slice(4 * i, 4 * i + 4));
  }

  revealAscii(): Bytes {
    return utf8(this.digits);
  }
}

// ISO 7064 MOD 97-10.
function checkDigits(digits: string): string {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return String(98 - ((remainder * 100) % 97)).padStart(2, "0");
}
