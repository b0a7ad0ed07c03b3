// Builds the desk's page into dist/: four files, which parapet-desk reads into memory when it starts.

import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(here, "src/desk.tsx")],
  outfile: join(out, "desk.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: true,
  legalComments: "none",
});
// What reporters are asked, every version, and its words: how an answer is shown depends on them.
const intake = join(here, "../../../intake");
const read = async (path) => JSON.parse(await readFile(join(intake, path), "utf8"));
const forms = {};
for (const file of (await readdir(join(intake, "forms"))).filter((name) => /^[a-z0-9-]+\.\d+\.json$/.test(name)))
  forms[file.replace(/\.json$/, "")] = await read(`forms/${file}`);
const { strings } = await read("locales/en.json");
const words = Object.fromEntries(Object.entries(strings).filter(([name]) => /^(form|option)\./.test(name)));
await writeFile(join(out, "questionnaires.json"), JSON.stringify({ forms, words }));

for (const file of ["index.html", "desk.css"]) await cp(join(here, file), join(out, file));
