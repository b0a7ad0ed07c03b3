// What was asked, by the version that the answers were given for, and how its questions and options read. The definitions
// are those of intake/forms/, every version; an answer stands in the order and under the titles of its own.

import { met, type Form, type Section, type Values } from "../../../../intake/web/src/form/definition.js";
import { marksOf, type Mark } from "./marks.js";
import { together } from "./received.js";

export interface Questionnaires {
  forms: Record<string, Form>; // by "misconduct.1"
  words: Record<string, string>;
}

export const noQuestionnaires: Questionnaires = { forms: {}, words: {} };

export async function loadQuestionnaires(): Promise<Questionnaires> {
  const answer = await fetch("/questionnaires.json");
  return answer.ok ? ((await answer.json()) as Questionnaires) : noQuestionnaires;
}

// The questionnaire of a case's report, and that of what its reporter may decide later; none that is not known here.
export function formsOf({ forms }: Questionnaires, form: string | undefined): Form[] {
  const asked = form === undefined ? undefined : forms[form];
  const after = asked?.after === undefined ? undefined : forms[`${asked.after.id}.${asked.after.version}`];
  return [asked, after].filter((one) => one !== undefined);
}

export interface AnsweredSection {
  form: string; // its id
  section: Section;
  given: Values;
  marks: Mark[];
}

export interface Answered {
  sections: AnsweredSection[];
  strange: Values; // answers to no question of these questionnaires
}

// `given` in one message; `before`: what its writer had said until then. `first`: whether it is the report, in which
// everything that comes before the first sending was asked.
export function answered(forms: readonly Form[], given: Values, before: Values, first: boolean): Answered {
  const strange = together(given);
  const sections = forms.flatMap(({ id: form, sections: asked }) =>
    asked.flatMap((section): AnsweredSection[] => {
      const own = together();
      const beside = together(before, given);
      for (const { id } of section.questions) {
        if (id in given) own[id] = given[id] ?? "";
        delete beside[id];
        delete strange[id];
      }
      const whole = first && section.part === "first" && met(section.when, beside);
      if (!whole && Object.keys(own).length === 0) return [];
      const marks = marksOf(section, own, beside);
      return Object.keys(own).length === 0 && marks.length === 0 ? [] : [{ form, section, given: own, marks }];
    }),
  );
  return { sections, strange };
}

// The words of a question or section by its path ("form.protection.acts.what"), or the last name of it.
export function wordsOf({ words }: Questionnaires, path: string): string {
  return words[path] ?? path.split(".").at(-1) ?? path;
}

export function optionWords({ words }: Questionnaires, path: string, option: string): string {
  return words[`${path}.${option}`] ?? words[`option.${option}`] ?? option;
}

export function entryWords({ words }: Questionnaires, path: string, n: number): string {
  return (words[`${path}.one`] ?? "{n}").replace("{n}", String(n));
}
