// A module of src/ for a test to call, with all that it stands on.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export async function bundled(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${name}`, import.meta.url))],
    bundle: true, format: "esm", target: "es2022", write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
