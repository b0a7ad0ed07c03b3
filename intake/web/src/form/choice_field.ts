// One of several, or any of several: native radio buttons and check boxes in a field set.

import { button, h } from "../view.js";
import { say } from "../words.js";
import type { ManyQuestion, OneQuestion, Values } from "./definition.js";
import { choiceFault } from "./faults.js";
import { described, errorOf, type Field, helpOf, labelText, mark, optionLabel, type Wording } from "./field.js";

export function choiceField(question: OneQuestion | ManyQuestion, values: Values, wording: Wording, changed: () => void): Field {
  const { id, path } = wording;
  const help = helpOf(wording);
  const error = errorOf(wording);
  const many = question.type === "many";
  if (values[question.id] === undefined && question.preset !== undefined)
    values[question.id] = many ? [question.preset] : question.preset;

  const chosen = (): string[] => {
    const value = values[question.id];
    return typeof value === "string" ? (value === "" ? [] : [value]) : ((value as string[] | undefined) ?? []);
  };
  const boxes = question.options.map((option) => {
    const box = h("input", { type: many ? "checkbox" : "radio", name: id, value: option });
    box.checked = chosen().includes(option);
    box.addEventListener("change", () => {
      if (many) standTogether(question, boxes, box);
      const ticked = boxes.filter((one) => one.checked).map((one) => one.value);
      values[question.id] = many ? ticked : (ticked[0] ?? "");
      clear.hidden = ticked.length === 0;
      changed();
    });
    return box;
  });
  // A radio button cannot be taken back by itself; an optional answer can.
  const clear = button(say("form.one.clear"), () => {
    for (const box of boxes) box.checked = false;
    values[question.id] = "";
    clear.hidden = true;
    changed();
    boxes[0]?.focus();
  }, "second");
  clear.hidden = chosen().length === 0;
  clear.classList.add("small");

  const fault = (): string | undefined => {
    const sentence = choiceFault(question, chosen());
    return sentence === undefined ? undefined : say(sentence, { name: optionLabel(path, "alone" in question ? (question.alone ?? "") : "") });
  };
  const group = h(
    "fieldset",
    { "aria-describedby": described(wording, help) },
    h("legend", {}, ...labelText(path, question.required)),
    help,
    ...boxes.map((box) => h("label", { class: "tick" }, box, h("span", {}, optionLabel(path, box.value)))),
    many || question.required === true ? undefined : clear,
    error,
  );
  return { element: group, fault: () => mark(error, boxes, fault()), focus: () => (boxes.find((box) => box.checked) ?? boxes[0])?.focus() };
}

// "Nobody" and a name do not stand together: the newest tick counts.
function standTogether({ alone }: ManyQuestion, boxes: readonly HTMLInputElement[], newest: HTMLInputElement): void {
  if (alone === undefined || !newest.checked) return;
  for (const box of boxes) if ((box.value === alone) !== (newest.value === alone)) box.checked = false;
}
