// Adding answers to a case that was sent: the same questions, sealed as a message of their own.

import type { CaseRoom } from "../case_room.js";
import { answersOf, identityOf } from "../form/answers.js";
import { fieldsOf } from "../form/fields.js";
import { askedForNames, type Form, intoIdentity, type Question, type Section, type Values } from "../form/definition.js";
import { namedText } from "../named.js";
import type { Names } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { say } from "../words.js";
import { recusal } from "./recusal.js";
import { sender } from "./sender.js";

// What is being added; kept while the person goes back and forth between sections.
export interface Addition {
  form: Form;
  values: Values;
  names: Names;
}

export function more(room: CaseRoom, addition: Addition): Child[] {
  const { form } = addition;
  return [
    heading(say("more.title")),
    h("p", {}, say("more.intro")),
    h("div", { class: "choices" }, ...form.sections.filter(({ part }) => part !== "after").map((section) => sectionButton(room, addition, section))),
  ];
}

function sectionButton(room: CaseRoom, addition: Addition, section: Section): HTMLElement {
  const title = say(`form.${addition.form.id}.section.${section.id}`);
  return button(title, () => room.place.stage.show(() => add(room, addition, section)), "second");
}

export function add(room: CaseRoom, { form, values, names }: Addition, section: Section): Child[] {
  const { questions } = section;
  const fields = fieldsOf(suggesting(room, askedForNames(questions, names)), values, `form.${form.id}`, `more-${form.id}`, () => undefined);
  // Beside a name always the same answers, so that a message does not tell whether one was given.
  const part = questions.some(intoIdentity) ? "first" : "later";
  // Whoever opens a section wants it asked, whatever the report said to come here.
  const said: Form = { ...form, sections: [{ id: section.id, part, questions }] };
  const answers = () => answersOf(said, values);
  const identity = () => (names === "kept" ? identityOf(said, values) : undefined);
  const asWritten = () => questions.map(({ id }) => JSON.stringify(values[id]));
  let sent: (string | undefined)[] = [];
  const send = sender(room, {
    what: `${form.id}.${section.id}`,
    label: say("more.send"),
    wanting: () => {
      if (fields.fault() === undefined) return Object.keys(answers()).length === 0 ? say("more.none") : undefined;
      fields.focus();
      return "";
    },
    written: () => {
      sent = asWritten();
      return { text: "", answers: answers(), files: [], identity: identity(), to: section.to };
    },
    // What was changed meanwhile stays.
    arrived: () => {
      const now = asWritten();
      questions.forEach(({ id }, n) => now[n] === sent[n] && delete values[id]);
    },
  });
  const asked = section.to === undefined ? recusal(room.place, room.opened) : [];
  return [heading(say(`form.${form.id}.section.${section.id}`)), ...fields.elements, ...asked, send];
}

// Where a question asks for a handler, those are offered who read the case or wrote in it.
function suggesting({ place, opened }: CaseRoom, questions: readonly Question[]): Question[] {
  const all = [...opened.replies.map(({ author }) => author), ...place.office.readers];
  const people = [...new Map(all.map((person) => [namedText(person), person])).values()];
  return questions.map((question) => ("suggest" in question && question.suggest === "handlers" ? { ...question, people } : question));
}
