// One line of progress: what is being done, how far, and how long it will take.

import { h } from "./view.js";
import { say, sayCount } from "./words.js";

export interface Step {
  doing: string; // a sentence of the catalogue, already said
  done: number; // octets
  all: number;
  beside?: "task" | "wait"; // nothing moves meanwhile: a busy service asked for it, and nobody need do anything
}

export class ProgressLine {
  private readonly bar = h("progress", { max: "1", value: "0" });
  private readonly words = h("p", { role: "status" });
  private began = performance.now();
  private from = 0; // where it stood then: what arrived before a break was not sent in this time
  private doing = "";
  readonly element = h("div", { class: "progress" }, this.words, this.bar);

  show(step: Step): void {
    const part = step.all === 0 ? 1 : step.done / step.all;
    if (step.doing !== this.doing) {
      this.doing = step.doing;
      this.began = performance.now();
      this.from = part;
    }
    this.bar.value = part;
    const left = step.beside !== undefined ? undefined : this.left(part);
    this.words.textContent = left === undefined ? step.doing : `${step.doing} (${left})`;
  }

  // Said only once two seconds have shown how fast it goes.
  private left(part: number): string | undefined {
    const spent = (performance.now() - this.began) / 1000;
    if (spent < 2 || part <= this.from) return undefined;
    const seconds = (spent / (part - this.from)) * (1 - part);
    return seconds < 60 ? say("sending.left.seconds") : sayCount("sending.left.minutes", Math.ceil(seconds / 60));
  }
}
