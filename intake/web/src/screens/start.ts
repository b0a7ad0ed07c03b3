// The first thing a person sees: who reads, who never can, two sentences for safety, the ways on.

import type { Form } from "../form/definition.js";
import { named } from "../named.js";
import type { Place } from "../place.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { offline } from "../supplies.js";
import { say, unreviewed } from "../words.js";
import { firstWords, safety } from "./beginning.js";
import { enter } from "./enter.js";
import { people, recovery } from "./people.js";
import { sendFile } from "./send_file.js";
import { otherWays, whatWeCan } from "./ways.js";

// A page that was loaded again, or that a phone closed while its camera was open, says that it kept nothing.
function openedAnew(): boolean {
  const [way] = performance.getEntriesByType("navigation");
  return (way as PerformanceNavigationTiming | undefined)?.type === "reload" || (document as { wasDiscarded?: boolean }).wasDiscarded === true;
}

export function start(place: Place): Child[] {
  const begin = (form: Form): void => {
    place.draft.choose(form);
    place.stage.show(() => people(place));
  };
  return [
    ...firstWords(),
    openedAnew() && !place.draft.started ? h("p", { class: "careful", role: "status" }, say("start.anew")) : undefined,
    h("p", {}, say("start.readers")),
    list(place.office.readers.map(named)),
    ...recovery(place, new Set()),
    h("p", {}, say("start.nobody")),
    safety(),
    h("h2", {}, say("start.choose")),
    h("p", {}, say("start.promise")),
    h("div", { class: "paths" }, ...place.forms.map((form) => path(form, begin))),
    offline
      ? h("p", { class: "careful" }, say("offline.intro"))
      : h("div", { class: "choices" },
          button(say("start.code"), () => place.stage.show(() => enter(place)), "second"),
          button(say("start.talk"), () => place.stage.show(otherWays), "second"),
          button(say("start.about"), () => place.stage.show(whatWeCan), "second"),
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
