// A module of src/, built as for the page, for a test to call.

import { build } from "esbuild";

export async function bundled(path) {
  const entry = new URL(`../src/${path}`, import.meta.url).pathname;
  const built = await build({ entryPoints: [entry], bundle: true, write: false, format: "esm", target: "es2022" });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`);
}
