// Somebody between a client and its server who changes what passes, as a test says.

import { once } from "node:events";
import { createServer, request } from "node:http";
import { readBundle, writeBundle } from "./wire.mjs";

async function whole(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

export class TamperingProxy {
  #server;
  #asking = (_path, octets) => octets;
  #answering = (_path, octets) => octets;

  static async before(origin) {
    const proxy = new TamperingProxy();
    proxy.#server = createServer(async (asked, answer) => {
      const body = proxy.#asking(asked.url, await whole(asked));
      const headers = body.length > 0 ? { "content-length": body.length } : {};
      const passed = request(`${origin}${asked.url}`, { method: asked.method, headers, agent: false }, async (met) => {
        const octets = await whole(met);
        const changed = met.statusCode === 200 ? proxy.#answering(asked.url, octets) : octets;
        answer.writeHead(met.statusCode, { "content-type": met.headers["content-type"], "content-length": changed.length });
        answer.end(changed);
      });
      passed.on("error", () => answer.destroy());
      passed.end(body);
    });
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.origin = `http://127.0.0.1:${proxy.#server.address().port}`;
    return proxy;
  }

  // change: octets => octets, of what is asked or answered on this path. The rest passes as it is.
  asking(path, change) {
    this.honest();
    this.#asking = (at, octets) => (at === path ? change(Buffer.from(octets)) : octets);
  }

  answering(path, change) {
    this.honest();
    this.#answering = (at, octets) => (at === path ? change(Buffer.from(octets)) : octets);
  }

  // The same for the first record of a type in an answer that is a bundle.
  record(path, type, change) {
    this.answering(path, (octets) => {
      const records = readBundle(octets);
      const one = records.find((record) => record.type === type);
      one.bytes = change(one.bytes);
      return writeBundle(records);
    });
  }

  honest() {
    this.#asking = this.#answering = (_path, octets) => octets;
  }

  async end() {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

export function flipped(octets, at) {
  const out = Buffer.from(octets);
  out[at < 0 ? out.length + at : at] ^= 1;
  return out;
}

// One letter of a text changed to another one.
export function misspelt(octets, before, after) {
  const text = octets.toString("latin1");
  if (!before.test(text)) throw new Error(`there is no ${before} to change`);
  return Buffer.from(text.replace(before, after), "latin1");
}

// What a pattern that ends in a hex digit found, with another digit.
export const otherDigit = (found) => found.slice(0, -1) + (found.endsWith("0") ? "1" : "0");
