// Builds the static site into dist/: one script, one sheet, one page, the catalogues and the forms.
// Nothing is minified beyond white space and names, so that the bundle can be compared with a rebuild.

import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(here, "src/page.ts")],
  outfile: join(out, "page.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
});
for (const file of ["index.html", "page.css"]) await cp(join(here, file), join(out, file));
for (const folder of ["locales", "forms"]) {
  await mkdir(join(out, folder));
  for (const file of await readdir(join(here, "..", folder)))
    if (file.endsWith(".json")) await cp(join(here, "..", folder, file), join(out, folder, file));
}
