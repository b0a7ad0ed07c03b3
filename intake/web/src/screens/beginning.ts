// What stands there while the rest of the page and the office's keys are on their way: all of the first screen that
// does not depend on them.

import { heading } from "../screen.js";
import { h, list, type Child } from "../view.js";
import { say } from "../words.js";

export function firstWords(): Child[] {
  return [heading(say("start.title")), h("p", { class: "lead" }, say("start.intro"))];
}

export function safety(): Child {
  return h(
    "section",
    { class: "safe", "aria-labelledby": "safe" },
    h("h2", { id: "safe" }, say("start.safe")),
    list([say("start.safe.device"), say("start.safe.link")]),
  );
}

export function beginning(): Child[] {
  return [...firstWords(), safety(), h("p", { class: "help", role: "status" }, say("start.checking"))];
}
