// A module of src/, built as for the page, for a test to call.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

export async function bundled(path) {
  const folder = await mkdtemp(join(tmpdir(), "parapet-built-"));
  try {
    const outfile = join(folder, "built.mjs");
    const entry = new URL(`../src/${path}`, import.meta.url).pathname;
    await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", target: "es2022" });
    return await import(outfile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
