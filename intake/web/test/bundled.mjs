// Modules of src/, built together as for the page, for a test to call.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export async function bundled(...paths) {
  const folder = await mkdtemp(join(tmpdir(), "parapet-built-"));
  try {
    const outfile = join(folder, "built.mjs");
    const contents = paths.map((path) => `export * from "./${path}";`).join("\n");
    const stdin = { contents, resolveDir: new URL("../src/", import.meta.url).pathname };
    await build({ stdin, outfile, bundle: true, format: "esm", target: "es2022" });
    return await import(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
