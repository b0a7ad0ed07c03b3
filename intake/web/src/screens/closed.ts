// Failing closed: without keys that check out there is nothing to write into.

import { dayOf } from "../../../../crypto/web/verify/calendar.js";
import { dated } from "../dated.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { ways } from "../ways.js";
import { say } from "../words.js";

export type Why = "keys" | "expired" | "date" | "offline";

// `open` leads to the code page where old cases can still be read (a roster that does not fit the date only stops new
// reports).
export function closed(why: Why, retry: () => void, open?: () => void): Child[] {
  return [
    heading(say("closed.title")),
    why === "date" ? dated("closed.date", dayOf(Date.now()), "lead") : h("p", { class: "lead" }, say(`closed.${why}`)),
    h("p", {}, say("closed.other")),
    ways(),
    h(
      "div",
      { class: "choices" },
      button(say("closed.again"), retry),
      open === undefined ? undefined : button(say("closed.code"), open, "second"),
    ),
  ];
}
