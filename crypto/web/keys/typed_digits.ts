// Digits as people type them: any script's, with the separators that printing and pasting leave between
// (the table of crypto/SPEC.md section 2).

const zeros = [
  0x30, 0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0xff10,
];
const separators = /^[\t\n\r \u00a0\u202f\u2000-\u200f\u2010-\u2015\u2028-\u202e\u2060-\u2069\u061c\ufeff\-./\u2044]$/u;

// A digit 0-9, "" for a separator, undefined for anything else.
export function classifyTyped(character: string): string | undefined {
  const c = character.codePointAt(0) ?? 0;
  const zero = zeros.find((z) => c >= z && c <= z + 9);
  if (zero !== undefined) return String(c - zero);
  return separators.test(character) ? "" : undefined;
}
