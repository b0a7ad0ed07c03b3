// What the holder of a code is writing to the office and has not sent. Like the draft of a report it lives in this page's
// memory and nowhere else, and stays while the person looks at other screens or at the case anew.

import { ChosenFiles } from "./files/chosen.js";
import { untouched } from "./form/answers.js";
import type { Form, Values } from "./form/definition.js";

export class CaseDraft {
  text = "";
  keepsRecused = false; // whether those whom the office named as out of the case read on
  private told = new Set<string>(); // of whom that was said
  readonly files = new ChosenFiles();
  private readonly written = new Map<string, { form: Form; values: Values }>(); // by form and version

  values(form: Form): Values {
    const name = `${form.id}.${form.version}`;
    const kept = this.written.get(name) ?? { form, values: {} };
    this.written.set(name, kept);
    return kept.values;
  }

  // Said of one person, it is not said of the next whom the office names.
  tellOf(people: readonly string[]): void {
    if (people.some((person) => !this.told.has(person))) this.keepsRecused = false;
    this.told = new Set(people);
  }

  get started(): boolean {
    const answered = [...this.written.values()].some(({ form, values }) => form.sections.some(({ questions }) => !untouched(questions, values)));
    return this.text.trim() !== "" || this.files.list.length > 0 || answered;
  }
}
