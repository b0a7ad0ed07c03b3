// Starts that cannot succeed: each ends by itself with its exit status and one line that names the code, the place
// and what to do. Nothing that lies on the disk is changed by it.

import { chmod, cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { Program } from "../deployment/program.mjs";

// The lines beside events, which begin with an hour.
async function startsAndEnds(deployment, name, args = ["--config", deployment.path(`${name}.toml`)]) {
  const program = new Program(deployment.program(name), args);
  const late = setTimeout(() => program.stop(), 10_000);
  const { code } = await program.ended;
  clearTimeout(late);
  const lines = program.said.split("\n").filter((line) => line !== "" && !/^\d{4}-\d\d-\d\dT\d\dZ /.test(line));
  return { exit: code, lines };
}

async function overwrite(file, from, octets) {
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(7, from, from + octets));
}

export async function refuseSickStarts(findings, deployment) {
  const stores = (...parts) => deployment.path("stores", ...parts);
  const well = deployment.path("well");
  await cp(deployment.path("stores"), well, { recursive: true });
  const restore = async () => {
    await rm(stores("intake"), { recursive: true });
    await rm(stores("reviewer"), { recursive: true });
    await cp(well, deployment.path("stores"), { recursive: true });
  };
  const ended = async (name, what, exit, code, place, todo) => {
    const { exit: met, lines } = await startsAndEnds(deployment, name);
    const said = lines.join(" / ");
    findings.that(`${name}, ${what}: exit ${met}, ${said}`, met === exit && said.includes(code) && said.includes(place) && said.includes(todo));
    findings.that(`${name}, ${what}: one line, with the key's own before it where the configuration is at fault: ${said}`, lines.length === (exit === 2 ? 2 : 1));
  };
  const cases = [
    ["intake", stores("intake", "drop.db"), stores("intake", "drop.key"), "drop"],
    ["reviewer", stores("reviewer", "case.db"), stores("reviewer", "case.key"), "case"],
  ];
  for (const [name, store, key, role] of cases) {
    const sick = async (what, harm, exit, code, place, todo) => {
      await harm();
      await ended(name, what, exit, code, place, todo);
      await restore();
    };
    const place = `\`${role}_store\`, opened with \`${role}_key\``;
    await sick("no store", () => rm(store), 1, "not-found", place, "correct the path");
    await sick("an emptied store", () => truncate(store, 0), 1, "storage", place, "restore a backup");
    await sick("a store that begins with other octets", () => overwrite(store, 0, 4_096), 1, "storage-key", place, "bring the two together");
    await sick("a store cut in half", async () => truncate(store, 8_192), 1, "storage", place, "restore a backup");
    await sick("another store's key", () => writeFile(key, Buffer.alloc(32, 9)), 1, "storage-key", place, "bring the two together");
    await sick("a key that is too short", () => truncate(key, 31), 2, "configuration", `${role}_key`, "is it the right one?");
    await sick("a key others could read", () => chmod(key, 0o644), 2, "permissions", `${role}_key`, "mode 0600");
    await sick("no key", () => rm(key), 2, "io", `${role}_key`, "cannot be opened");
    await sick("no folder of pieces", () => rm(stores("intake", "pieces"), { recursive: true }), 1, "not-found", "`pieces`", "correct the path");
  }
  await rm(well, { recursive: true });
}

// While the named program runs alone: a second one on its store, and another one at its port.
export async function refuseSecond(findings, deployment, name, other) {
  const again = await startsAndEnds(deployment, name);
  const said = again.lines.join(" / ");
  findings.that(`${name}, a second time: exit ${again.exit}, ${said}`, again.exit === 1 && /busy: .*stop that one first$/.test(said));
  await deployment.listenAgain(other, new URL(deployment.origins[name]).port);
  const taken = await startsAndEnds(deployment, other);
  const words = taken.lines.join(" / ");
  findings.that(`${other} at the port of ${name}: exit ${taken.exit}, ${words}`, taken.exit === 1 && /address-in-use: .*change `listen`$/.test(words));
  await deployment.listenAgain(other, 0);
}

// On a disk that is read-only.
export async function refuseReadOnly(findings, deployment) {
  for (const [name, place] of [["intake", "`drop_store`"], ["reviewer", "`"]]) {
    const { exit, lines } = await startsAndEnds(deployment, name);
    const said = lines.join(" / ");
    findings.that(`${name}, a read-only disk: exit ${exit}, ${said}`, exit === 1 && lines.length === 1 && said.includes("permissions") && said.includes(place) && said.includes("owner and mode"));
  }
}

// A desk's key file: another kind of file, another officer's, or not there. Its mode is not looked at: it is sealed
// under the passphrase, and may lie on a stick that knows no modes. The passphrase file's is.
export async function refuseDeskKeys(findings, deployment) {
  const key = deployment.path("office", "members", "clerk.key");
  const passphrase = deployment.path("office", "members", "clerk.passphrase");
  const good = await readFile(key);
  const config = await deployment.deskConfig("clerk");
  const ends = async (what, code) => {
    const args = ["--config", config, "--passphrase-file", passphrase, "--headless", "inbox"];
    const { exit, lines } = await startsAndEnds(deployment, "desk", args);
    const said = lines.join(" / ");
    findings.that(`desk, ${what}: exit ${exit}, ${said}`, exit === 1 && lines.length === 1 && said.startsWith(`parapet-desk: ${code}: `));
  };
  await writeFile(key, Buffer.alloc(125, 7));
  await ends("a key file of another program", "unknown-version");
  await writeFile(key, good.subarray(0, -1));
  await ends("a key file cut short", "truncated");
  await writeFile(key, await readFile(deployment.path("office", "members", "chief.key")));
  await ends("another officer's key file", "wrong-passphrase");
  await writeFile(key, good);
  await chmod(passphrase, 0o644);
  await ends("a passphrase file others could read", "permissions");
  await chmod(passphrase, 0o600);
  await rm(key);
  await ends("no key file", "io");
  await writeFile(key, good, { mode: 0o600 });
}
