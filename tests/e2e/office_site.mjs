// The page of an office that writes questionnaires and words of its own: a copy of intake/forms and intake/locales in a
// folder, and the page that is built from them, as intake/forms/README.md says it is done.

import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../deployment/program.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const left = new Set(["node_modules", "dist"]);

export class OfficeSite {
  constructor(folder) {
    this.folder = folder;
  }

  static async create() {
    const site = new OfficeSite(await mkdtemp(join(tmpdir(), "parapet-office-")));
    for (const part of ["forms", "locales", "web"])
      await cp(join(root, "intake", part), site.path("intake", part), { recursive: true, filter: (path) => !left.has(basename(path)) });
    await symlink(join(root, "intake/web/node_modules"), site.path("intake/web/node_modules"));
    await symlink(join(root, "crypto"), site.path("crypto"));
    return site;
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  get built() {
    return this.path("intake/web/dist");
  }

  async writeNew(name, content) {
    await writeFile(this.path("intake", name), JSON.stringify(content), { flag: "wx" });
  }

  async change(name, change) {
    const content = JSON.parse(await readFile(this.path("intake", name), "utf8"));
    change(content);
    await writeFile(this.path("intake", name), JSON.stringify(content));
  }

  async build() {
    await mkdir(this.built, { recursive: true });
    await run(process.execPath, [this.path("intake/web/build.mjs")]);
  }

  // A function that says a sentence of the built page by its name.
  async words(language) {
    const { strings } = JSON.parse(await readFile(join(this.built, `locales/${language}.json`), "utf8"));
    return (name, values = {}) => strings[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  async remove() {
    await rm(this.folder, { recursive: true, force: true });
  }
}
