// What the holder of a code may decide: each choice is a questionnaire's section, sealed as a message of its own, and
// what was said so far stands above.

import { plusDays } from "../../../../crypto/web/verify/calendar.js";
import { shownForm } from "../form/shown.js";
import type { Form, Section } from "../form/definition.js";
import type { Place } from "../place.js";
import type { OpenedCase, OwnShown, Reader } from "../protocol.js";
import { heading } from "../screen.js";
import { h, list, type Child } from "../view.js";
import { say } from "../words.js";
import { type Addition, sectionButton } from "./more.js";

const silence = 45; // days beyond the last promised date, after which somebody else may look

export interface Choices {
  form: Form;
  report: Form;
  said: readonly OwnShown[];
  alternates: readonly Reader[];
}

export function offered({ offer }: Section, { replies }: OpenedCase, today: string): boolean {
  if (offer === undefined) return true;
  if (offer === "decision") return replies.some(({ status }) => status === "decision");
  const newest = replies.at(-1);
  return newest === undefined || plusDays(newest.lookAgain, silence) < today;
}

export function myChoices(place: Place, opened: OpenedCase, choices: Choices, done: () => void): Child[] {
  const addition: Addition = { form: choices.form, values: {}, names: "none" };
  return [
    heading(say("choices.title")),
    h("p", {}, say("choices.intro")),
    ...choices.form.sections.flatMap((section) => choice(place, opened, choices, addition, section, done)),
    ...soFar(choices),
  ];
}

function choice(place: Place, opened: OpenedCase, { alternates }: Choices, addition: Addition, section: Section, done: () => void): Child[] {
  const title = say(`form.${addition.form.id}.section.${section.id}`);
  if (!offered(section, opened, place.today())) return [h("h2", {}, title), h("p", { class: "help" }, say(`choices.when.${section.offer ?? ""}`))];
  if (section.to === undefined) return [sectionButton(place, opened, addition, section, done)];
  if (alternates.length === 0) return [h("h2", {}, title), h("p", { class: "help" }, say("choices.nobody_else"))];
  return [sectionButton(place, opened, addition, section, done), h("p", { class: "help" }, say("choices.only")), list(alternates.map(({ label }) => label))];
}

// The newest answer to each question counts.
function soFar({ form, report, said }: Choices): Child[] {
  const answers = Object.assign({}, ...said.map((one) => one.answers)) as OwnShown["answers"];
  const consents = report.sections.flatMap((section) => section.questions).filter(({ id }) => id === "may_speak" || id === "pass_on");
  const first = shownForm({ ...report, sections: [{ id: "", part: "first", questions: consents }] }, answers);
  const shown = [...first, ...shownForm(form, answers)];
  return shown.length === 0 ? [] : [h("h2", {}, say("choices.so_far")), ...shown];
}
