// What the code's holder sent, read again: opened on this device with the code's own key.

import { shownForm } from "../form/shown.js";
import type { Form } from "../form/definition.js";
import type { Place } from "../place.js";
import { code as codeOf, type OpenedCase, type OwnShown } from "../protocol.js";
import { heading } from "../screen.js";
import { h, list, ltr, quoted, type Child } from "../view.js";
import { say, size } from "../words.js";

export function whatISent(place: Place, opened: OpenedCase): Child[] {
  const shown = h("div", { role: "status" }, say("enter.wait"));
  void fill(place, opened, shown);
  return [heading(say("own.title")), h("p", {}, say("own.intro")), shown];
}

async function fill(place: Place, opened: OpenedCase, into: HTMLElement): Promise<void> {
  try {
    const sent = await place.sentBefore(opened);
    const form = sent[0]?.form === undefined ? undefined : await place.formOf(sent[0].form);
    const forms = [form, await place.choicesOf(form)].filter((one) => one !== undefined);
    into.replaceChildren(...sent.map((one) => message(one, forms)));
  } catch (fault) {
    into.replaceChildren(say("error.other", { code: codeOf(fault) }));
  }
}

function message(one: OwnShown, forms: readonly Form[]): HTMLElement {
  return h(
    "article",
    { class: "message" },
    h("h2", {}, one.seq === 0 ? say("own.report") : say("own.message", { n: one.seq })),
    ...(forms.length === 0
      ? Object.values(one.answers).map((value) => quoted(String(value)))
      : forms.flatMap((form) => shownForm(form, one.answers))),
    one.text === "" ? undefined : quoted(one.text),
    one.files.length === 0 ? undefined : list(one.files.map((file) => h("span", {}, ltr(file.name), " ", h("small", {}, size(file.size))))),
  );
}
