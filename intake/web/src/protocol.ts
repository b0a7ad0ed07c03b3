// The reporter's client in the browser: everything that leaves this device goes through here, sealed.
// Nothing is kept: keys, code and text live in this object until the page is closed.

import { fromBase64, toHex } from "../../../crypto/web/base/bytes.js";
import { systemRandom } from "../../../crypto/web/base/random.js";
import { Refusal, refuse } from "../../../crypto/web/base/refusal.js";
import type { Answers, Attachment, GivenIdentity } from "../../../crypto/web/content/content.js";
import { readMessage, readReport } from "../../../crypto/web/content/read.js";
import { writeMessage, writeReport } from "../../../crypto/web/content/write.js";
import { Receipt } from "../../../crypto/web/keys/receipt.js";
import { type ReporterKeys, reporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { openReporterMessage } from "../../../crypto/web/open/message.js";
import { unwrap } from "../../../crypto/web/open/wrap.js";
import { audienceOf } from "../../../crypto/web/seal/audience.js";
import { blobSource } from "../../../crypto/web/seal/source.js";
import { type FileToSeal, type SealedSubmission, sealSubmission } from "../../../crypto/web/seal/submission.js";
import { plusDays } from "../../../crypto/web/verify/calendar.js";
import { custodiansOf, keepsNames } from "../../../crypto/web/verify/custodians.js";
import { Author } from "../../../crypto/web/verify/header.js";
import type { Member } from "../../../crypto/web/verify/member.js";
import { recipientsOf, type Roster } from "../../../crypto/web/verify/roster.js";
import { bundleOf, sendBundle } from "./bundle_file.js";
import { Intake, type OwnMessage } from "./intake.js";
import { type Closed, type Deployment, openDeployment, withOlder } from "./deployment.js";
import { digitOf } from "./digits.js";
import { type ProvenFiling, provenFiling } from "./filing.js";
import type { Form } from "./form/definition.js";
import type { Named } from "./named.js";
import { type OpenedCase, openReplies } from "./replies.js";
import type { Step } from "./progress_line.js";
import { fetchFile } from "./reply_file.js";
import { send } from "./sending.js";
import { offline, supply } from "./supplies.js";
import { language, say } from "./words.js";

export type { OpenedCase, OpenedReply, ShownReply } from "./replies.js";
export type { ProvenFiling } from "./filing.js";

const answerWithin = 7; // days

export interface Reader extends Named {
  person: string;
}

// Whether a name can be confided: enough keepers are left, too few are, or there are none.
export type Names = "kept" | "lost" | "none";

export interface Office {
  readers: Reader[];
  fingerprint: string;
  evaluation: boolean;
  closed: Closed | undefined; // why nothing new is sealed
  origin: string; // where the service answers
  recovery: Reader[]; // who read, too, what leaves nobody out: keys kept apart
  keepers: Reader[]; // who hold confided names apart from reports, and do not read
  names(excluded: ReadonlySet<string>): Names;
}

export interface Sent {
  answerBy: string;
  files: { name: string; size: number }[];
}

export interface Written {
  text: string;
  answers: Answers;
  files: readonly File[];
  identity?: GivenIdentity | undefined;
  to?: "alternates" | undefined; // them alone, and never one who is out of the case
  keep?: boolean; // whom a reply names as out of the case reads it all the same
}

// One of the reporter's own messages, read again.
export interface OwnShown {
  seq: number;
  day: string; // of its arrival
  seen: string; // env_id of the last reply read before it, in hex; empty: none
  form?: { id: string; version: number };
  text: string;
  answers: Answers;
  files: { name: string; size: number }[];
}

export interface ReportDraft {
  form: Form;
  answers: Answers;
  identity: GivenIdentity | undefined; // never while too few keepers are left
  exclude: string[];
  files: readonly File[];
}

// The name of what went wrong, for the sentence that tells it.
export function code(fault: unknown): string {
  if (fault instanceof DOMException) return "core-hash"; // a file that cannot be read any more
  return fault instanceof Refusal || (fault instanceof Error && "code" in fault) ? String((fault as { code: unknown }).code) : "unavailable";
}

export class Protocol {
  private readonly receipt = Receipt.generate(systemRandom);
  private readonly reports = new WeakMap<OpenedCase, Promise<OwnMessage>>();
  // A sealed report that was not acknowledged: trying again sends the same bytes.
  private pending: { key: string; sealed: SealedSubmission } | undefined;

  private constructor(
    private readonly intake: Intake,
    private readonly deployment: Deployment,
  ) {}

  static async open(): Promise<Protocol> {
    const intake = new Intake();
    const carried = offline ? await supply<string>("/api/deployment") : undefined;
    const notes = carried === undefined ? (await Promise.all([intake.deployment(), hear(intake)]))[0] : fromBase64(carried);
    return new Protocol(intake, openDeployment(notes, intake.clock));
  }

  get office(): Office {
    const { root, roster, closed } = this.deployment;
    const all = recipientsOf(roster, new Set());
    const readers = all.filter((member) => member.roles.has("receives"));
    return {
      readers: readers.map(readerOf),
      recovery: all.filter((member) => !readers.includes(member)).map(readerOf),
      fingerprint: root.fingerprint,
      evaluation: root.evaluation,
      closed,
      origin: root.origins[0] ?? "",
      keepers: custodiansOf(roster, new Set())
        .filter(({ person }) => !readers.some((reader) => reader.person === person))
        .map(readerOf),
      names: (excluded) => namesOf(roster, excluded),
    };
  }

  receiptGroups(): readonly string[] {
    return this.receipt.revealGroups();
  }

  // Digits of any script as 0-9; what is no digit is dropped, so that a comparison fails and says so.
  readDigits(typed: string): string {
    return [...typed.normalize("NFKC")].map((c) => digitOf(c)).join("");
  }

  // The service's day; this device's own while the service said nothing.
  today(): string {
    return this.intake.clock.today;
  }

  // Whether this device and the service differ by a day or more.
  get clocksApart(): boolean {
    return this.intake.clock.apart;
  }

  async sendReport(draft: ReportDraft, progress: (step: Step) => void): Promise<Sent> {
    const sealed = await this.seal(draft, progress);
    await send(this.intake, sealed, draft.files.map((file) => file.name), progress);
    this.pending = undefined;
    await hear(this.intake);
    return { answerBy: plusDays(this.today(), answerWithin), files: draft.files.map(({ name, size }) => ({ name, size })) };
  }

  async sealReport(draft: ReportDraft, progress: (step: Step) => void): Promise<Blob> {
    return bundleOf(await this.seal(draft, progress), (done, all) => progress({ doing: () => say("sending.seal"), done, all }));
  }

  async sendFile(file: Blob, progress: (step: Step) => void): Promise<void> {
    await sendBundle(this.intake, file, this.deployment.root.deployment, progress);
  }

  private async seal(draft: ReportDraft, progress: (step: Step) => void): Promise<SealedSubmission> {
    const keys = reporterKeys(this.receipt, this.deployment.root.deployment);
    const audience = audienceOf(this.deployment.roster, new Set(draft.exclude), { given: draft.identity });
    const key = JSON.stringify([draft.answers, draft.identity, draft.exclude, draft.files.map((file) => [file.name, file.size, file.lastModified])]);
    if (this.pending?.key !== key) {
      const sealed = await sealSubmission(
        this.place(0),
        (attachments, shares) =>
          writeReport({
            lang: language(),
            box: keys.box.publicKey,
            form: { id: draft.form.id, version: draft.form.version },
            answers: draft.answers,
            exclude: draft.exclude,
            attachments,
            shares,
          }),
        draft.files.map(toSeal),
        keys,
        audience,
        systemRandom,
        (done, all) => progress({ doing: () => say("sending.seal"), done, all }),
      );
      this.pending = { key, sealed };
    }
    return this.pending.sealed;
  }

  async openCase(typed: string): Promise<OpenedCase> {
    return this.look(reporterKeys(Receipt.read(typed), this.deployment.root.deployment));
  }

  async lookAgain(opened: OpenedCase): Promise<OpenedCase> {
    return this.look(opened.keys);
  }

  // A message whose number was taken meanwhile, by another window with the same code, is numbered and sealed anew.
  async write(opened: OpenedCase, written: Written, progress: (step: Step) => void): Promise<void> {
    try {
      await this.writeOnce(opened, written, progress);
    } catch (fault) {
      if (code(fault) !== "duplicate") throw fault;
      await this.writeOnce(opened, written, progress);
    }
  }

  private async writeOnce(opened: OpenedCase, { text, answers, files, identity, to, keep = false }: Written, progress: (step: Step) => void): Promise<void> {
    const { seq, members, out } = await this.nextMessage(opened, keep && to === undefined);
    const readers = (to === "alternates" ? alternatesOf(members) : members).map((member) => member.sealKey);
    if (readers.length === 0) refuse("not-a-recipient");
    const audience = { ...audienceOf(this.deployment.roster, out, { given: identity }), readers };
    const last = opened.replies.at(-1);
    const sealed = await sealSubmission(
      this.place(seq),
      (attachments, shares) => writeMessage({
          lang: language(), text, attachments, shares, ...(Object.keys(answers).length === 0 ? {} : { answers }), ...(last === undefined ? {} : { seen: last.env }),
        }),
      files.map(toSeal),
      opened.keys,
      audience,
      systemRandom,
      (done, all) => progress({ doing: () => say("sending.seal"), done, all }),
    );
    await send(this.intake, sealed, files.map((file) => file.name), progress);
  }

  // The first of the holder's messages, fetched once for every look at the case.
  private report(opened: OpenedCase): Promise<OwnMessage> {
    const report = this.reports.get(opened) ?? this.intake.own(this.deployment, opened.keys, 0);
    this.reports.set(opened, report);
    report.catch(() => this.reports.delete(opened)); // asked again the next time
    return report;
  }

  async sentBefore(opened: OpenedCase): Promise<OwnShown[]> {
    const { keys, nextSeq } = opened;
    const out: OwnShown[] = [];
    for (let seq = 0; seq < nextSeq; seq++) {
      const { core, wraps, header, day } = await (seq === 0 ? this.report(opened) : this.intake.own(this.deployment, keys, seq));
      const { json } = openReporterMessage(core, unwrap(header, wraps, keys.box));
      if (seq === 0) {
        const { form, answers, attachments } = readReport(json);
        out.push({ seq, day, seen: "", form, text: "", answers, files: attachments.map(nameAndSize) });
      } else {
        const { text, answers, attachments, seen } = readMessage(json);
        out.push({ seq, day, seen: seen === undefined ? "" : toHex(seen), text, answers: answers ?? {}, files: attachments.map(nameAndSize) });
      }
    }
    return out;
  }

  fetchFile({ keys }: OpenedCase, file: Attachment, progress: (step: Step) => void): Promise<Blob> {
    return fetchFile(this.intake, this.deployment, keys, file, progress);
  }

  filing(opened: OpenedCase): Promise<ProvenFiling | undefined> {
    return provenFiling(this.report(opened), this.deployment, opened.replies);
  }

  removeAccess({ keys }: OpenedCase): Promise<void> {
    return this.intake.burn(this.deployment, keys);
  }

  private place(seq: number) {
    const { root, roster } = this.deployment;
    return { author: Author.reporter, deployment: root.deployment, seq, rosterHash: roster.hash };
  }

  private async look(keys: ReporterKeys): Promise<OpenedCase> {
    const rosters = withOlder(await this.intake.rosters(), this.deployment);
    const pages = [await this.intake.mailbox(this.deployment, keys, 0)];
    for (let page = 1; page < (pages[0]?.pages ?? 1); page++) pages.push(await this.intake.mailbox(this.deployment, keys, page));
    const slots = pages.flatMap((page) => page.slots);
    const { held = false, removed = false, nextSeq = 0 } = pages[0] ?? {};
    return { held, removed, nextSeq, keys, ...openReplies(slots, keys, this.deployment, rosters) };
  }

  // Who reads a further message: those who read the report, less whoever a reply that the holder has seen, and was asked
  // about, named as recused. The report is fetched and opened for it, so that a person left out then is left out now.
  private async nextMessage({ keys, replies }: OpenedCase, keep = false): Promise<{ seq: number; members: Member[]; out: Set<string> }> {
    const page = await this.intake.mailbox(this.deployment, keys, 0);
    const { core, wraps, header } = await this.intake.own(this.deployment, keys, 0);
    const report = readReport(openReporterMessage(core, unwrap(header, wraps, keys.box)).json);
    const out = new Set([...report.exclude, ...(keep ? [] : replies.flatMap((reply) => reply.recused))]);
    return { seq: page.nextSeq, members: recipientsOf(this.deployment.roster, out), out };
  }

  async names(opened: OpenedCase): Promise<Names> {
    return namesOf(this.deployment.roster, (await this.nextMessage(opened)).out);
  }

  // Whom a reply named as recused, of those who would read or keep a name.
  recused({ replies }: OpenedCase): Reader[] {
    const { roster } = this.deployment;
    const named = new Set(replies.flatMap((reply) => reply.recused));
    const all = [...recipientsOf(roster, new Set()), ...custodiansOf(roster, new Set())].filter(({ person }) => named.has(person));
    return [...new Map(all.map((member) => [member.person, readerOf(member)])).values()];
  }

  // Who could look at a case a second time, of those who may read it.
  async alternates(opened: OpenedCase): Promise<Reader[]> {
    return alternatesOf((await this.nextMessage(opened)).members).map(readerOf);
  }
}

// What day it is for the service, if it says so.
async function hear(intake: Intake): Promise<void> {
  await intake.challenge().catch(() => undefined);
}

function namesOf(roster: Roster, excluded: ReadonlySet<string>): Names {
  if (keepsNames(roster, excluded)) return "kept";
  return keepsNames(roster, new Set()) ? "lost" : "none";
}

function alternatesOf(members: readonly Member[]): Member[] {
  return members.filter((member) => member.roles.has("alternate"));
}

function readerOf({ person, label, roles }: Member): Reader {
  return { person, label, roles };
}

function nameAndSize({ name, size }: Attachment): { name: string; size: number } {
  return { name, size };
}

// The names were made to fit where the files were chosen (files/name.ts).
function toSeal(file: File): FileToSeal {
  return { source: blobSource(file), name: file.name, type: file.type };
}

