// Questions of a form as fields with their label, help and error tied together for screen readers.

import type { Draft, Form, Question } from "./draft.js";
import { h } from "./view.js";
import { known, say } from "./words.js";

export interface Field {
  element: HTMLElement;
  // The sentence that says what to change, or undefined when the answer can go on.
  fault(): string | undefined;
  focus(): void;
}

function describe(id: string, help: string | undefined, error: HTMLElement): Record<string, string> {
  return { "aria-describedby": help === undefined ? error.id : `${id}-help ${error.id}` };
}

function field(form: Form, question: Question, draft: Draft): Field {
  const id = `${form.id}-${question.id}`;
  const name = `form.${form.id}.${question.id}`;
  const help = known(`${name}.help`) ? say(`${name}.help`) : undefined;
  const error = h("p", { class: "error", id: `${id}-error` });
  const attributes = { id, autocomplete: "off", ...describe(id, help, error) };
  const input =
    question.type === "long"
      ? h("textarea", { ...attributes, rows: "9", dir: "auto" })
      : h("input", { ...attributes, type: "text", dir: "auto" });
  if (question.required) input.setAttribute("aria-required", "true");
  input.value = draft.answers.get(question.id) ?? "";
  input.addEventListener("input", () => draft.answers.set(question.id, input.value));

  const fault = (): string | undefined => {
    if (question.required && input.value.trim() === "") return say("tell.needed");
    if (new TextEncoder().encode(input.value).length > question.max_bytes) return say("tell.long");
    return undefined;
  };
  return {
    element: h(
      "div",
      { class: "field" },
      h("label", { for: id }, say(name)),
      help === undefined ? undefined : h("p", { class: "help", id: `${id}-help` }, help),
      input,
      error,
    ),
    fault: () => {
      const sentence = fault();
      error.textContent = sentence ?? "";
      input.setAttribute("aria-invalid", sentence === undefined ? "false" : "true");
      return sentence;
    },
    focus: () => input.focus(),
  };
}

export function fields(form: Form, draft: Draft): Field[] {
  return form.questions.map((question) => field(form, question, draft));
}

// The first field that has to change gets the focus.
export function allGood(all: readonly Field[]): boolean {
  const faulty = all.filter((one) => one.fault() !== undefined);
  faulty[0]?.focus();
  return faulty.length === 0;
}
