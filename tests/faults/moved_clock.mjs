// The clock of real programs, as far ahead as a test says; it may move while they run.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

export class MovedClock {
  #file;

  constructor(deployment) {
    this.#file = deployment.path("clock");
    writeFileSync(this.#file, Buffer.alloc(8));
    this.env = { LD_PRELOAD: join(deployment.bin, "../tests/libmoved_clock.so"), MOVED_CLOCK: this.#file };
  }

  // Written in place, never cut: the programs look at these very octets, and a file that is short for a moment ends them.
  move(seconds) {
    const octets = Buffer.alloc(8);
    if (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1) octets.writeBigInt64LE(BigInt(seconds));
    else octets.writeBigInt64BE(BigInt(seconds));
    writeFileSync(this.#file, octets, { flag: "r+" });
  }
}
