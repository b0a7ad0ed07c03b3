// A withdrawal that was sent: until when it can be taken back, and taking it back.

import type { CaseRoom } from "../case_room.js";
import { code as codeOf } from "../protocol.js";
import { button, h, Notice, type Child } from "../view.js";
import { say } from "../words.js";
import { dated, sentence } from "./case_parts.js";

export function withdrawal(room: CaseRoom, withdrawn: { day: string; last: string } | undefined): Child[] {
  if (withdrawn === undefined) return [];
  const over = withdrawn.last < room.place.today();
  return [
    h("section", { class: "status", "aria-label": say("form.choices.section.withdraw") },
      dated("withdraw.stands", withdrawn.day),
      over ? h("p", {}, say("withdraw.over")) : dated("withdraw.until", withdrawn.last),
      over ? undefined : takeBack(room)),
  ];
}

function takeBack(room: CaseRoom): HTMLElement {
  const notice = new Notice();
  const act = button(say("withdraw.back"), () => void go());
  const go = async (): Promise<void> => {
    act.disabled = true;
    try {
      await room.send({ text: "", answers: { my_withdraw: "no" }, files: [] });
    } catch (fault) {
      notice.say(sentence(codeOf(fault)));
      act.disabled = false;
    }
  };
  return h("div", {}, act, notice.element);
}
