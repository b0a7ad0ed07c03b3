// What running programs leave behind them: in memory, in what they wrote to their streams, in their folder for
// temporary files, and in every file they had open, also one that has no name.

import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { findInMemory } from "./memory.mjs";

export async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// A descriptor may be closed, and a program end, between two looks.
function unlessGone(read) {
  try {
    return read();
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "ESRCH") throw error;
    return undefined;
  }
}

// Looks again and again at what programs have open; a file without a name is kept as it was last seen.
export class OpenFiles {
  #named = new Set();
  #nameless = new Map();
  #pids;
  #timer;

  constructor(pids) {
    this.#pids = pids;
    this.#timer = setInterval(() => this.look(), 20).unref();
  }

  look() {
    for (const pid of this.#pids)
      for (const fd of unlessGone(() => readdirSync(`/proc/${pid}/fd`)) ?? []) unlessGone(() => this.#one(pid, `/proc/${pid}/fd/${fd}`));
  }

  #one(pid, at) {
    const name = readlinkSync(at);
    if (!name.startsWith("/") || !statSync(at).isFile()) return;
    if (name.endsWith(" (deleted)")) this.#nameless.set(`${pid} ${name}`, readFileSync(at));
    else this.#named.add(name);
  }

  // The last look; everything that was seen and is still there: [place, octets].
  end() {
    clearInterval(this.#timer);
    this.look();
    const still = [...this.#named].filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
    return [...still.map((name) => [name, readFileSync(name)]), ...this.#nameless];
  }
}

// Where each secret is though it must not be, a sentence each.
export class Traces {
  faults = [];
  #secrets;

  // secrets: {name: text}
  constructor(secrets) {
    this.#secrets = new Map(Object.entries(secrets).map(([name, value]) => [name, Buffer.from(value)]));
  }

  in(place, octets) {
    for (const [name, secret] of this.#secrets) if (octets.includes(secret)) this.faults.push(`${name} is in ${place}`);
  }

  async inMemory(program) {
    const { found, octets } = await findInMemory(program.pid, this.#secrets);
    if (octets < 1 << 20) this.faults.push(`the memory of ${program.name} could not be read: run as root`);
    for (const name of found) this.faults.push(`${name} is in the memory of ${program.name}`);
  }

  inWords(program) {
    this.in(`what ${program.name} logged`, Buffer.from(program.said));
  }

  // Names of files as well as what is in them.
  async inFolder(folder) {
    for (const file of await filesBelow(folder)) {
      this.in(`the name of ${file}`, Buffer.from(file));
      this.in(file, await readFile(file));
    }
  }

  inOpenFiles(files) {
    for (const [place, octets] of files.end()) this.in(`a file that was open, ${place}`, octets);
  }
}
