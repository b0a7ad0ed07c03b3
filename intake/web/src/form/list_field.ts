// Several of the same: acts, persons, witnesses. Each entry is a group with its own fields and a way to remove it.

import { button, h, Notice } from "../view.js";
import { say } from "../words.js";
import type { ListQuestion, Values } from "./definition.js";
import { errorOf, type Field, helpOf, labelText, mark, type Wording } from "./field.js";
import { fieldsOf, type FieldGroup } from "./fields.js";

// Where an entry has to say something, the rest of it is folded away until it is wanted or was answered.
function laidOut({ required, of }: ListQuestion, group: FieldGroup, entry: Values): HTMLElement[] {
  const needed = (i: number): boolean => required !== true || (of[i] !== undefined && "required" in of[i] && of[i].required === true);
  const rest = group.elements.filter((_, i) => !needed(i));
  if (rest.length === 0) return group.elements;
  const open = of.some(({ id }, i) => !needed(i) && (entry[id]?.length ?? 0) > 0);
  return [...group.elements.filter((_, i) => needed(i)), h("details", { open }, h("summary", {}, say("form.list.more")), ...rest)];
}

export function listField(question: ListQuestion, values: Values, wording: Wording, changed: () => void): Field {
  const { id, path } = wording;
  const entries = (values[question.id] ??= []) as Values[];
  const error = errorOf(wording);
  const notice = new Notice();
  const body = h("div", { class: "entries" });
  let groups: FieldGroup[] = [];
  let drawn = 0; // keeps ids unique when entries come and go

  const draw = (): void => {
    groups = entries.map((entry) => fieldsOf(question.of, entry, path, `${id}-${drawn++}`, changed));
    body.replaceChildren(...groups.map((group, i) => {
      const name = say(`${path}.one`, { n: i + 1 });
      const remove = button(say("form.list.remove", { name }), () => {
        entries.splice(i, 1);
        draw();
        changed();
        add.focus();
      }, "second");
      remove.classList.add("small");
      const removable = entries.length > 1 || question.required !== true;
      return h("fieldset", { class: "entry" }, h("legend", {}, name), ...laidOut(question, group, entries[i] ?? {}), removable ? remove : undefined);
    }));
    add.hidden = entries.length >= question.most;
    notice.say(entries.length >= question.most ? say("form.list.most") : "");
  };
  const add = button(say(`${path}.add`), () => {
    entries.push({});
    draw();
    groups.at(-1)?.focus();
  }, "second");
  if (entries.length === 0) entries.push({});
  draw();

  const untouched = (i: number): boolean => question.required !== true && groups[i]?.untouched() === true;
  return {
    element: h("section", { class: "list", "aria-labelledby": `${id}-name` },
      h("h2", { id: `${id}-name` }, ...labelText(path, question.required)), helpOf(wording), body, error, notice.element, add),
    fault: () => mark(error, [], groups.map((group, i) => (untouched(i) ? undefined : group.fault())).find((fault) => fault !== undefined)),
    focus: () => {
      const faulty = groups.findIndex((group, i) => !untouched(i) && group.fault() !== undefined);
      const fold = body.children[faulty]?.querySelector("details");
      if (fold?.querySelector('[aria-invalid="true"]')) fold.open = true;
      groups[Math.max(faulty, 0)]?.focus();
    },
  };
}
