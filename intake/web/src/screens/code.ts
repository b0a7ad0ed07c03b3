// The code is shown, and two of its groups asked back, before anything is sent: a report whose code was
// never kept is a report nobody can answer.

import type { Place } from "../place.js";
import { receiptCells } from "../receipt_view.js";
import { heading } from "../screen.js";
import { button, h, Notice, type Child } from "../view.js";
import { offline } from "../supplies.js";
import { say } from "../words.js";
import { sending } from "./sending.js";

export function code(place: Place): Child[] {
  const groups = place.receiptGroups();
  return [
    // On paper the digits stand alone: a sheet that somebody finds says nothing about what they are for.
    h("div", { class: "on-screen" }, heading(say("code.title")), h("p", {}, say("code.intro"))),
    receiptCells(groups),
    h("p", { class: "careful" }, say("code.keep")),
    h(
      "div",
      { class: "choices" },
      button(say("code.written"), () => place.stage.show(() => ask(place, groups, twoOf(groups.length)))),
      button(say("code.print"), () => window.print(), "second"),
    ),
  ];
}

// Two different group numbers, in order.
function twoOf(n: number): [number, number] {
  const draw = (below: number): number => {
    const limit = 256 - (256 % below);
    for (;;) {
      const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
      if (byte < limit) return byte % below;
    }
  };
  const first = draw(n);
  const second = (first + 1 + draw(n - 1)) % n;
  return first < second ? [first, second] : [second, first];
}

function ask(place: Place, groups: readonly string[], asked: [number, number]): Child[] {
  const notice = new Notice("ask-notice");
  const boxes = asked.map((i) => ({
    right: groups[i],
    input: h("input", { type: "text", inputmode: "numeric", autocomplete: "off", dir: "ltr", size: "5", id: `group-${i}`, "aria-describedby": "ask-notice" }),
    label: h("label", { for: `group-${i}` }, say("code.group", { n: i + 1 })),
  }));
  const send = (event: Event): void => {
    event.preventDefault();
    const isWrong = ({ input, right }: (typeof boxes)[number]): boolean => place.readDigits(input.value) !== right;
    for (const box of boxes) box.input.setAttribute("aria-invalid", String(isWrong(box)));
    const wrong = boxes.find(isWrong);
    if (wrong === undefined) return sending(place);
    notice.say(say("code.ask.wrong"));
    wrong.input.focus();
  };
  return [
    heading(say("code.ask.title")),
    h("p", {}, say("code.ask.intro")),
    h(
      "form",
      { onsubmit: send, novalidate: true },
      ...boxes.map((box) => h("div", { class: "field" }, box.label, box.input)),
      notice.element,
      h("button", { type: "submit", class: "first" }, say(offline ? "offline.make" : "code.ask.send")),
      button(say("code.ask.show"), () => place.stage.back(), "second"),
    ),
  ];
}
