// One section of the form at a time: what has to be asked before sending, in the office's order.

import { asked, askedForNames, type Section } from "../form/definition.js";
import { fieldsOf } from "../form/fields.js";
import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, list, type Child } from "../view.js";
import { say } from "../words.js";
import { files } from "./files.js";

export function tell(place: Place): Child[] {
  const first = asked(place.draft.form, "first", place.draft.values)[0];
  return first === undefined ? files(place) : section(place, first);
}

function section(place: Place, at: Section): Child[] {
  const { form, values } = place.draft;
  const now = asked(form, "first", values);
  const next = (): void => {
    // Asked again: what was answered here may have brought or taken a section.
    const all = asked(form, "first", values);
    const after = all[all.findIndex(({ id }) => id === at.id) + 1];
    place.stage.show(() => (after === undefined ? files(place) : section(place, after)));
  };
  return [
    h("p", { class: "help" }, say("form.now", { n: now.indexOf(at) + 1, all: now.length })),
    ...questions(place, at, say("tell.next"), next, at === now[0] ? [careful(["start.safe.details", "start.safe.few"])] : []),
  ];
}

// Said before the first field: what shows who somebody is.
function careful(sentences: string[]): Child {
  return h("div", { class: "careful" }, list(sentences.map((sentence) => say(sentence))));
}

// The fields of one section and the button that goes on once they can.
export function questions(place: Place, at: Section, label: string, next: () => void, before: Child[] = []): Child[] {
  const { form, values } = place.draft;
  const shown = askedForNames(at.questions, place.office.names(place.draft.excluded));
  const fields = fieldsOf(shown, values, `form.${form.id}`, form.id, () => undefined);
  return [
    heading(say(`form.${form.id}.section.${at.id}`)),
    h("p", { class: "help" }, say("form.skip")),
    ...before,
    ...fields.elements,
    button(label, () => (fields.fault() === undefined ? next() : fields.focus())),
  ];
}
