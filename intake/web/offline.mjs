// node offline.mjs <root.note> <roster.note> <out.html>: the page as one file that works from a disk and reaches for
// no network. It carries the office's keys; the SHA-256 it prints belongs on the poster.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [rootNote, rosterNote, out] = process.argv.slice(2);
if (out === undefined) {
  console.error("usage: node offline.mjs <root.note> <roster.note> <out.html>");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const text = (path) => readFile(join(dist, path), "utf8");

// Two notes as intake serves them: crypto/SPEC.md section 7.
async function deployment() {
  const notes = await Promise.all([rootNote, rosterNote].map((path) => readFile(path)));
  const head = Buffer.from("PPB1\0\0\0\x02", "latin1");
  const records = notes.map((note) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(note.length));
    return Buffer.concat([Buffer.from([1]), length, note]);
  });
  return Buffer.concat([head, ...records]).toString("base64");
}

const supplies = { "/api/deployment": await deployment() };
for (const folder of ["forms", "locales"])
  for (const file of (await readdir(join(dist, folder))).filter((name) => name.endsWith(".json"))) supplies[`/${folder}/${file}`] = JSON.parse(await text(`${folder}/${file}`));

// One script here, in which nothing is asked for later.
const bundled = await build({
  entryPoints: [join(here, "src/page.ts")], write: false, bundle: true, format: "esm", target: ["chrome87", "edge87", "firefox78", "safari14.1"], minify: true, legalComments: "none",
});
const script = bundled.outputFiles[0].text.replaceAll("</script", "<\\/script");
const late = await text("cannot.js");
const style = await text("page.css");
const shown = await text("cannot.css");
const hash = (what) => `'sha256-${createHash("sha256").update(what).digest("base64")}'`;
// connect-src 'none': a browser that keeps to it lets nothing out of this page but what a person saves.
const policy = `default-src 'none'; script-src ${hash(script)} ${hash(late)}; style-src ${hash(style)} ${hash(shown)}; img-src blob:; base-uri 'none'; form-action 'none'`;
const data = JSON.stringify(supplies).replaceAll("<", "\\u003c");
const page = (await text("index.html"))
  .replace("<head>", () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="referrer" content="no-referrer" />`)
  .replace(/ *<link rel="stylesheet" href="\/page.css"[^>]*>/, () => `    <style>${style}</style>`)
  .replace(/<link rel="stylesheet" href="\/cannot.css"[^>]*>/, () => `<style>${shown}</style>`)
  .replace(/ *<link rel="modulepreload"[^>]*>\n/g, "")
  .replace(/ *<script defer[^>]*><\/script>/, () => `    <script>${late}</script>`)
  .replace(/ *<script type="module"[^>]*><\/script>/, () => `    <script type="application/json" id="supplies">${data}</script>`)
  .replace("</body>", () => `  <script type="module">${script}</script>\n  </body>`);
await writeFile(out, page);
console.log(`${createHash("sha256").update(page).digest("hex")}  ${out}`);
