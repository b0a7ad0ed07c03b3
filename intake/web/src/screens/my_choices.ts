// What the holder of a code may decide: each choice is a questionnaire's section, sealed as a message of its own, and
// what was said so far stands below.

import type { CaseRoom } from "../case_room.js";
import { shownForm } from "../form/shown.js";
import type { Form, Section } from "../form/definition.js";
import { named } from "../named.js";
import type { OwnShown, Reader } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, list, type Child } from "../view.js";
import { say } from "../words.js";
import { dated } from "./case_parts.js";
import { add, type Addition } from "./more.js";
import { withdrawal } from "./withdrawal.js";

interface Choices {
  form: Form;
  report: Form;
  said: readonly OwnShown[];
  alternates: readonly Reader[];
}

// This one has its own place, beside the decision.
const elsewhere = ["read"];

async function choicesOf(room: CaseRoom): Promise<Choices | undefined> {
  const { place, opened } = room;
  const said = await room.own();
  const report = said[0]?.form === undefined ? undefined : await place.formOf(said[0].form);
  const form = await place.choicesOf(report);
  return report === undefined || form === undefined ? undefined : { form, report, said, alternates: await place.alternates(opened) };
}

export async function choosing(room: CaseRoom): Promise<void> {
  const choices = await choicesOf(room);
  if (choices !== undefined) room.place.stage.show(() => myChoices(room, choices));
}

// One choice by its section's name, from wherever it is offered.
export async function choiceScreen(room: CaseRoom, name: string): Promise<void> {
  const choices = await choicesOf(room);
  const section = choices?.form.sections.find(({ id }) => id === name);
  if (choices === undefined || section === undefined) return;
  if (section.to !== undefined && choices.alternates.length === 0)
    return room.place.stage.show(() => [heading(titleOf(choices.form, section)), h("p", {}, say("choices.nobody_else"))]);
  show(room, choices, section);
}

function offered({ offer }: Section, room: CaseRoom, said: readonly OwnShown[]): boolean {
  if (offer === undefined) return true;
  if (offer === "decision") return room.newestWith("decision") !== undefined;
  const promised = room.promised(said);
  return promised !== undefined && room.secondLookFrom(promised) <= room.place.today();
}

function titleOf(form: Form, section: Section): string {
  return say(`form.${form.id}.section.${section.id}`);
}

function show(room: CaseRoom, choices: Choices, section: Section): void {
  const addition: Addition = { form: choices.form, values: room.draft.values(choices.form), names: "none" };
  room.place.stage.show(() => add(room, addition, section));
}

function myChoices(room: CaseRoom, choices: Choices): Child[] {
  const { form, said } = choices;
  return [
    heading(say("choices.title")),
    h("p", {}, say("choices.intro")),
    ...withdrawal(room, room.withdrawn(said)),
    ...form.sections.filter(({ id }) => !elsewhere.includes(id)).map((section) => h("div", { class: "choice" }, ...choice(room, choices, section))),
    ...soFar(choices),
  ];
}

function choice(room: CaseRoom, choices: Choices, section: Section): Child[] {
  const { form, said, alternates } = choices;
  const title = titleOf(form, section);
  if (!offered(section, room, said)) return [h("h2", {}, title), ...notYet(room, section, said)];
  const go = button(title, () => show(room, choices, section), "second");
  if (section.to === undefined) return [go];
  if (alternates.length === 0) return [h("h2", {}, title), h("p", { class: "help" }, say("choices.nobody_else"))];
  return [go, h("p", { class: "help" }, say("choices.only")), list(alternates.map(named))];
}

function notYet(room: CaseRoom, { offer }: Section, said: readonly OwnShown[]): Child[] {
  const promised = offer === "long-silence" ? room.promised(said) : undefined;
  const from = promised === undefined ? undefined : dated("choices.from", room.secondLookFrom(promised));
  return [h("p", { class: "help" }, say(`choices.when.${offer ?? ""}`)), from];
}

// The newest answer to each question counts.
function soFar({ form, report, said }: Choices): Child[] {
  const answers = Object.assign({}, ...said.map((one) => one.answers)) as OwnShown["answers"];
  const consents = report.sections.flatMap((section) => section.questions).filter(({ id }) => id === "may_speak" || id === "pass_on");
  const first = shownForm({ ...report, sections: [{ id: "", part: "first", questions: consents }] }, answers);
  const shown = [...first, ...shownForm(form, answers)];
  return shown.length === 0 ? [] : [h("h2", {}, say("choices.so_far")), ...shown];
}
