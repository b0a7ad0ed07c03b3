// Both directions in one order, newest first, with a place to write. A message of the holder stands behind the last
// reply that had been read when it was written: that is sealed into it, and no server can change it.

import type { CaseRoom } from "../case_room.js";
import type { Form } from "../form/definition.js";
import { about } from "../named.js";
import type { OpenedReply, OwnShown } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, quoted, type Child } from "../view.js";
import { say } from "../words.js";
import { dated, filled } from "./case_parts.js";
import { replyFiles } from "./reply_files.js";
import { formsOf, ownShown } from "./what_i_sent.js";
import { writeBox } from "./write_box.js";

export function messages(room: CaseRoom): Child[] {
  return [
    heading(say("messages.title")),
    ...warnings(room),
    button(say(asked(room) === undefined ? "case.write" : "case.answer"), () => room.place.stage.show(() => writing(room)), "second"),
    h("h2", {}, say("messages.all")),
    filled(room.own().then(async (own) => timeline(room, own, await formsOf(room.place, own)))),
  ];
}

// The question that the office waits to have answered.
export function asked({ newest }: CaseRoom): OpenedReply | undefined {
  return newest?.status === "question" ? newest : undefined;
}

export function writing(room: CaseRoom): Child[] {
  const question = asked(room);
  return [
    heading(say(question === undefined ? "case.write" : "case.answer.title")),
    ...(question === undefined ? [] : [h("h2", {}, say("messages.question")), replyShown(room, question)]),
    writeBox(room),
  ];
}

function timeline(room: CaseRoom, own: readonly OwnShown[], forms: readonly Form[]): Child[] {
  const out: Child[] = own.filter((one) => room.readBefore(one) === 0).map((one) => ownShown(one, forms));
  for (const [n, reply] of room.opened.replies.entries()) {
    out.push(replyShown(room, reply));
    out.push(...own.filter((one) => room.readBefore(one) === n + 1).map((one) => ownShown(one, forms)));
  }
  return out.reverse();
}

export function replyShown(room: CaseRoom, reply: OpenedReply): HTMLElement {
  const question = reply.type === "question";
  return h(
    "article",
    { class: question ? "message question" : "message" },
    h("h3", {}, ...about("messages.from", reply.author)),
    dated("case.written", reply.day),
    h("p", { class: "help" }, say(question ? "messages.question" : `case.status.${reply.status}`)),
    quoted(reply.text),
    ...replyFiles(room, reply.files),
  );
}

// What was withheld, put into another order or changed on its way, as far as it can be seen.
export function warnings(room: CaseRoom): Child[] {
  const { gaps, refused } = room.opened;
  const careful = (sentence: string): HTMLElement => h("p", { class: "careful" }, sentence);
  return [
    ...gaps.map(() => careful(say("case.gap"))),
    ...refused.map((code) => careful(say("case.bad", { code }))),
    filled(room.own().then((own) => (room.vanished(own) ? [careful(say("case.vanished"))] : []))),
  ];
}
