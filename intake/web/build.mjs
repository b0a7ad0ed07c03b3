// Builds the static site into dist/: a small script for the first words and one with all the rest, one sheet, one
// page, the catalogues and the forms.
// Nothing is minified beyond white space and names, so that the bundle can be compared with a rebuild.

import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { reviewed } from "./reviewed.mjs";

// The oldest browsers that the page is for; src/needs.ts looks for what they have.
const oldest = ["chrome87", "edge87", "firefox78", "safari14.1"];
const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(here, "src/page.ts")],
  metafile: true,
  outdir: out,
  splitting: true,
  chunkNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  target: oldest,
  minify: true,
  legalComments: "none",
});
await build({ entryPoints: [join(here, "page.css")], outfile: join(out, "page.css"), bundle: true, minify: true });
for (const file of ["cannot.css", "cannot.js"]) await cp(join(here, file), join(out, file));

const escaped = (sentence) => sentence.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// Catalogues: a sentence that a language lacks stands in English, and the page says that the language is unfinished.
const read = async (path) => JSON.parse(await readFile(join(here, "..", path), "utf8"));
const english = await read("locales/en.json");
const { ways, without_scripts: plain } = await read("forms/ways.json"); // how else the office is reached, in every language
const listed = (language) => ways.map((way) => `<li>${escaped(way[language] ?? way.en)}</li>`).join("");
// The plain gateway is for those who cannot use this page, and stands nowhere else; an office without one takes it out.
const address = plain?.address ? ` <a href="${escaped(plain.address)}" dir="ltr">${escaped(plain.address)}</a>` : "";
const simpler = (language) => (plain === undefined ? "" : `<p>${escaped(plain[language] ?? plain.en)}${address}</p>`);
const cannot = [];
const hello = [];
await mkdir(join(out, "locales"));
// What only parapet-report says stays out of the page.
const said = (strings) => Object.fromEntries(Object.entries(strings).filter(([name]) => !name.startsWith("report.")));
for (const file of (await readdir(join(here, "../locales"))).filter((name) => name.endsWith(".json")).sort()) {
  const catalogue = await read(`locales/${file}`);
  const { reviewed: _, strings, ...head } = catalogue;
  const checked = reviewed(catalogue);
  const unreviewed = head.language !== "en" && Object.keys(said(english.strings)).some((name) => !checked.has(name));
  const merged = { ...head, ...(unreviewed ? { unreviewed } : {}), strings: said({ ...english.strings, ...strings }) };
  await writeFile(join(out, "locales", file), JSON.stringify(merged));
  const [title, text] = ["page.cannot.title", "page.cannot.text"].map((name) => escaped(merged.strings[name]));
  hello.push(`<p class="hello" lang="${head.language}" dir="${head.direction}">${escaped(merged.strings["start.title"])}</p>`);
  cannot.push(`<section lang="${head.language}" dir="${head.direction}" data-name="${head.name}"><h1>${title}</h1><p>${text}</p>${simpler(head.language)}<ul class="apart">${listed(head.language)}</ul></section>`);
}
const index = await readFile(join(here, "index.html"), "utf8");
// What page.js stands on comes with it, not after it.
const { imports } = Object.entries(metafile.outputs).find(([name]) => name.endsWith("/page.js"))[1];
const beside = imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => `<link rel="modulepreload" href="/${basename(path)}" />`);
await writeFile(join(out, "index.html"), index
  .replace(/( *)(<script type="module")/, (_, space, script) => beside.map((link) => `${space}${link}\n`).join("") + space + script)
  .replace(/ *<div id="cannot" hidden>/, (div) => hello.join("") + div + cannot.join("")));

// Forms: every version by its name, and those that are offered in one file.
await mkdir(join(out, "forms"));
for (const file of (await readdir(join(here, "../forms"))).filter((name) => /^[a-z0-9-]+\.\d+\.json$/.test(name)))
  await writeFile(join(out, "forms", file), JSON.stringify(await read(`forms/${file}`)));
const { forms } = await read("forms/offered.json");
const offered = await Promise.all(forms.map(({ id, version }) => read(`forms/${id}.${version}.json`)));
await writeFile(join(out, "forms/offered.json"), JSON.stringify(offered));

// Beside each file what gzip makes of it: it is sent to every browser that takes it, and compresses nothing secret.
for (const file of await readdir(out, { recursive: true, withFileTypes: true }))
  if (file.isFile()) {
    const path = join(file.parentPath, file.name);
    await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }));
  }
