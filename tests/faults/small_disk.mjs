// A small disk of its own for a deployment's stores, in a mount namespace that ends with the test: full, read-only
// and well again when a test says so. As root, or as a user where the kernel gives users namespaces of their own.

import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

function command(name, ...args) {
  const { status, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} ${args.join(" ")} failed: ${stderr}`);
}

// Runs the script again inside the namespace; comes back only there.
export function inOwnNamespace(script) {
  if (process.env.PARAPET_OWN_MOUNTS === "1") return;
  const user = process.getuid() === 0 ? [] : ["--user", "--map-root-user"];
  const args = [...user, "--mount", "--propagation", "private", process.execPath, script];
  const env = { ...process.env, PARAPET_OWN_MOUNTS: "1" };
  const { status } = spawnSync("unshare", args, { stdio: "inherit", env });
  if (status === null) throw new Error("this test needs unshare, of util-linux");
  process.exit(status);
}

export class SmallDisk {
  #folder;

  // What is in the folder moves onto a disk of so many MiB, which takes the folder's place.
  static async under(folder, mib) {
    const disk = new SmallDisk();
    disk.#folder = folder;
    const before = `${folder}.before`;
    await rename(folder, before);
    await mkdir(folder);
    command("mount", "-t", "tmpfs", "-o", `size=${mib}m,mode=0700`, "none", folder);
    await cp(before, folder, { recursive: true, preserveTimestamps: true });
    await rm(before, { recursive: true });
    return disk;
  }

  // Takes all the room that is left but so many octets; what a program takes meanwhile is as full.
  async fill(left = 0) {
    const { bavail, bsize } = statfsSync(this.#folder);
    await writeFile(join(this.#folder, "ballast"), Buffer.alloc(Math.max(0, bavail * bsize - left))).catch((error) => {
      if (error.code !== "ENOSPC") throw error;
    });
  }

  async empty() {
    await rm(join(this.#folder, "ballast"));
  }

  // Only while no program has a file of it open for writing.
  readOnly(yes) {
    command("mount", "-o", `remount,${yes ? "ro" : "rw"}`, this.#folder);
  }

  end() {
    command("umount", this.#folder);
  }
}
