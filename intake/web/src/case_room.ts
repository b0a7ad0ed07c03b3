// A case that is open, and what the screens behind it share: what its holder sent is fetched once a look, and what is
// being written is kept while the person goes back and forth.

import { toHex } from "../../../crypto/web/base/bytes.js";
import { plusDays } from "../../../crypto/web/verify/calendar.js";
import type { CaseDraft } from "./case_draft.js";
import { Outbox } from "./outbox.js";
import type { Place } from "./place.js";
import type { Step } from "./progress_line.js";
import type { OpenedCase, OpenedReply, OwnShown, Written } from "./protocol.js";

const answerWithin = 7; // days from sending to the first answer
const silence = 45; // days from sending without any answer, or beyond a promised date, after which somebody else may look
const reviewWindow = 30; // days from "I have read it"
const coolingOff = 14; // days in which a withdrawal can be taken back

export class CaseRoom {
  justSent = false;
  readonly outbox = new Outbox();
  private looked: OpenedCase;
  private sent: Promise<OwnShown[]> | undefined;

  constructor(
    readonly place: Place,
    opened: OpenedCase,
    private readonly show: (room: CaseRoom) => void,
  ) {
    this.looked = opened;
  }

  // As it was at the last look.
  get opened(): OpenedCase {
    return this.looked;
  }

  get draft(): CaseDraft {
    return this.place.draftOf(this.opened);
  }

  // What this code's holder sent, the report first.
  own(): Promise<OwnShown[]> {
    this.sent ??= this.place.sentBefore(this.opened).catch((fault: unknown) => {
      this.sent = undefined; // asked again the next time
      throw fault;
    });
    return this.sent;
  }

  // Looks again. The case is shown to whoever stayed; whoever went on to another screen is not thrown back from it.
  async again(): Promise<void> {
    this.justSent = false;
    await this.look(this.place.stage.still());
  }

  // Sends, and looks again; `arrived` is called between the two. What arrived stays so when the look does not come through.
  async send(written: Written | Promise<Written>, arrived: () => void = () => undefined, progress: (step: Step) => void = () => undefined): Promise<void> {
    const still = this.place.stage.still();
    await this.place.write(this.opened, await written, progress);
    this.justSent = true;
    arrived();
    await this.look(still).catch(() => still() && this.show(this));
  }

  private async look(still: () => boolean): Promise<void> {
    this.looked = await this.place.lookAgain(this.opened);
    this.sent = undefined;
    if (still()) this.show(this);
  }

  get newest(): OpenedReply | undefined {
    return this.opened.replies.at(-1);
  }

  // Since when the case stands where it does: the first of the replies that say so without another between them.
  since(own: readonly OwnShown[]): string | undefined {
    const { replies } = this.opened;
    const status = this.newest?.status;
    const other = replies.map((reply) => reply.status === status).lastIndexOf(false);
    return status === undefined ? own[0]?.day : replies[other + 1]?.day;
  }

  // By which day the office promised to write: in its last reply, or, before any, a week from sending.
  promised(own: readonly OwnShown[]): string | undefined {
    if (this.newest !== undefined) return this.newest.lookAgain;
    const sent = own[0]?.day;
    return sent === undefined ? undefined : plusDays(sent, answerWithin);
  }

  // In a closed case nobody promised to write again.
  late(promised: string | undefined): boolean {
    return this.newest?.status !== "closed" && promised !== undefined && promised < this.place.today();
  }

  // From which day on somebody else may be asked to look.
  secondLookFrom(promised: string): string {
    return this.newest === undefined ? plusDays(promised, silence - answerWithin) : plusDays(promised, silence + 1);
  }

  // How many replies its writer had read before it.
  readBefore({ seen }: OwnShown): number {
    return this.opened.replies.findIndex(({ env }) => toHex(env) === seen) + 1;
  }

  // On which day the holder last wrote in words or sent files, having read the newest reply.
  wroteSince(own: readonly OwnShown[]): string | undefined {
    const said = own.filter((one) => one.seq > 0 && this.readBefore(one) === this.opened.replies.length);
    return said.filter(({ text, files }) => text !== "" || files.length > 0).at(-1)?.day;
  }

  // A reply that its holder read once and that is not among them any more.
  vanished(own: readonly OwnShown[]): boolean {
    return own.some((one) => one.seen !== "" && this.readBefore(one) === 0);
  }

  // The newest reply with this status, and its place among them. Its own kind goes first: what the office writes after a
  // decision, the status being the same, is not the decision.
  newestWith(status: string): { reply: OpenedReply; n: number } | undefined {
    const { replies } = this.opened;
    const newest = (kinds: readonly string[]): number => replies.map((one) => one.status === status && kinds.includes(one.type)).lastIndexOf(true);
    const own = newest([status]);
    const n = own < 0 ? newest(replies.map(({ type }) => type)) : own;
    const reply = replies[n];
    return reply === undefined ? undefined : { reply, n };
  }

  // On which day the holder said to have read the decision, and the last day for a review of it: 30 days from then; else
  // the day the office gave; else 30 days from when the decision was written.
  review(own: readonly OwnShown[]): { read?: string; last?: string } {
    const decision = this.newestWith("decision");
    if (decision === undefined) return {};
    const read = own.find((one) => one.answers["my_read"] !== undefined && this.readBefore(one) > decision.n)?.day;
    if (read !== undefined) return { read, last: plusDays(read, reviewWindow) };
    return { last: decision.reply.due ?? plusDays(decision.reply.day, reviewWindow) };
  }

  // The withdrawal that stands: its day, and the last one on which it can be taken back.
  withdrawn(own: readonly OwnShown[]): { day: string; last: string } | undefined {
    const said = own.filter((one) => one.answers["my_withdraw"] !== undefined).at(-1);
    if (said === undefined || said.answers["my_withdraw"] !== "yes" || said.answers["my_sure"] !== "yes") return undefined;
    return { day: said.day, last: plusDays(said.day, coolingOff) };
  }
}
