// Writes the vectors beside it: `node make.mjs`. Inputs and what must come of them are put together by hand from the
// same pieces; nothing here is the code under test. One file a case, its fact or fault is its name:
//   {about, file: hex, found: [codes], cleaned: hex}  ·  {about, file, refused: code}  ·  {about, file, picture: false}

import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { jpegCases } from "./jpeg_cases.mjs";
import { pngCases } from "./png_cases.mjs";
import { otherCases, webpCases } from "./webp_cases.mjs";

const folder = new URL("vectors/", import.meta.url);

export function made() {
  const all = { ...jpegCases, ...pngCases, ...webpCases, ...otherCases };
  const print = (one) => `${JSON.stringify(one, (_, value) => (value?.type === "Buffer" ? Buffer.from(value.data).toString("hex") : value), 2)}\n`;
  return new Map(Object.entries(all).map(([name, one]) => [`${name}.json`, print(one)]));
}

export function committed() {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const name of committed().keys()) unlinkSync(new URL(name, folder));
  for (const [name, text] of made()) writeFileSync(new URL(name, folder), text);
}
