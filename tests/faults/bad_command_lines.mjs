// The command-line tools before files and words that are not theirs: exit 1, and one sentence that ends in its code.

import { readFile, writeFile } from "node:fs/promises";
import { Program } from "../deployment/program.mjs";

async function said(path, args) {
  const program = new Program(path, args, { input: "" });
  const { code } = await program.ended;
  return { exit: code, words: program.said };
}

// bundle: a sealed report's file; log: an exported log; foreign: another deployment's folder, as parapet-keys made it.
export async function refuseBadCommandLines(findings, deployment, { bundle, log, foreign }) {
  const file = async (name, bytes) => {
    await writeFile(deployment.path(name), bytes);
    return deployment.path(name);
  };
  const sealed = await readFile(bundle);
  const entries = await readFile(log);
  const note = (...parts) => deployment.path("office", "deployment", ...parts);
  const [root, roster] = [note("root.note"), note("rosters", "1.note")];
  const foreignNote = (...parts) => deployment.path(foreign, "deployment", ...parts);
  const fingerprint = await deployment.fingerprint();
  const cut = await file("cut.ppb", sealed.subarray(0, -1));
  const other = await file("other.ppb", Buffer.concat([Buffer.from("PK"), sealed]));
  const cutLog = await file("cut.ppl", entries.subarray(0, -1));
  const changed = Buffer.from(entries);
  changed[entries.indexOf("event received") + 6] ^= 1;
  const changedLog = await file("changed.ppl", changed);
  const garbage = await file("garbage", Buffer.alloc(125, 7));
  const to = ["--to", deployment.origins.intake];
  const office = (...notes) => ["--root", notes[0], "--roster", notes[1], "--fingerprint", fingerprint, "--receipt-out", deployment.path("never.code")];
  const wrongCode = await file("wrong.code", "1234 5678 1234 5678 1234 5678 1234 5678\n");

  const lines = [
    ["report", ["send", cut, ...to], "truncated"],
    ["report", ["send", other, ...to], "unknown-version"],
    ["report", ["seal", garbage, deployment.path("never.ppb"), ...office(foreignNote("root.note"), foreignNote("rosters", "1.note"))], "wrong-fingerprint"],
    ["report", ["seal", garbage, deployment.path("never.ppb"), ...office(root, foreignNote("rosters", "1.note"))], "wrong-deployment"],
    ["report", ["seal", garbage, deployment.path("never.ppb"), ...office(root, garbage)], "malformed"],
    ["report", ["status", ...to, "--fingerprint", fingerprint, "--receipt-file", wrongCode], "receipt-check"],
    ["keys", ["check", garbage, roster], "malformed"],
    ["keys", ["check", root, foreignNote("rosters", "1.note")], "wrong-deployment"],
    ["keys", ["check", deployment.path("nowhere"), roster], "not-found", "io"],
    ["keys", ["import", root, roster, note()], "rolled-back"],
    ["vault", ["init", deployment.path("stores")], "duplicate"],
    ["vault", ["status", deployment.path("nowhere")], "not-found"],
    ["vault", ["export-log", deployment.path("stores"), log], "duplicate"],
    ["audit", ["verify", "--root", root, "--roster", roster, cutLog], "truncated"],
    ["audit", ["verify", "--root", root, "--roster", roster, garbage], "unknown-version"],
    ["audit", ["verify", "--root", root, "--roster", roster, changedLog], "bad-signature", "malformed", "wrong-type"],
    ["audit", ["verify", "--root", foreignNote("root.note"), "--roster", roster, log], "wrong-deployment"],
  ];
  for (const [tool, args, ...codes] of lines) {
    const { exit, words } = await said(deployment.program(tool), args);
    const what = `parapet-${tool} ${args[0]}, expecting ${codes.join(" or ")}, said: ${words.trim()} [exit ${exit}]`;
    findings.that(what, exit === (tool === "report" && codes[0] === "truncated" ? 3 : 1) && codes.some((code) => words.includes(code)));
    findings.that(`${what}: is no message of a crash`, !/\.cpp|\.h:|terminate|Aborted/.test(words));
  }
  const nothing = await readFile(deployment.path("never.ppb")).catch(() => undefined);
  findings.that("a refused report leaves no sealed file", nothing === undefined);
  const code = await readFile(deployment.path("never.code")).catch(() => undefined);
  findings.that("a refused report leaves no code", code === undefined);
}
