// A started desk, asked as its page asks it: unlocked once, so that an act takes as long as the service takes.

import { ask } from "./wire.mjs";

export class Desk {
  #origin;
  #token;

  constructor(address) {
    const { origin, hash } = new URL(address);
    this.#origin = origin;
    this.#token = hash.slice(1);
  }

  // server: who stands in the reviewer service's place, if somebody does.
  static async unlocked(deployment, member, server) {
    const desk = await Desk.locked(deployment, member, server);
    const { code } = await desk.ask("/api/unlock", { passphrase: await deployment.passphrase(member) });
    if (code !== "") throw new Error(`the ${member}'s desk did not unlock: ${code}`);
    return desk;
  }

  static async locked(deployment, member, server) {
    return new Desk((await deployment.startDesk(member, server)).address);
  }

  // body: JSON, or the very octets to send. {code, json}; code is "" where nothing was refused.
  async ask(path, body, { token = this.#token } = {}) {
    const { status, code, bytes } = await this.#post(path, body, token);
    return { status, code, json: code === "" ? JSON.parse(bytes.toString()) : undefined };
  }

  // The octets of an attachment.
  async file(body) {
    const { code, bytes } = await this.#post("/api/attachment", body, this.#token);
    if (code !== "") throw new Error(`the desk did not give a file out: ${code}`);
    return bytes;
  }

  #post(path, body, token) {
    const octets = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const headers = { "x-parapet-token": token, "content-type": "application/json" };
    return ask(this.#origin, path, octets, { headers });
  }
}
