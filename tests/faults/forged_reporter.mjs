// A reporter who holds a real code and breaks the rules: whatever is changed is signed again, so that a server
// meets the fault itself and not only a signature that does not fit. Formats: crypto/SPEC.md §2-7.

import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign } from "node:crypto";
import { ask, readBundle, recordType, writeBundle } from "./wire.mjs";

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest();

function labelled(label, bytes) {
  return Buffer.concat([Buffer.from([label.length]), Buffer.from(label), bytes]);
}

export const hashOf = (label, bytes) => sha256(labelled(label, bytes));

function derive(key, label) {
  return Buffer.from(hkdfSync("sha256", key, "", labelled(label, Buffer.alloc(0)), 32));
}

function ed25519(seed) {
  const key = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const secret = createPrivateKey({ key, format: "der", type: "pkcs8" });
  return { secret, open: createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32) };
}

function signNote(text, name, key) {
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n\x01`), key.open])).subarray(0, 4);
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), key.secret)]);
  return Buffer.from(`${text}\n— ${name} ${signature.toString("base64")}\n`);
}

const chunkLength = 65_552;

function coreHash(core) {
  const hashes = [];
  for (let at = 112; at < core.length; at += chunkLength) hashes.push(sha256(core.subarray(at, at + chunkLength)));
  const count = Buffer.alloc(4);
  count.writeUInt32BE(hashes.length);
  return hashOf("parapet/1/core", Buffer.concat([core.subarray(0, 112), count, ...hashes]));
}

function wrapsHash(wrapset) {
  const parts = [wrapset.subarray(0, 34)];
  const blob = wrapset.length > 34 ? wrapset.readUInt16BE(50) : 0; // of a key or of a share
  for (let at = 34; at < wrapset.length; at += 16 + 2 + blob)
    parts.push(wrapset.subarray(at, at + 16), hashOf("parapet/1/wrap-blob", wrapset.subarray(at + 18, at + 18 + blob)));
  return hashOf("parapet/1/wraps", Buffer.concat(parts));
}

export class ForgedReporter {
  #key;

  // code: the digits of a receipt; root: the root note's text.
  constructor(code, root) {
    const line = (name) => new RegExp(`^${name} (.*)$`, "m").exec(root)[1];
    this.deployment = Buffer.from(line("deployment"), "hex");
    this.origin = line("origin");
    const digits = Buffer.from(code.replaceAll(/\D/g, ""));
    const label = labelled("parapet/1/receipt", Buffer.alloc(0));
    const master = Buffer.from(hkdfSync("sha256", digits, this.deployment, label, 32));
    this.#key = ed25519(derive(master, "parapet/1/receipt-sign"));
    this.caseId = hashOf("parapet/1/mailbox", this.#key.open).subarray(0, 16);
  }

  // The sealed bundle with its cores and wrapsets changed by `change`, and everything announced and signed anew.
  // change: ({cores, wrapsets, lines}) => void; lines are the note's other values.
  resealed(bundle, change = () => undefined) {
    const records = readBundle(bundle);
    const cores = records.filter(({ type }) => type === recordType.core);
    const wrapsets = records.filter(({ type }) => type === recordType.wrapset);
    const lines = {
      deployment: this.deployment.toString("hex"),
      case: this.caseId.toString("hex"),
      key: this.#key.open.toString("base64"),
      name: this.caseId.toString("hex"),
    };
    change({ cores, wrapsets, lines });
    const objects = cores.map((core, i) => {
      const env = hashOf("parapet/1/env", core.bytes.subarray(0, 112));
      let wraps = "0".repeat(64);
      if (wrapsets[i] !== undefined) {
        env.copy(wrapsets[i].bytes);
        wraps = wrapsHash(wrapsets[i].bytes).toString("hex");
      }
      return `object ${env.toString("hex")} ${core.bytes.length} ${coreHash(core.bytes).toString("hex")} ${wraps}\n`;
    });
    const head = `parapet-submit/1\ndeployment ${lines.deployment}\ncase ${lines.case}\nkey ${lines.key}\n`;
    records[0] = { type: recordType.note, bytes: signNote(head + (lines.objects ?? ((all) => all))(objects).join(""), lines.name, this.#key) };
    return writeBundle(records);
  }

  // A signed question to intake's mailbox routes; `change` alters what is signed.
  question(op, challenge, body, change = {}) {
    const says = {
      deployment: this.deployment.toString("hex"),
      subject: this.caseId.toString("hex"),
      key: this.#key.open.toString("base64"),
      origin: this.origin,
      op,
      challenge: challenge.toString("base64"),
      body: sha256(body).toString("hex"),
      ...change,
    };
    const text = `parapet-auth/1\n${Object.entries(says).map(([key, value]) => `${key} ${value}\n`).join("")}`;
    const note = signNote(text, says.subject, this.#key);
    return writeBundle([{ type: recordType.note, bytes: note }, { type: recordType.body, bytes: body }]);
  }

  async look(intake, page = Buffer.alloc(4)) {
    const { bytes } = await ask(intake, "/api/challenge");
    return ask(intake, "/api/mailbox", this.question("view", bytes, page));
  }
}
