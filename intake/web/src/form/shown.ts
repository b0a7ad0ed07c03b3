// Answers as a person reads them again: each with its question, options in words.

import type { Answers } from "../../../../crypto/web/content/content.js";
import { h, ltr, quoted, type Child } from "../view.js";
import { known, say } from "../words.js";
import type { Form, Question } from "./definition.js";
import { optionLabel } from "./field.js";

function shownValue(question: Question, path: string, value: Answers[string]): Child[] {
  switch (question.type) {
    case "one":
      return [h("p", {}, optionLabel(path, String(value)))];
    case "many":
      return [h("p", {}, (value as string[]).map((option) => optionLabel(path, option)).join(" · "))];
    case "date":
      return [h("p", {}, ltr(String(value)))];
    case "list":
      return (value as Answers[]).map((entry, i) =>
        h("section", { class: "entry" }, h("h4", {}, say(`${path}.one`, { n: i + 1 })), ...shownAnswers(question.of, path, entry)),
      );
    case "short":
    case "long":
    case "notice":
      return [quoted(String(value))];
  }
}

export function shownAnswers(questions: readonly Question[], path: string, answers: Answers): HTMLElement[] {
  return questions.flatMap((question) => {
    const value = answers[question.id];
    if (value === undefined) return [];
    const own = `${path}.${question.id}`;
    return [h("div", { class: "answer" }, h("h3", {}, known(own) ? say(own) : question.id), ...shownValue(question, own, value))];
  });
}

export function shownForm(form: Form, answers: Answers): HTMLElement[] {
  return shownAnswers(form.sections.flatMap((section) => section.questions), `form.${form.id}`, answers);
}
