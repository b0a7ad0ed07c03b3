// What a person is writing. It lives in this page's memory and nowhere else.

import { ChosenFiles } from "./files/chosen.js";
import { answersOf, identityOf } from "./form/answers.js";
import type { Form, Values } from "./form/definition.js";
import type { Answers, GivenIdentity } from "../../../crypto/web/content/content.js";

export class Draft {
  readonly excluded = new Set<string>(); // person ids, hex
  readonly files = new ChosenFiles();
  private chosen: Form | undefined;
  private readonly written = new Map<string, Values>(); // by form: changing one's mind loses nothing

  choose(form: Form): void {
    this.chosen = form;
  }

  get form(): Form {
    if (this.chosen === undefined) throw new Error("no form chosen");
    return this.chosen;
  }

  get values(): Values {
    const values = this.written.get(this.form.id) ?? {};
    this.written.set(this.form.id, values);
    return values;
  }

  get answers(): Answers {
    return answersOf(this.form, this.values);
  }

  get identity(): GivenIdentity | undefined {
    return identityOf(this.form, this.values);
  }

  get started(): boolean {
    return this.files.list.length > 0 || [...this.written.values()].some((values) => saysAnything(values));
  }
}

function saysAnything(values: Values): boolean {
  return Object.values(values).some((value) =>
    typeof value === "string" ? value.trim() !== "" : value.some((one) => (typeof one === "string" ? one !== "" : saysAnything(one))),
  );
}
