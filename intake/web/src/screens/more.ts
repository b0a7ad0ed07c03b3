// Adding answers to a case that was sent: the same questions, sealed as a message of their own.

import { answersOf } from "../form/answers.js";
import { fieldsOf } from "../form/fields.js";
import type { Form, Section, Values } from "../form/definition.js";
import type { Place } from "../place.js";
import { ProgressLine } from "../progress_line.js";
import { code as codeOf, type OpenedCase } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, Notice, type Child } from "../view.js";
import { say } from "../words.js";

// What is being added; kept while the person goes back and forth between sections.
export interface Addition {
  form: Form;
  values: Values;
}

export function more(place: Place, opened: OpenedCase, addition: Addition, done: () => void): Child[] {
  const { form } = addition;
  return [
    heading(say("more.title")),
    h("p", {}, say("more.intro")),
    h("div", { class: "choices" }, ...form.sections.map((section) => sectionButton(place, opened, addition, section, done))),
  ];
}

export function sectionButton(place: Place, opened: OpenedCase, addition: Addition, section: Section, done: () => void): HTMLElement {
  const title = say(`form.${addition.form.id}.section.${section.id}`);
  return button(title, () => place.stage.show(() => add(place, opened, addition, section, done)), "second");
}

function add(place: Place, opened: OpenedCase, { form, values }: Addition, section: Section, done: () => void): Child[] {
  const notice = new Notice();
  const progress = new ProgressLine();
  progress.element.hidden = true;
  // Words meant for the identity object are not asked here: it is made once, with the report.
  const questions = section.questions.filter((question) => !("into" in question));
  const fields = fieldsOf(questions, values, `form.${form.id}`, `more-${form.id}`, () => undefined);
  const answers = () => answersOf({ ...form, sections: [{ ...section, part: "later", questions }] }, values);
  const send = button(say("more.send"), () => {
    if (fields.fault() !== undefined) return fields.focus();
    if (Object.keys(answers()).length === 0) return notice.say(say("more.none"));
    void go();
  });
  const go = async (): Promise<void> => {
    send.disabled = true;
    progress.element.hidden = false;
    try {
      await place.write(opened, { text: "", answers: answers(), files: [], to: section.to }, (step) => progress.show(step));
      for (const question of questions) delete values[question.id];
      done();
    } catch (fault) {
      const code = codeOf(fault);
      notice.say(code === "unreachable" ? say("sending.stopped") : say("error.other", { code }));
    } finally {
      send.disabled = false;
      progress.element.hidden = true;
    }
  };
  place.unsent = () => Object.keys(answers()).length > 0;
  return [heading(say(`form.${form.id}.section.${section.id}`)), ...fields.elements, notice.element, progress.element, send];
}
