// The commands of crypto/cli/README.md, run as they stand there. Only the passphrases come from files, because
// nobody is there to write them down.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const page = fileURLToPath(new URL("../../crypto/cli/README.md", import.meta.url));
let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), "parapet-ceremony-"))));
after(() => rm(folder, { recursive: true, force: true }));

// parapet-keys, and each key file's passphrase beside it: made at its first use.
const rehearsal = `
set -eu
umask 077
parapet-keys() {
  case $1 in
    officer) key=$3 ;; enrol) key=$3 ;; sign) key=$3 ;;
    *) "$PARAPET_BIN/parapet-keys" "$@"; return ;;
  esac
  [ -f "$key.words" ] || printf 'bado-kime-fopu-tasi-velo-ru%s\\n' "$RANDOM" > "$key.words"
  "$PARAPET_BIN/parapet-keys" "$@" --passphrase-file "$key.words"
}
`;

async function shell(script) {
  return run("bash", ["-c", rehearsal + script], { cwd: folder, env: process.env });
}

test("the ceremony goes as its page says: two of three sign, members enrol, a newer roster follows", async () => {
  const blocks = [...(await readFile(page, "utf8")).matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block);
  assert.equal(blocks.length, 7);
  const { stdout } = await shell(blocks.join("\n"));
  assert.match(stdout, /fingerprint (\d{5} ){7}\d{5}/);
  for (const file of ["deployment/root.note", "deployment/rosters/1.note", "deployment/rosters/2.note"]) await stat(join(folder, file));
  assert.equal((await stat(join(folder, "root-1.key"))).mode & 0o077, 0);
  assert.equal((await stat(join(folder, "service/log.seed"))).mode & 0o077, 0);
});

test("a roster that one officer alone signed is not complete, and is not imported", async () => {
  await shell("parapet-keys roster 3.note --root root.note --previous 2.note && parapet-keys sign 3.note root-1.key root-1");
  await assert.rejects(shell("parapet-keys check root.note 3.note"), /threshold/);
  await assert.rejects(shell("parapet-keys import root.note 3.note deployment"), /threshold/);
});

test("an older roster is not imported over a newer one, and no key file is written over", async () => {
  await assert.rejects(shell("parapet-keys import root.note 1.note deployment"), /rolled-back|duplicate/);
  await assert.rejects(shell("parapet-keys officer root-1 root-1.key"), /duplicate/);
});
