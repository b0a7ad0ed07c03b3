// The text of a typed note: a type line, then `key SP value` lines in a fixed order. Reading is by asking
// for the lines in that order; whatever is left over, missing or of another form is malformed.

import { type Bytes, fromBase64, fromHex, sized, toBase64, toHex, utf8 } from "../base/bytes.js";
import { refuse, refusingAs } from "../base/refusal.js";

export class NoteText {
  private readonly lines: string[];

  constructor(text: string, type: string) {
    this.lines = text.split("\n");
    if (this.lines.shift() !== type) refuse("wrong-type");
    if (this.lines.pop() !== "") refuse("malformed");
  }

  takeOptional(key: string): string | undefined {
    const line = this.lines[0];
    if (line === undefined || !line.startsWith(`${key} `) || line.length < key.length + 2) return undefined;
    this.lines.shift();
    return line.slice(key.length + 1);
  }

  take(key: string): string {
    return this.takeOptional(key) ?? refuse("malformed");
  }

  takeAll(key: string): string[] {
    const out: string[] = [];
    for (let value = this.takeOptional(key); value !== undefined; value = this.takeOptional(key)) out.push(value);
    return out;
  }

  takeHex(key: string, size: number): Bytes {
    return valueFromHex(this.take(key), size);
  }

  takeBase64(key: string, size: number): Bytes {
    return valueFromBase64(this.take(key), size);
  }

  takeNumber(key: string): number {
    return parseNumber(this.take(key));
  }

  finish(): void {
    if (this.lines.length > 0) refuse("malformed");
  }
}

export function parseNumber(text: string): number {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) refuse("malformed");
  const n = Number(text);
  return Number.isSafeInteger(n) ? n : refuse("malformed");
}

export function valueFromHex(text: string, size: number): Bytes {
  return refusingAs("malformed", () => sized(fromHex(text), size));
}

export function valueFromBase64(text: string, size: number): Bytes {
  return refusingAs("malformed", () => sized(fromBase64(text), size));
}

export function checkLabel(label: string): void {
  const size = utf8(label).length;
  if (size < 1 || size > 64 || /[\u0000-\u001f]/.test(label)) refuse("malformed");
}

export class NoteWriter {
  private text: string;

  constructor(type: string) {
    this.text = `${type}\n`;
  }

  line(key: string, value: string): this {
    this.text += `${key} ${value}\n`;
    return this;
  }

  hex(key: string, value: Bytes): this {
    return this.line(key, toHex(value));
  }

  base64(key: string, value: Bytes): this {
    return this.line(key, toBase64(value));
  }

  finish(): string {
    return this.text;
  }
}
