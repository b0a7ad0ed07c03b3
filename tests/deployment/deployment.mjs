// A whole evaluation deployment in one folder: keys, stores, configuration, and the three programs on free ports.
// The end-to-end tests, the fault tests and `./parapet demo` all stand on it.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Program, run } from "./program.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const listening = /listening on (\S+:\d+)/;

export const members = { clerk: "Intake clerk", officer: "Case officer", chief: "Chief ethics officer", alternate: "Alternate reviewer" };

export class Deployment {
  #running = new Map();

  constructor(folder, bin, pages, settings) {
    this.settings = settings;
    this.folder = folder;
    this.bin = bin;
    this.pages = pages;
    this.origins = {};
    this.env = {}; // of the servers and desks that are started from now on
    // Where whatever runs of a deployment finds its folder for temporary files: one for each program, by its name.
    this.temporary = join(folder, "temporary");
  }

  // bin: where the programs are; PARAPET_BIN when not given. pages: false where nobody looks at one, so that none
  // need be built. settings: lines of a configuration that differ, by program.
  static async create({ bin = process.env.PARAPET_BIN, folder, ports = { intake: 0, reviewer: 0 }, pages = true, settings = {} } = {}) {
    if (bin === undefined) throw new Error("PARAPET_BIN does not say where the programs are; ./parapet test sets it");
    const made = new Deployment(folder ?? (await mkdtemp(join(tmpdir(), "parapet-"))), bin, pages, settings);
    await made.#prepare(ports);
    return made;
  }

  async #site(built) {
    if (this.pages) return join(root, built);
    await mkdir(this.path("no-page"), { recursive: true });
    await writeFile(this.path("no-page", "index.html"), "<!doctype html><title>A test without its page</title>");
    return this.path("no-page");
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  program(name) {
    return join(this.bin, `parapet-${name}`);
  }

  // The office's keys; a copy of those that the tests of a run share, where PARAPET_EVALUATION says where they are.
  async #office() {
    const shared = process.env.PARAPET_EVALUATION;
    if (shared !== undefined) return cp(shared, this.path("office"), { recursive: true });
    return this.run("keys", ["evaluation", this.path("office"), "--origin", "http://127.0.0.1"]);
  }

  async #prepare(ports) {
    await this.#office();
    await this.run("vault", ["init", this.path("stores")]);
    const intake = (file) => this.path("stores", "intake", file);
    const reviewer = (file) => this.path("stores", "reviewer", file);
    const shared = {
      deployment: this.path("office", "deployment"),
      drop_store: intake("drop.db"),
      pieces: intake("pieces"),
      reply_pieces: reviewer("pieces"),
      mail_store: reviewer("mail.db"),
    };
    await this.#configure("intake", {
      listen: `127.0.0.1:${ports.intake}`,
      site: await this.#site("intake/web/dist"),
      ...shared,
      drop_key: intake("drop.key"),
      mail_key: intake("mail.key"),
      sweep_seconds: 1,
    });
    await this.#configure("reviewer", {
      listen: `127.0.0.1:${ports.reviewer}`,
      ...shared,
      case_store: reviewer("case.db"),
      keys_store: reviewer("keys.db"),
      drop_key: reviewer("drop.key"),
      mail_key: reviewer("mail.key"),
      case_key: reviewer("case.key"),
      keys_key: reviewer("keys.key"),
      log_seed: this.path("office", "service", "log.seed"),
      service_seed: this.path("office", "service", "service.seed"),
      takeover_seconds: 0,
    });
  }

  // A tool of this deployment, run to its end; its words.
  async run(name, args, { env = {}, ...more } = {}) {
    return run(this.program(name), args, { ...more, env: { ...env, ...(await this.#ownFolder(name)) } });
  }

  async #ownFolder(name) {
    const folder = join(this.temporary, name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { TMPDIR: folder };
  }

  async #configure(name, settings) {
    const lines = Object.entries({ ...settings, ...this.settings[name] }).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
    await writeFile(this.path(`${name}.toml`), lines.join(""));
  }

  async start(name) {
    const env = { ...this.env, ...(await this.#ownFolder(name)) };
    const program = new Program(this.program(name), ["--config", this.path(`${name}.toml`)], { env });
    this.#running.set(name, program);
    this.origins[name] = `http://${(await program.says(listening))[1]}`;
    return program;
  }

  // The gateway for browsers without scripts, in front of the intake that runs; it reads words and forms at their source.
  async startPlain() {
    await this.#configure("plain", {
      listen: "127.0.0.1:0",
      intake: this.origins.intake,
      fingerprint: await this.fingerprint(),
      locales: join(root, "intake/locales"),
      forms: join(root, "intake/forms"),
      passage: (await this.#ownFolder("plain")).TMPDIR,
      may_swap: true,
    });
    return this.start("plain");
  }

  // The next start of this program is at this port.
  async listenAgain(name, port) {
    const file = this.path(`${name}.toml`);
    const before = await readFile(file, "utf8");
    await writeFile(file, before.replace(/^listen = .*$/m, `listen = "127.0.0.1:${port}"`));
  }

  // The configuration of one member's desk, asking the reviewer service or whoever stands in its place.
  async deskConfig(member, server = this.origins.reviewer) {
    await this.#configure(`desk-${member}`, {
      listen: "127.0.0.1:0",
      server,
      fingerprint: await this.fingerprint(),
      key_file: this.path("office", "members", `${member}.key`),
      state: this.path(`${member}.state`),
      site: await this.#site("reviewer/desk/web/dist"),
    });
    return this.path(`desk-${member}.toml`);
  }

  // The desk of one member; its whole address, with the token, is in `address`.
  async startDesk(member, server) {
    const env = { ...this.env, ...(await this.#ownFolder("desk")) };
    const program = new Program(this.program("desk"), ["--config", await this.deskConfig(member, server)], { env });
    this.#running.set(`desk ${member}`, program);
    program.address = (await program.says(/open (http:\/\/\S+#\S+)/))[1];
    return program;
  }

  // One act at a member's desk without its page; the answer's JSON.
  async atDesk(member, what, ...args) {
    const passphraseFile = this.path("office", "members", `${member}.passphrase`);
    const config = await this.deskConfig(member);
    return this.run("desk", ["--config", config, "--passphrase-file", passphraseFile, "--headless", what, ...args]);
  }

  async passphrase(member) {
    return (await readFile(this.path("office", "members", `${member}.passphrase`), "utf8")).trim();
  }

  async fingerprint() {
    return (await this.run("keys", ["fingerprint", this.path("office", "deployment", "root.note")])).match(/\d{5}( \d{5}){7}/)[0];
  }

  async stop(name, signal) {
    const program = this.#running.get(name);
    this.#running.delete(name);
    return program?.stop(signal);
  }

  // Programs that ended though nobody stopped them, with their last words.
  endedAlone() {
    const ended = [...this.#running.values()].filter((program) => program.end !== undefined);
    return ended.map((program) => `${program.name} ended by itself with ${program.end}: ${program.said.slice(-400)}`);
  }

  async stopAll() {
    await Promise.all([...this.#running.keys()].map((name) => this.stop(name)));
  }

  async remove() {
    await this.stopAll();
    await rm(this.folder, { recursive: true, force: true });
  }
}
