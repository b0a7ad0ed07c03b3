// What happens next, by whom, by when; then what arrived, so that it can be compared.

import type { Place } from "../place.js";
import type { Sent } from "../protocol.js";
import { receiptCells } from "../receipt_view.js";
import { heading } from "../screen.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { say, sayCount, size } from "../words.js";
import { dated } from "./case_parts.js";

export function sent(place: Place, outcome: Sent): Child[] {
  const code = h("div", {});
  const showCode = button(say("sent.code.show"), () => code.replaceChildren(receiptCells(place.receiptGroups())), "second");
  const total = outcome.files.reduce((sum, file) => sum + file.size, 0);
  return [
    heading(say("sent.title")),
    dated("sent.next", outcome.answerBy, "lead"),
    h(
      "section",
      {},
      h("h2", {}, say("sent.what")),
      list([say("sent.text"), outcome.files.length > 0 ? sayCount("sent.files", outcome.files.length, { size: size(total) }) : undefined].filter(
        (item) => item !== undefined,
      )),
      outcome.files.length > 0 ? list(outcome.files.map((file) => h("span", {}, ltr(file.name), " ", h("small", {}, size(file.size)))), "plain") : undefined,
    ),
    h("p", { class: "careful" }, say("sent.quiet")),
    h("p", {}, say("sent.code")),
    showCode,
    code,
    button(say("sent.done"), () => place.leave()),
  ];
}
