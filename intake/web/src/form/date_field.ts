// A day, a month or a year, as much as a person wants to say; no calendar to fight with, numbers in every script.

import { h } from "../view.js";
import { say } from "../words.js";
import type { DateQuestion, Values } from "./definition.js";
import { digits } from "../digits.js";
import { dateFault, dateFrom } from "./faults.js";
import { described, errorOf, type Field, helpOf, labelText, mark, type Wording } from "./field.js";

export function dateField(question: DateQuestion, values: Values, wording: Wording, changed: () => void): Field {
  const { id, path } = wording;
  const help = helpOf(wording);
  const error = errorOf(wording);
  const before = typeof values[question.id] === "string" ? (values[question.id] as string).split("-") : [];
  const part = (name: "year" | "month" | "day", i: number, size: number): HTMLInputElement => {
    const input = h("input", { id: `${id}-${name}`, type: "text", inputmode: "numeric", autocomplete: "off", dir: "ltr", size: String(size), maxlength: String(size) });
    input.value = before[i] ?? "";
    return input;
  };
  const inputs = [part("year", 0, 4), part("month", 1, 2), part("day", 2, 2)] as const;
  const read = (): string | undefined => {
    const [year, month, day] = inputs.map((input) => digits(input.value.trim()));
    return dateFrom(year ?? "", month ?? "", day ?? "");
  };
  for (const input of inputs)
    input.addEventListener("input", () => {
      values[question.id] = read() ?? "";
      changed();
    });
  const fault = (): string | undefined => {
    const sentence = dateFault(question, read());
    return sentence === undefined ? undefined : say(sentence);
  };
  const names = ["year", "month", "day"] as const;
  const element = h(
    "fieldset",
    { class: "date", "aria-describedby": described(wording, help) },
    h("legend", {}, ...labelText(path, question.required)),
    help,
    h("div", { class: "row" }, ...inputs.map((input, i) => h("div", {}, h("label", { for: input.id }, say(`form.date.${names[i] ?? "year"}`)), input))),
    error,
  );
  return { element, fault: () => mark(error, inputs, fault()), focus: () => inputs[0].focus() };
}
