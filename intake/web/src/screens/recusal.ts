// When the office's answers say that somebody is out of the case, that is told, and asked about, before what is written
// next has other readers.

import { named } from "../named.js";
import type { Place } from "../place.js";
import type { OpenedCase } from "../protocol.js";
import { h, list, type Child } from "../view.js";
import { say } from "../words.js";

export function recusal(place: Place, opened: OpenedCase): Child[] {
  const out = place.recused(opened);
  if (out.length === 0) return [];
  const draft = place.draftOf(opened);
  draft.tellOf(out.map(({ person }) => person));
  const choice = (keeps: boolean): HTMLElement => {
    const box = h("input", { type: "radio", name: "recused" });
    box.checked = draft.keepsRecused === keeps;
    box.addEventListener("change", () => (draft.keepsRecused = keeps));
    return h("label", { class: "tick" }, box, h("span", {}, say(keeps ? "recused.keep" : "recused.out")));
  };
  return [
    h("section", { class: "careful", "aria-label": say("recused.ask") },
      h("p", {}, say("recused.told")),
      list(out.map(named)),
      h("fieldset", {}, h("legend", {}, say("recused.ask")), choice(false), choice(true), h("p", { class: "help" }, say("recused.keep.help")))),
  ];
}
