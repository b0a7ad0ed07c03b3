// twin.ts for Node.js, bundled with what crypto/web has installed.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { build } = createRequire(new URL("../../crypto/web/package.json", import.meta.url))("esbuild");
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("twin.ts", import.meta.url))],
  bundle: true, platform: "node", format: "esm", target: "node20", write: false,
});
export const twin = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
