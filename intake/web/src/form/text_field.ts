import { named, namedText } from "../named.js";
import { h } from "../view.js";
import { say } from "../words.js";
import type { TextQuestion, Values } from "./definition.js";
import { textFault } from "./faults.js";
import { described, errorOf, type Field, helpOf, labelText, mark, type Wording } from "./field.js";

export function textField(question: TextQuestion, values: Values, wording: Wording, changed: () => void): Field {
  const { id, path } = wording;
  const help = helpOf(wording);
  const error = errorOf(wording);
  const attributes = { id, autocomplete: "off", dir: "auto", "aria-describedby": described(wording, help) };
  const input =
    question.type === "long" ? h("textarea", { ...attributes, rows: "7" }) : h("input", { ...attributes, type: "text" });
  if (question.required === true) input.setAttribute("aria-required", "true");
  const before = values[question.id];
  input.value = typeof before === "string" ? before : "";
  input.addEventListener("input", () => {
    values[question.id] = input.value;
    changed();
  });
  // A person who is tapped is written into the field, where it can be changed.
  const suggested = (question.people ?? []).map((person) => {
    const onclick = (): void => {
      input.value = values[question.id] = namedText(person);
      changed();
      input.focus();
    };
    return h("button", { type: "button", class: "second", onclick }, named(person));
  });
  const fault = (): string | undefined => {
    const sentence = textFault(question, input.value);
    return sentence === undefined ? undefined : say(sentence);
  };
  return {
    element: h("div", { class: "field" }, h("label", { for: id }, ...labelText(path, question.required)), help,
      suggested.length === 0 ? undefined : h("div", { class: "choices" }, ...suggested), input, error),
    fault: () => mark(error, [input], fault()),
    focus: () => input.focus(),
  };
}
