// Each language opens what the other has just sealed, file and all, octet for octet: the programs in C++ against
// the TypeScript twin without a page (exchange.test.mjs has the same through the page).

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";
import { arrived } from "../deployment/round_trip.mjs";
import { twin } from "./twin.mjs";

const threePieces = 140_001;
let deployment;
const note = async (...parts) => new Uint8Array(await readFile(deployment.path("office", "deployment", ...parts)));
before(async () => {
  deployment = await Deployment.create({ pages: false });
  await deployment.start("intake");
  await deployment.start("reviewer");
});
after(() => deployment?.remove());

// A report of the command line, sealed into a file and never sent.
async function sealedByTheCommandLine(what, file) {
  const [words, bundle, code] = ["twin.txt", "twin.ppb", "twin.code"].map((name) => deployment.path(name));
  await writeFile(words, what);
  await run(deployment.program("report"), [
    "seal", words, bundle, "--root", deployment.path("office", "deployment", "root.note"),
    "--roster", deployment.path("office", "deployment", "rosters", "1.note"), "--fingerprint", await deployment.fingerprint(),
    "--receipt-out", code, "--attach", file,
  ]);
  const [digits] = /\d{4}(?: \d{4}){7}/.exec(await readFile(code, "utf8"));
  return { bundle: new Uint8Array(await readFile(bundle)), code: digits };
}

test("TypeScript opens what C++ sealed, a file of three pieces with it", async () => {
  const what = "Une procuration signée deux fois — «twice», مرتين, 𝔘.";
  const octets = randomBytes(threePieces);
  const file = deployment.path("evidence.bin");
  await writeFile(file, octets);
  const { bundle, code } = await sealedByTheCommandLine(what, file);
  const rootNote = await note("root.note");
  const told = twin.open(bundle, code, rootNote);
  assert.equal(told.what, what);
  assert.deepEqual(told.files.map(({ name }) => name), ["evidence.bin"]);
  assert.ok(octets.equals(told.files[0].octets));

  const changed = bundle.slice();
  changed[changed.length - 1] ^= 1;
  assert.throws(() => twin.open(changed, code, rootNote), { code: "core-hash" });
});

test("C++ opens what TypeScript sealed, at intake, at a desk and with the code", async () => {
  const what = "The head of unit asked for a second invoice. Größe, niño, 𝔘, مرتين.";
  const files = [
    { name: "first.bin", octets: new Uint8Array(randomBytes(threePieces)) },
    { name: "second ‐ مرفق.bin", octets: new Uint8Array(randomBytes(1)) },
  ];
  const { bundle, code } = await twin.seal({ what, files }, await note("root.note"), await note("rosters", "1.note"));
  const [sealed, codeFile] = [deployment.path("sealed.ppb"), deployment.path("sealed.code")];
  await writeFile(sealed, bundle);
  await writeFile(codeFile, code, { mode: 0o600 });
  await run(deployment.program("report"), ["send", sealed, "--to", deployment.origins.intake]);

  const { cases } = await arrived(deployment, "clerk", 1);
  const at = ["--case", cases[0].case, "--no-conflict"];
  const [message] = JSON.parse(await deployment.atDesk("clerk", "read", ...at, "--purpose", "intake")).messages;
  assert.ok(JSON.stringify(message).includes(what));
  assert.deepEqual(message.attachments.map(({ name }) => name), files.map(({ name }) => name));
  for (const [i, { env }] of message.attachments.entries()) {
    const out = deployment.path(`opened-${i}`);
    await deployment.atDesk("clerk", "attachment", ...at, "--env", env, "--out", out);
    assert.ok((await readFile(out)).equals(files[i].octets));
  }

  const said = await run(deployment.program("report"), [
    "status", "--own", "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(), "--receipt-file", codeFile,
  ]);
  assert.ok(said.includes(what));
});
