// The case as the code's holder sees it: where it stands, what happens next and by when, the newest answer, and the
// ways on. Lateness is worked out here, from dates the office sealed, so that it shows with every desk switched off.

import { CaseRoom } from "../case_room.js";
import type { Place } from "../place.js";
import { code as codeOf, type OpenedCase } from "../protocol.js";
import { heading, type Screen } from "../screen.js";
import { button, h, list, Notice, type Child } from "../view.js";
import { say } from "../words.js";
import { adding } from "./adding.js";
import { dated, filled, sentence } from "./case_parts.js";
import { choosing } from "./my_choices.js";
import { decision } from "./decision.js";
import { asked, messages, replyShown, warnings, writing } from "./messages.js";
import { proof } from "./proof.js";
import { removeAccess } from "./remove_access.js";
import { whatISent } from "./what_i_sent.js";

// What lies behind a code, whatever it is.
export function behindTheCode(place: Place, opened: OpenedCase): Screen {
  if (opened.removed) return () => accessRemoved(place);
  if (!opened.held) return () => nothingHeld(place);
  const room = new CaseRoom(place, opened, (fresh) => place.stage.replaceAll(() => myCase(fresh)));
  return () => myCase(room);
}

function nothingHeld(place: Place): Child[] {
  return [
    heading(say("case.nothing.title")),
    h("p", {}, say("case.nothing")),
    button(say("page.back"), () => place.stage.back(), "second"),
  ];
}

export function accessRemoved(place: Place): Child[] {
  return [
    heading(say("removed.title")),
    h("p", { class: "lead" }, say("removed.you")),
    h("p", {}, say("removed.office")),
    h("p", {}, say("removed.new")),
    button(say("case.close"), () => place.leave(), "second"),
  ];
}

export function myCase(room: CaseRoom): Child[] {
  const { place, newest } = room;
  const notice = new Notice();
  const decided = newest?.status === "decision"; // to be read before anything else
  const go = (screen: () => Child[]) => (): void => place.stage.show(screen);
  // What has to be fetched first says when that does not come through.
  const fetched = (act: (room: CaseRoom) => Promise<void>) => (): void => {
    notice.say("");
    void act(room).catch((fault: unknown) => notice.say(sentence(codeOf(fault))));
  };
  return [
    heading(say("case.title")),
    room.justSent ? h("p", { class: "done", role: "status" }, say("case.write.sent")) : undefined,
    h("section", { class: "status", "aria-label": say("case.status") }, ...standing(room)),
    ...warnings(room),
    newest === undefined ? undefined : h("section", {}, h("h2", {}, say("case.newest")), replyShown(room, newest)),
    h(
      "div",
      { class: "choices" },
      decided ? button(say("decision.title"), go(() => decision(room))) : undefined,
      button(say(asked(room) === undefined ? "case.write" : "case.answer"), go(() => writing(room)), decided ? "second" : "first"),
      newest === undefined ? undefined : button(say("messages.title"), go(() => messages(room)), "second"),
      decided || room.newestWith("decision") === undefined ? undefined : button(say("decision.title"), go(() => decision(room)), "second"),
    ),
    ...proof(room),
    h("h2", {}, say("case.more")),
    h(
      "div",
      { class: "choices" },
      button(say("more.title"), fetched(adding), "second"),
      button(say("choices.title"), fetched(choosing), "second"),
      button(say("own.title"), go(() => whatISent(room)), "second"),
      button(say("remove.title"), go(() => removeAccess(room)), "second"),
    ),
    notice.element,
    h(
      "div",
      { class: "choices" },
      button(say("case.refresh"), fetched(() => room.again()), "second"),
      button(say("case.close"), () => place.leave(), "second"),
    ),
  ];
}

function standing(room: CaseRoom): Child[] {
  const { newest } = room;
  const status = newest?.status ?? "received";
  return [
    room.place.clocksApart ? h("p", { class: "careful" }, say("case.clock")) : undefined,
    h("p", { class: "lead" }, say(`case.status.${status}`)),
    filled(room.own().then((own) => since(room.since(own)))),
    h("p", {}, say(`case.explain.${status}`)),
    ...beside(room, status),
    newest?.due === undefined ? undefined : dated("case.due", newest.due),
    newest === undefined ? filled(room.own().then((own) => promise(room, room.promised(own)))) : h("div", {}, ...promise(room, newest.lookAgain)),
    asked(room) === undefined ? undefined : filled(room.own().then((own) => answered(room.wroteSince(own)))),
    filled(room.own().then((own) => withdrawal(room.withdrawn(own)))),
    newest === undefined ? undefined : h("p", { class: "help" }, say("case.access")),
  ];
}

// What a person should hear at this moment besides: who helps, now that it is known; what an answer sets in motion.
function beside(room: CaseRoom, status: string): Child[] {
  if (status === "acknowledged") return [h("p", {}, say("case.support"))];
  if (status !== "question") return [];
  return [filled(room.own().then((own) => (own[0]?.form?.id === "protection" ? [h("p", {}, say("case.waits"))] : [])))];
}

function since(day: string | undefined): Child[] {
  return day === undefined ? [] : [dated("case.since", day)];
}

function answered(day: string | undefined): Child[] {
  return day === undefined ? [] : [dated("case.answered", day)];
}

// When to look again; or, when that day has passed, that the office is late and what can be done about it.
function promise(room: CaseRoom, promised: string | undefined): Child[] {
  if (promised === undefined) return [];
  if (!room.late(promised)) return [dated(room.newest === undefined ? "case.first" : "case.look", promised)];
  const from = room.secondLookFrom(promised);
  return [
    h("div", { class: "careful" },
      dated("case.late.since", promised),
      h("p", {}, say("case.late.do")),
      list([
        say("case.late.write"),
        from > room.place.today() ? dated("case.late.look.later", from) : say("case.late.look.now"),
        say("case.late.ways"),
        say("case.late.avenues"),
      ])),
  ];
}

function withdrawal(withdrawn: { day: string; last: string } | undefined): Child[] {
  return withdrawn === undefined ? [] : [dated("withdraw.stands", withdrawn.day)];
}
