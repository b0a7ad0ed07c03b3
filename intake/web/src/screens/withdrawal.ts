// A withdrawal that was sent: until when it can be taken back, and taking it back.

import type { CaseRoom } from "../case_room.js";
import { h, type Child } from "../view.js";
import { say } from "../words.js";
import { dated } from "./case_parts.js";
import { recusal } from "./recusal.js";
import { sender } from "./sender.js";

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
  const written = () => ({ text: "", answers: { my_withdraw: "no" }, files: [] });
  return h("div", {}, ...recusal(room.place, room.opened), sender(room, { what: "withdraw.back", label: say("withdraw.back"), written }));
}
