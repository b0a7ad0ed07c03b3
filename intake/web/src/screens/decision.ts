// The decision: what it is, reasons, support, and until when a review of it can be asked for.

import type { CaseRoom } from "../case_room.js";
import type { OwnShown } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, list, type Child } from "../view.js";
import { say } from "../words.js";
import { dated, filled } from "./case_parts.js";
import { replyShown } from "./messages.js";
import { choiceScreen } from "./my_choices.js";
import { recusal } from "./recusal.js";
import { sender } from "./sender.js";

export function decision(room: CaseRoom): Child[] {
  const found = room.newestWith("decision");
  if (found === undefined) return [heading(say("decision.title")), h("p", {}, say("choices.when.decision"))];
  return [
    heading(say("decision.title")),
    h("p", { class: "lead" }, say("decision.what")),
    h("h2", {}, say("decision.reasons")),
    replyShown(room, found.reply),
    h("p", {}, say("decision.believed")),
    h("h2", {}, say("decision.review.title")),
    filled(room.own().then((own) => lastDay(room, own))),
    h("h2", {}, say("decision.support.title")),
    list([say("decision.support.people"), say("decision.support.avenues"), say("decision.support.more")]),
  ];
}

function lastDay(room: CaseRoom, own: readonly OwnShown[]): Child[] {
  const { read, last } = room.review(own);
  const over = last !== undefined && last < room.place.today();
  return [
    read === undefined ? h("p", {}, say("decision.review.rule")) : undefined,
    last === undefined ? undefined : dated("decision.review.last", last),
    over ? h("p", {}, say("decision.review.over")) : undefined,
    h("p", { class: "help" }, say("decision.review.who")),
    h("div", { class: "choices" }, button(say("decision.review.ask"), () => void choiceScreen(room, "review"))),
    read === undefined ? iHaveReadIt(room) : dated("decision.read.since", read),
  ];
}

// Sealed and signed like any message: from it the window of the review is counted, and not from the office's clock.
function iHaveReadIt(room: CaseRoom): HTMLElement {
  const written = () => ({ text: "", answers: { my_read: "yes" }, files: [] });
  return h("div", {}, h("p", {}, say("decision.read.why")), ...recusal(room.place, room.opened),
    sender(room, { what: "decision.read", label: say("decision.read.act"), kind: "second", written }));
}
