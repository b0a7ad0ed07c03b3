// What is on its way from a case to the office: one thing at a time, whichever screen began it. Screens are drawn anew
// meanwhile, as in another language; whichever stands then shows how far it is, and at the end what became of it.

import type { Step } from "./progress_line.js";

export class Outbox {
  private sending: string | undefined; // which of the things that a case can send
  private failed: { what: string; fault: unknown } | undefined;
  private now: Step | undefined;
  private watching: (() => boolean)[] = [];

  get underWay(): boolean {
    return this.sending !== undefined;
  }

  // How far this one is, if it is on its way.
  step(what: string): Step | undefined {
    return this.sending === what ? this.now : undefined;
  }

  // Why this one did not arrive the last time.
  fault(what: string): unknown {
    return this.failed?.what === what ? this.failed.fault : undefined;
  }

  // Called at every step and at the end, for as long as it answers that it is still on the screen.
  watch(shown: () => boolean): void {
    this.watching.push(shown);
  }

  // Nothing is begun while another thing is on its way. A fault is kept for the screens and not thrown.
  async send(what: string, work: (progress: (step: Step) => void) => Promise<void>): Promise<void> {
    if (this.underWay) return;
    this.sending = what;
    this.failed = undefined;
    this.now = undefined;
    this.tell();
    try {
      await work((step) => {
        this.now = step;
        this.tell();
      });
    } catch (fault) {
      this.failed = { what, fault };
    } finally {
      this.sending = undefined;
      this.tell();
    }
  }

  private tell(): void {
    this.watching = this.watching.filter((shown) => shown());
  }
}
