// Connections that mean no good: as many as are asked for, each held open until the server or the test ends it.

import { connect } from "node:net";

export class HostileConnections {
  #sockets = new Set();
  #timer;

  constructor(origin) {
    const { hostname, port } = new URL(origin);
    this.to = { host: hostname, port: Number(port) };
  }

  get open() {
    return this.#sockets.size;
  }

  // Opens `n` with these first octets; resolves when all are connected, or refused.
  async add(n, first) {
    for (let left = n; left > 0; left -= 500) await Promise.all(Array.from({ length: Math.min(500, left) }, () => this.#one(first)));
  }

  #one(first) {
    return new Promise((resolve) => {
      const socket = connect(this.to, () => {
        socket.write(first);
        resolve();
      });
      this.#sockets.add(socket);
      socket.on("data", () => undefined); // a refusal is read, or its octets would keep the socket open
      socket.on("error", resolve);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        resolve();
      });
    });
  }

  // From now on every connection sends one octet a second.
  drip() {
    this.#timer = setInterval(() => {
      for (const socket of this.#sockets) if (!socket.destroyed) socket.write("a");
    }, 1_000);
  }

  end() {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}

// Sends these octets and reads whatever comes back until the end.
export function rawAnswer(origin, octets) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let said = "";
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(octets));
    socket.setEncoding("latin1");
    socket.on("data", (text) => (said += text));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(said));
  });
}
