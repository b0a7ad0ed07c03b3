// JSON in the one form that content allows: UTF-8 without byte order mark, no key twice, no number but an
// integer of at most 2^53 - 1 (zero has no sign), no null, nesting at most 8. JSON.parse keeps the last of two equal keys in
// silence, so this reads the text itself.

import { type Bytes, fromUtf8 } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { mostJson } from "../verify/lengths.js";

export type Json = string | number | boolean | Json[] | JsonObject;
export type JsonObject = Map<string, Json>;

const mostNesting = 8;
const escapes: Record<string, string> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonObject {
    this.space();
    const out = this.value(1);
    this.space();
    if (this.at < this.text.length || !(out instanceof Map)) refuse("content-schema");
    return out;
  }

  private value(depth: number): Json {
    const c = this.text[this.at];
    if (c === "{" || c === "[") {
      if (depth > mostNesting) refuse("content-schema");
      this.at++;
      return c === "{" ? this.object(depth) : this.array(depth);
    }
    if (c === '"') return this.string();
    if (this.word("true")) return true;
    if (this.word("false")) return false;
    return this.integer();
  }

  private object(depth: number): JsonObject {
    const out: JsonObject = new Map();
    this.space();
    if (this.word("}")) return out;
    for (;;) {
      this.space();
      const key = this.string();
      if (out.has(key)) refuse("content-schema");
      this.space();
      this.need(":");
      this.space();
      out.set(key, this.value(depth + 1));
      this.space();
      if (this.word("}")) return out;
      this.need(",");
    }
  }

  private array(depth: number): Json[] {
    const out: Json[] = [];
    this.space();
    if (this.word("]")) return out;
    for (;;) {
      this.space();
      out.push(this.value(depth + 1));
      this.space();
      if (this.word("]")) return out;
      this.need(",");
    }
  }

  private string(): string {
    this.need('"');
    let out = "";
    for (;;) {
      const from = this.at;
      while (this.at < this.text.length && !/["\\\u0000-\u001f]/.test(this.text.charAt(this.at))) this.at++;
      out += this.text.slice(from, this.at);
      if (this.word('"')) break;
      this.need("\\");
      out += this.escaped();
    }
    return /\p{Surrogate}/u.test(out) ? refuse("content-schema") : out;
  }

  private escaped(): string {
    const c = this.text.charAt(this.at++);
    if (c !== "u") return escapes[c] ?? refuse("content-schema");
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9a-fA-F]{4}$/.test(hex)) refuse("content-schema");
    this.at += 4;
    return String.fromCharCode(parseInt(hex, 16));
  }

  private integer(): number {
    const match = /^-?(?:0|[1-9][0-9]*)(?![0-9.eE])/.exec(this.text.slice(this.at, this.at + 20));
    const n = match === null ? NaN : Number(match[0]);
    if (match === null || !Number.isSafeInteger(n) || match[0] === "-0") refuse("content-schema");
    this.at += match[0].length;
    return n;
  }

  private word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private need(word: string): void {
    if (!this.word(word)) refuse("content-schema");
  }

  private space(): void {
    while (/[ \t\n\r]/.test(this.text.charAt(this.at))) this.at++;
  }
}

export function parseStrict(bytes: Bytes): JsonObject {
  if (bytes.length > mostJson) refuse("too-large");
  const text = fromUtf8(bytes);
  if (text === undefined) refuse("content-schema");
  return new JsonReader(text).document();
}
