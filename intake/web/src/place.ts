// What every screen stands on: the office it writes to, the draft, the code, and the acts that leave this device.

import { toHex } from "../../../crypto/web/base/bytes.js";
import type { Attachment, GivenIdentity } from "../../../crypto/web/content/content.js";
import { CaseDraft } from "./case_draft.js";
import type { Draft } from "./draft.js";
import type { Form } from "./form/definition.js";
import { leave, leaving } from "./leave.js";
import type { Names, Office, OpenedCase, OwnShown, Protocol, ProvenFiling, Reader, Sent, Written } from "./protocol.js";
import type { Step } from "./progress_line.js";
import type { Stage } from "./screen.js";
import { supply } from "./supplies.js";

export class Place {
  private readonly caseDrafts = new Map<string, CaseDraft>();
  private delivered = false;

  constructor(
    readonly stage: Stage,
    readonly office: Office,
    readonly forms: readonly Form[], // those offered, in the office's order
    readonly draft: Draft,
    private readonly protocol: Protocol,
  ) {
    window.addEventListener("beforeunload", (event) => {
      if (leaving()) return;
      const unsent = [...this.caseDrafts.values()].some((draft) => draft.started);
      if ((this.draft.started && !this.delivered) || unsent) event.preventDefault();
    });
  }

  // The name that goes with the report: none while too few keepers are left, whatever was typed before.
  get confided(): GivenIdentity | undefined {
    return this.office.names(this.draft.excluded) === "kept" ? this.draft.identity : undefined;
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

  get clocksApart(): boolean {
    return this.protocol.clocksApart;
  }

  async sendReport(progress: (step: Step) => void): Promise<Sent> {
    const files = await this.draft.files.toSeal();
    const outcome = await this.protocol.sendReport(
      { form: this.draft.form, answers: this.draft.answers, identity: this.confided, exclude: [...this.draft.excluded], files },
      progress,
    );
    this.delivered = true;
    return outcome;
  }

  // Offline: the report as a file. It is delivered once it is saved.
  async sealReport(progress: (step: Step) => void): Promise<Blob> {
    const files = await this.draft.files.toSeal();
    return this.protocol.sealReport(
      { form: this.draft.form, answers: this.draft.answers, identity: this.confided, exclude: [...this.draft.excluded], files },
      progress,
    );
  }

  saved(): void {
    this.delivered = true;
  }

  sendFile(file: Blob, progress: (step: Step) => void): Promise<void> {
    return this.protocol.sendFile(file, progress);
  }

  openCase(typed: string): Promise<OpenedCase> {
    return this.protocol.openCase(typed);
  }

  // What is being written to this case: the same at every look at it.
  draftOf({ keys }: OpenedCase): CaseDraft {
    const id = toHex(keys.caseId);
    const draft = this.caseDrafts.get(id) ?? new CaseDraft();
    this.caseDrafts.set(id, draft);
    return draft;
  }

  lookAgain(opened: OpenedCase): Promise<OpenedCase> {
    return this.protocol.lookAgain(opened);
  }

  write(opened: OpenedCase, written: Written, progress: (step: Step) => void): Promise<void> {
    return this.protocol.write(opened, { ...written, keep: this.draftOf(opened).keepsRecused }, progress);
  }

  // A file that the office sent, once all of it verified.
  fetchFile(opened: OpenedCase, file: Attachment, progress: (step: Step) => void): Promise<Blob> {
    return this.protocol.fetchFile(opened, file, progress);
  }

  filing(opened: OpenedCase): Promise<ProvenFiling | undefined> {
    return this.protocol.filing(opened);
  }

  async removeAccess(opened: OpenedCase): Promise<void> {
    await this.protocol.removeAccess(opened);
    this.caseDrafts.delete(toHex(opened.keys.caseId));
  }

  recused(opened: OpenedCase): Reader[] {
    return this.protocol.recused(opened);
  }

  alternates(opened: OpenedCase): Promise<Reader[]> {
    return this.protocol.alternates(opened);
  }

  // Whether a name can be added to a case that was sent.
  names(opened: OpenedCase): Promise<Names> {
    return this.protocol.names(opened);
  }

  // What this code's holder sent so far, the report first.
  sentBefore(opened: OpenedCase): Promise<OwnShown[]> {
    return this.protocol.sentBefore(opened);
  }

  // The form a report was given with, as it was then; undefined when this page does not know it.
  async formOf({ id, version }: { id: string; version: number }): Promise<Form | undefined> {
    const current = this.forms.find((form) => form.id === id && form.version === version);
    if (current !== undefined) return current;
    return supply<Form>(`/forms/${id}.${version}.json`);
  }

  // What the holder of a code may decide about the case, by the form it was given with.
  async choicesOf(form: Form | undefined): Promise<Form | undefined> {
    return form?.after === undefined ? undefined : this.formOf(form.after);
  }

  leave(): void {
    leave();
  }
}
