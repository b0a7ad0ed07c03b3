// Decimal digits of any script as 0-9: a person types in the script of their keyboard.

export function digitOf(character: string): string {
  const match = /\p{Nd}/u.test(character) ? character : "";
  if (match === "" || /[0-9]/.test(match)) return match;
  // The zero of its block is a multiple of ten characters away: digits stand in runs of ten.
  let zero = match.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(((match.codePointAt(0) ?? 0) - zero) % 10);
}

// What is no digit stays as it is.
export function digits(text: string): string {
  return [...text].map((character) => digitOf(character) || character).join("");
}
