// What the code's holder sent, read again: opened on this device with the code's own key.

import type { CaseRoom } from "../case_room.js";
import { shownForm } from "../form/shown.js";
import type { Form } from "../form/definition.js";
import type { Place } from "../place.js";
import type { OwnShown } from "../protocol.js";
import { heading } from "../screen.js";
import { h, list, ltr, quoted, type Child } from "../view.js";
import { say, size } from "../words.js";
import { dated, filled } from "./case_parts.js";

export function whatISent(room: CaseRoom): Child[] {
  const sent = room.own().then(async (own) => {
    const forms = await formsOf(room.place, own);
    return own.map((one) => ownShown(one, forms, "h2"));
  });
  return [heading(say("own.title")), h("p", {}, say("own.intro")), filled(sent)];
}

// The forms that its answers were given to, as they were then.
export async function formsOf(place: Place, own: readonly OwnShown[]): Promise<Form[]> {
  const form = own[0]?.form === undefined ? undefined : await place.formOf(own[0].form);
  return [form, await place.choicesOf(form)].filter((one) => one !== undefined);
}

// `title`: the level of its heading, by what stands around it.
export function ownShown(one: OwnShown, forms: readonly Form[], title: "h2" | "h3" = "h3"): HTMLElement {
  return h(
    "article",
    { class: "message mine" },
    h(title, {}, one.seq === 0 ? say("own.report") : say("own.message", { n: one.seq })),
    dated("own.day", one.day),
    ...(forms.length === 0
      ? Object.values(one.answers).map((value) => quoted(String(value)))
      : forms.flatMap((form) => shownForm(form, one.answers))),
    one.text === "" ? undefined : quoted(one.text),
    one.files.length === 0 ? undefined : list(one.files.map((file) => h("span", {}, ltr(file.name), " ", h("small", {}, size(file.size))))),
  );
}
