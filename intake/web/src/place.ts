// What every screen stands on: the office it writes to, the draft, the code, and the acts that leave this device.

import type { Draft, Form } from "./draft.js";
import type { Office, OpenedCase, Protocol, Sent } from "./protocol.js";
import type { Step } from "./progress_line.js";
import type { Stage } from "./screen.js";

export class Place {
  // Says whether a screen holds something unsent besides the draft.
  unsent: () => boolean = () => false;
  private delivered = false;

  constructor(
    readonly stage: Stage,
    readonly office: Office,
    readonly form: Form,
    readonly draft: Draft,
    private readonly protocol: Protocol,
  ) {
    window.addEventListener("beforeunload", (event) => {
      if ((this.draft.started && !this.delivered) || this.unsent()) event.preventDefault();
    });
  }

  receiptGroups(): readonly string[] {
    return this.protocol.receiptGroups();
  }

  readDigits(typed: string): string {
    return this.protocol.readDigits(typed);
  }

  today(): string {
    return this.protocol.today();
  }

  async sendReport(progress: (step: Step) => void): Promise<Sent> {
    const outcome = await this.protocol.sendReport(
      { form: this.form, answers: this.draft.filled(this.form), exclude: [...this.draft.excluded], files: this.draft.files },
      progress,
    );
    this.delivered = true;
    return outcome;
  }

  openCase(typed: string): Promise<OpenedCase> {
    return this.protocol.openCase(typed);
  }

  lookAgain(opened: OpenedCase): Promise<OpenedCase> {
    return this.protocol.lookAgain(opened);
  }

  write(opened: OpenedCase, text: string, files: readonly File[], progress: (step: Step) => void): Promise<void> {
    return this.protocol.write(opened, text, files, progress);
  }

  // Leaves for a blank page; nothing of this one stays reachable with the back button.
  leave(): void {
    this.delivered = true;
    this.unsent = () => false;
    leave();
  }
}

export function leave(): void {
  window.location.replace("about:blank");
}
