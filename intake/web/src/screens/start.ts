// The first thing a person sees: who reads, who never can, two sentences for safety, two ways on.

import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { say } from "../words.js";
import { enter } from "./enter.js";
import { people } from "./people.js";

export function start(place: Place): Child[] {
  return [
    heading(say("start.title")),
    h("p", { class: "lead" }, say("start.intro")),
    h("p", {}, say("start.readers")),
    list(place.office.readers.map((reader) => reader.label)),
    h("p", {}, say("start.nobody")),
    h(
      "section",
      { class: "safe", "aria-labelledby": "safe" },
      h("h2", { id: "safe" }, say("start.safe")),
      list([say("start.safe.device"), say("start.safe.details")]),
    ),
    h(
      "div",
      { class: "choices" },
      button(say("start.tell"), () => place.stage.show(() => people(place))),
      button(say("start.code"), () => place.stage.show(() => enter(place)), "second"),
    ),
    h("p", { class: "fingerprint" }, say("start.fingerprint"), h("br"), ltr(place.office.fingerprint)),
  ];
}
