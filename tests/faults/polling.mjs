// Codes' holders who look into their mailboxes, over connections that stay open.

import { Agent, request } from "node:http";

export class Poller {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(origin, reporter) {
    this.origin = origin;
    this.reporter = reporter;
  }

  // One look, and how long the mailbox itself took: {status, head, size, milliseconds}.
  async look() {
    const { bytes } = await this.#ask("/api/challenge");
    const question = this.reporter.question("view", bytes, Buffer.alloc(4));
    const began = performance.now();
    const { status, head, bytes: page } = await this.#ask("/api/mailbox", question);
    return { status, head, size: page.length, held: page[4], milliseconds: performance.now() - began };
  }

  end() {
    this.#agent.destroy();
  }

  #ask(path, body) {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.origin}${path}`, { method: body === undefined ? "GET" : "POST", agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode, head: answer.rawHeaders.join("\n"), bytes: Buffer.concat(parts) }));
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}

// So many looks a minute for so many seconds, whoever is late or not: {milliseconds: [...], failed}.
export async function pollAtRate(pollers, perMinute, seconds) {
  const all = Math.round((perMinute / 60) * seconds);
  const milliseconds = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  const work = async (poller) => {
    for (let n = next++; n < all; n = next++) {
      const due = began + (n * 60_000) / perMinute;
      const early = due - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      try {
        const { status, milliseconds: took } = await poller.look();
        if (status === 200) milliseconds.push(took);
        else failed++;
      } catch {
        failed++;
      }
    }
  };
  await Promise.all(pollers.map(work));
  return { milliseconds, failed, perMinute: (all * 60_000) / (performance.now() - began) };
}

export const randomCode = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 10)).join("");
