// Pictures without what they tell about their maker. The compressed picture is never decoded: the container is
// rewritten around it, from a list of what may stay.

import { type Bytes } from "../../../../crypto/web/base/bytes.js";
import { Reader } from "../../../../crypto/web/base/reader.js";
import type { Source } from "../../../../crypto/web/seal/source.js";
import { type Finding, Found } from "./found.js";
import { cleanJpeg } from "./jpeg.js";
import type { Part } from "./parts.js";
import { cleanPng } from "./png.js";
import { cleanWebp } from "./webp.js";
import { Window } from "./window.js";

const kinds = { jpeg: cleanJpeg, png: cleanPng, webp: cleanWebp } as const;
export type Kind = keyof typeof kinds;

const types: Record<Kind, string> = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };

export interface Cleaned {
  type: string;
  found: Finding[];
  parts: Part[]; // of the original, in order
}

// By its first octets; a name proves nothing.
export function kindOf(first: Bytes): Kind | undefined {
  if (first[0] === 0xff && first[1] === 0xd8 && first[2] === 0xff) return "jpeg";
  if (first[0] === 0x89 && new Reader(first.subarray(1)).takeMagic("PNG\r\n\x1a\n")) return "png";
  if (new Reader(first).takeMagic("RIFF") && new Reader(first.subarray(8)).takeMagic("WEBP")) return "webp";
  return undefined;
}

// undefined: no picture that this page can clean. Refuses one that begins like one and goes on like none.
export async function clean(file: Source, progress?: (seen: number) => void): Promise<Cleaned | undefined> {
  const kind = kindOf(await file.read(0, Math.min(12, file.size)));
  if (kind === undefined) return undefined;
  const found = new Found();
  const parts = await kinds[kind](new Window(file, progress), found);
  return { type: types[kind], found: found.list, parts: parts.list };
}

// The cleaned file: slices of the original, in order, without a copy of them.
export function assemble(original: Blob, { type, parts }: Cleaned): Blob {
  return new Blob(parts.map((part) => ("from" in part ? original.slice(part.from, part.to) : part)), { type });
}
