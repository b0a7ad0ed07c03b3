// One program of the deployment as a child process. Ended by its own handle, never by name.

import { spawn } from "node:child_process";
import { once } from "node:events";

export class Program {
  #child;
  #said = "";

  constructor(path, args, { env = {}, input } = {}) {
    this.name = path.split("/").at(-1);
    // In English, whatever language this machine speaks.
    this.#child = spawn(path, args, { env: { ...process.env, LC_ALL: "C.UTF-8", ...env }, stdio: ["pipe", "pipe", "pipe"] });
    this.#child.stdin.on("error", () => undefined); // it may end before it has read its input
    if (input !== undefined) this.#child.stdin.end(input);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (this.#said += text));
    }
    this.ended = once(this.#child, "close").then(([code, signal]) => ({ code, signal }));
  }

  get pid() {
    return this.#child.pid;
  }

  // Everything it has written so far, to either stream.
  get said() {
    return this.#said;
  }

  // How it ended, if it did: an exit status or a signal.
  get end() {
    return this.#child.exitCode ?? this.#child.signalCode ?? undefined;
  }

  // Waits until it has written something that matches.
  async says(pattern, seconds = 30) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const match = pattern.exec(this.#said);
      if (match !== null) return match;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(`${this.name} ended before it was ready:\n${this.#said}`);
      if (Date.now() > end) throw new Error(`${this.name} did not get ready in ${seconds} s:\n${this.#said}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async stop(signal = "SIGTERM") {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill(signal);
    return this.ended;
  }
}

// Runs a command to its end; its words, or an error with them.
export async function run(path, args, options) {
  const program = new Program(path, args, options);
  const { code, signal } = await program.ended;
  if (code !== 0) throw new Error(`${program.name} ${args[0] ?? ""} ended with ${code ?? signal}:\n${program.said}`);
  return program.said;
}
