// Names of files travel inside the seal, at most 255 octets each (crypto/SPEC.md section 4). A name can tell who made it:
// it may be changed before it is sealed.

const most = 200; // octets; room is left for what marks an original

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

// The ending with its dot, where there is a short one.
function ending(name: string): string {
  return /[^.](\.[^.]{1,8})$/u.exec(name)?.[1] ?? "";
}

// Without what would break a line or turn the direction of a list of names, and short enough; its ending stays.
export function fitting(typed: string): string {
  const name = typed.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu, "").trim();
  const last = ending(name);
  const letters = [...name.slice(0, name.length - last.length)];
  while (letters.length > 1 && octets(letters.join("")) + octets(last) > most) letters.pop();
  return letters.join("") + last || "file";
}

// The untouched original beside a cleaned photo.jpg is photo.original.jpg.
export function ofOriginal(name: string): string {
  const last = ending(name);
  return `${name.slice(0, name.length - last.length)}.original${last}`;
}
