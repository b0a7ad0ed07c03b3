// What a fault test found: each refusal by its code, each fact by its sentence. Everything is looked at before the
// end, so that one fault does not hide the others.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export class Findings {
  #faults = [];
  #looked = 0;

  // answer: {code}, as wire.mjs and desk.mjs give it; one of the codes is expected.
  refused(what, { code }, ...expected) {
    this.that(`${what}: expected ${expected.join(" or ")}, met ${code || "an acceptance"}`, expected.includes(code));
  }

  that(what, holds) {
    this.#looked++;
    if (!holds) this.#faults.push(what);
  }

  // An error that ended the test before its end, with what did not hold before it and the servers that are gone.
  joinedTo(error, deployment) {
    const before = [...this.#faults, ...deployment.endedAlone()];
    return before.length === 0 ? error : new Error(`${error.message}\nbefore that did not hold:\n${before.join("\n")}`);
  }

  // Prints the sentence with how much was looked at, or throws everything that did not hold.
  end(sentence) {
    const faults = this.#faults.splice(0);
    if (faults.length > 0) throw new Error(`${faults.length} of ${this.#looked} did not hold:\n${faults.join("\n")}`);
    console.log(`${sentence} (${this.#looked} looked at)`);
  }
}

// All that intake keeps, as one hash: store, write-ahead log and pieces, octet for octet. Only the shared memory
// beside the store, which readers touch, is left out.
export async function whatIntakeKeeps(deployment) {
  const folder = deployment.path("stores", "intake");
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith("-shm"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(`${name}\0`).update(await readFile(name));
  return hash.digest("hex");
}

// The same once intake's own housekeeping, which looks every second, has nothing left to do.
export async function settled(deployment) {
  for (let before = ""; ; ) {
    const now = await whatIntakeKeeps(deployment);
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_300));
  }
}
