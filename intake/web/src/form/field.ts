// What every kind of field has: its label, help and error tied together for screen readers.

import { h, type Child } from "../view.js";
import { known, say } from "../words.js";

export interface Field {
  element: HTMLElement;
  // The sentence that says what to change, or undefined when the answer can go on.
  fault(): string | undefined;
  focus(): void;
}

// Words of a form: `form.misconduct.where`, and `option.yes` for options that many forms share.
export interface Wording {
  path: string; // "form.misconduct.where"
  id: string; // unique in the page
}

export function optionLabel(path: string, option: string): string {
  const own = `${path}.${option}`;
  return known(own) ? say(own) : say(`option.${option}`);
}

export function helpOf({ path, id }: Wording): HTMLElement | undefined {
  return known(`${path}.help`) ? h("p", { class: "help", id: `${id}-help` }, say(`${path}.help`)) : undefined;
}

export function errorOf({ id }: Wording): HTMLElement {
  return h("p", { class: "error", id: `${id}-error` });
}

export function described({ id }: Wording, help: HTMLElement | undefined): string {
  return help === undefined ? `${id}-error` : `${id}-help ${id}-error`;
}

export function labelText(path: string, required: boolean | undefined): Child[] {
  return required === true ? [say(path)] : [say(path), " ", h("span", { class: "optional" }, say("form.optional"))];
}

// Shows the sentence at its field, or takes it away.
export function mark(error: HTMLElement, inputs: readonly HTMLElement[], sentence: string | undefined): string | undefined {
  error.textContent = sentence ?? "";
  for (const input of inputs) input.setAttribute("aria-invalid", sentence === undefined ? "false" : "true");
  return sentence;
}
