#!/usr/bin/env node
// kill -9 of intake at random moments under load: everything acknowledged is there afterwards.
// PARAPET_FULL=1: fifty times, else eight.

import { readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";

// The answer's body; nothing when the connection broke. A plain request: its end is told when the server dies.
function post(origin, body) {
  return new Promise((resolve) => {
    const asked = request(`${origin}/api/submit`, { method: "POST", agent: false }, (answer) => {
      let text = "";
      answer.on("data", (piece) => (text += piece));
      answer.on("end", () => resolve(answer.statusCode === 200 ? text : undefined));
      answer.on("error", () => resolve(undefined));
    });
    asked.on("error", () => resolve(undefined));
    asked.end(body);
  });
}

const times = process.env.PARAPET_FULL ? 50 : 8;
const clients = 6;
const bundles = 24;

const deployment = await Deployment.create({ pages: false });
try {
  await deployment.start("intake");
  await writeFile(deployment.path("text"), "A text.", { mode: 0o600 });
  const fingerprint = await deployment.fingerprint();
  const root = deployment.path("office", "deployment", "root.note");
  const roster = deployment.path("office", "deployment", "rosters", "1.note");
  let acknowledged = 0;
  let broken = 0;
  for (let round = 0; round < times; round++) {
    const sealed = [];
    for (let i = 0; i < bundles; i++) {
      const out = deployment.path(`${round}-${i}.ppb`);
      const code = deployment.path(`${round}-${i}.code`);
      const office = ["--root", root, "--roster", roster, "--fingerprint", fingerprint];
      await run(deployment.program("report"), ["seal", deployment.path("text"), out, ...office, "--receipt-out", code]);
      sealed.push({ bytes: await readFile(out), code, accepted: false });
    }
    const queue = [...sealed];
    const origin = deployment.origins.intake;
    const work = async () => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        if ((await post(origin, one.bytes)) === '{"accepted":true}') one.accepted = true;
        else broken++;
      }
    };
    const kill = new Promise((resolve) => setTimeout(resolve, Math.random() * 60)).then(() => deployment.stop("intake", "SIGKILL"));
    await Promise.all([kill, ...Array.from({ length: clients }, work)]);
    await deployment.start("intake");
    for (const one of sealed.filter((each) => each.accepted)) {
      acknowledged++;
      const said = await run(deployment.program("report"), [
        "status", "--to", deployment.origins.intake, "--fingerprint", fingerprint, "--receipt-file", one.code,
      ]);
      if (!said.includes("No answer yet")) throw new Error(`an acknowledged report is gone after kill ${round + 1}`);
    }
  }
  if (acknowledged === 0) throw new Error("nothing was acknowledged, so nothing was shown");
  console.log(`${times} kills: ${acknowledged} acknowledged and there, ${broken} refused or broken off`);
} finally {
  await deployment.remove();
}
