// The first thing a person sees: who reads, who never can, two sentences for safety, the ways on.

import type { Form } from "../form/definition.js";
import type { Place } from "../place.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { offline } from "../supplies.js";
import { say, unreviewed } from "../words.js";
import { firstWords, safety } from "./beginning.js";
import { enter } from "./enter.js";
import { people } from "./people.js";
import { sendFile } from "./send_file.js";

export function start(place: Place): Child[] {
  const begin = (form: Form): void => {
    place.draft.choose(form);
    place.stage.show(() => people(place));
  };
  return [
    ...firstWords(),
    h("p", {}, say("start.readers")),
    list(place.office.readers.map((reader) => reader.label)),
    h("p", {}, say("start.nobody")),
    safety(),
    h("h2", {}, say("start.choose")),
    h("p", {}, say("start.promise")),
    h("div", { class: "paths" }, ...place.forms.map((form) => path(form, begin))),
    offline
      ? h("p", { class: "careful" }, say("offline.intro"))
      : h("div", { class: "choices" },
          button(say("start.code"), () => place.stage.show(() => enter(place)), "second"),
          button(say("file.title"), () => place.stage.show(() => sendFile(place)), "second")),
    h("p", { class: "fingerprint" }, say("start.fingerprint"), h("br"), ltr(place.office.fingerprint)),
    unreviewed() ? h("p", { class: "help" }, say("page.unreviewed")) : undefined,
  ];
}

function path(form: Form, begin: (form: Form) => void): HTMLElement {
  const lead = `lead-${form.id}`;
  const choice = button(say(`form.${form.id}`), () => begin(form));
  choice.setAttribute("aria-describedby", lead);
  return h("div", {}, choice, h("p", { class: "help", id: lead }, say(`form.${form.id}.lead`)));
}
