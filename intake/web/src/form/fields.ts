// The fields of some questions, shown and hidden as their conditions say.

import { h } from "../view.js";
import { say } from "../words.js";
import { untouched } from "./answers.js";
import { choiceField } from "./choice_field.js";
import { dateField } from "./date_field.js";
import { met, type Question, type Values } from "./definition.js";
import type { Field, Wording } from "./field.js";
import { listField } from "./list_field.js";
import { textField } from "./text_field.js";

export interface FieldGroup {
  elements: HTMLElement[];
  // The first fault among the fields that are shown; each faulty field says its own.
  fault(): string | undefined;
  // Goes to the first faulty field, or to the first.
  focus(): void;
  // Nothing but presets stands in it.
  untouched(): boolean;
}

function notice(words: string): Field {
  return { element: h("p", { class: "careful" }, say(words)), fault: () => undefined, focus: () => undefined };
}

function field(question: Question, values: Values, wording: Wording, changed: () => void): Field {
  switch (question.type) {
    case "short":
    case "long":
      return textField(question, values, wording, changed);
    case "one":
    case "many":
      return choiceField(question, values, wording, changed);
    case "date":
      return dateField(question, values, wording, changed);
    case "list":
      return listField(question, values, wording, changed);
    case "notice":
      return notice(question.words ?? wording.path);
  }
}

export function fieldsOf(questions: readonly Question[], values: Values, path: string, id: string, changed: () => void): FieldGroup {
  const showWhatIsAsked = (): void => {
    for (const { question, made } of all) made.element.hidden = !met(question.when, values);
  };
  const all = questions.map((question) => ({
    question,
    made: field(question, values, { path: `${path}.${question.id}`, id: `${id}-${question.id}` }, () => {
      showWhatIsAsked();
      changed();
    }),
  }));
  const shown = (): Field[] => all.filter(({ question }) => met(question.when, values)).map(({ made }) => made);
  showWhatIsAsked();
  return {
    elements: all.map(({ made }) => made.element),
    fault: () => shown().map((one) => one.fault()).find((fault) => fault !== undefined),
    focus: () => (shown().find((one) => one.fault() !== undefined) ?? shown()[0])?.focus(),
    untouched: () => untouched(questions, values),
  };
}
