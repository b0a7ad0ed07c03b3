// A day, a month or a year, as much as a person wants to say; no calendar to fight with, numbers in every script.

import { h } from "../view.js";
import { say } from "../words.js";
import type { DateQuestion, Values } from "./definition.js";
import { digits } from "../digits.js";
import { described, errorOf, type Field, helpOf, labelText, mark, type Wording } from "./field.js";

const earliest = 1950;
const latest = 2100;

// "2026", "2026-03", "2026-03-14"; "" when nothing was said; undefined when there is no such day.
export function dateFrom(year: string, month: string, day: string): string | undefined {
  if (year === "" && month === "" && day === "") return "";
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!/^\d{4}$/.test(year) || y < earliest || y > latest) return undefined;
  if (month === "") return day === "" ? year : undefined;
  if (!/^\d{1,2}$/.test(month) || m < 1 || m > 12) return undefined;
  const start = `${year}-${String(m).padStart(2, "0")}`;
  if (day === "") return start;
  if (!/^\d{1,2}$/.test(day) || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  return `${start}-${String(d).padStart(2, "0")}`;
}

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
    const date = read();
    if (date === undefined) return say("form.date.wrong");
    return question.required === true && date === "" ? say("tell.needed") : undefined;
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
