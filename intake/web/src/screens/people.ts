// Asked before the story: whoever is involved is left out when the report is sealed, so that nothing of it
// ever exists for them.

import { byTouch } from "../device.js";
import { named } from "../named.js";
import type { Place } from "../place.js";
import type { Reader } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, list, Notice, type Child } from "../view.js";
import { offline } from "../supplies.js";
import { say } from "../words.js";
import { tell } from "./tell.js";

export function people(place: Place): Child[] {
  const notice = new Notice();
  const boxOf = (reader: Reader): HTMLElement => {
    const box = h("input", { type: "checkbox" });
    box.checked = place.draft.excluded.has(reader.person);
    box.addEventListener("change", () => {
      if (box.checked) place.draft.excluded.add(reader.person);
      else place.draft.excluded.delete(reader.person);
      notice.say("");
    });
    return h("label", { class: "tick" }, box, h("span", {}, named(reader)));
  };
  const next = (): void => {
    const somebodyReads = place.office.readers.some((reader) => !place.draft.excluded.has(reader.person));
    if (somebodyReads) place.stage.show(() => tell(place));
    else notice.say(say("people.all"));
  };
  return [
    heading(say("people.title")),
    h("p", {}, say("people.intro")),
    h("fieldset", {}, h("legend", { class: "unseen" }, say("people.title")), ...place.office.readers.map(boxOf)),
    place.office.keepers.length === 0
      ? undefined
      : h("fieldset", {}, h("legend", { class: "long" }, say("people.keepers")), ...place.office.keepers.map(boxOf)),
    notice.element,
    h("p", { class: "careful" }, say("people.leave")),
    byTouch() && !offline ? h("p", { class: "careful" }, say("people.camera")) : undefined,
    button(say("people.next"), next),
  ];
}

// Keys kept apart that open what leaves nobody out.
export function recovery({ office }: Place, excluded: ReadonlySet<string>): Child[] {
  if (office.recovery.length === 0 || excluded.size > 0) return [];
  return [h("p", {}, say("start.recovery")), list(office.recovery.map(named))];
}
