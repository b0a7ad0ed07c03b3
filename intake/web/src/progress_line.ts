// One line of progress: what is being done, how far, and how long it will take.

import { inWords, secondsLeft } from "./remaining.js";
import { h } from "./view.js";

export interface Step {
  doing: () => string; // a sentence of the catalogue, said whenever it is shown: the language may change meanwhile
  done: number; // octets
  all: number;
  beside?: "task" | "wait"; // nothing moves meanwhile: a busy service asked for it, and nobody need do anything
}

export class ProgressLine {
  private readonly bar = h("progress", { max: "1", value: "0" });
  private readonly words = h("p", { role: "status" });
  private began = performance.now();
  private from = 0; // where it stood then: what arrived before a break was not sent in this time
  private now: Step | undefined;
  readonly element = h("div", { class: "progress" }, this.words, this.bar);

  show(step: Step): void {
    if (step.doing() !== this.now?.doing()) {
      this.began = performance.now();
      this.from = part(step);
    }
    this.now = step;
    this.again();
  }

  // Says what was shown last once more, as after a change of the language.
  again(): void {
    if (this.now === undefined) return;
    const { doing, beside } = this.now;
    this.bar.value = part(this.now);
    const spent = (performance.now() - this.began) / 1000;
    const left = beside === undefined ? secondsLeft(spent, this.from, part(this.now)) : undefined;
    this.words.textContent = left === undefined ? doing() : `${doing()} (${inWords(left)})`;
  }
}

function part({ done, all }: Step): number {
  return all === 0 ? 1 : done / all;
}
