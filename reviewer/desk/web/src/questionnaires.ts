// How an answer reads: the question it was given to, and its options in words. The definitions are those of
// intake/forms/, every version, so that an old answer reads as it was asked.

import type { Answer } from "./api.js";

interface Question {
  id: string;
  type: string;
  options?: string[];
  of?: Question[];
}

interface Form {
  id: string;
  after?: { id: string; version: number }; // what its reporters may decide later; its ids are none of the form's
  sections: { questions: Question[] }[];
}

export interface Questionnaires {
  forms: Record<string, Form>; // by "misconduct.1"
  words: Record<string, string>;
}

export const noQuestionnaires: Questionnaires = { forms: {}, words: {} };

export async function loadQuestionnaires(): Promise<Questionnaires> {
  const answer = await fetch("/questionnaires.json");
  return answer.ok ? ((await answer.json()) as Questionnaires) : noQuestionnaires;
}

// "acts.2.when": entry 2 of the list "acts", its question "when".
export function inWords(
  { forms, words }: Questionnaires,
  form: string | undefined,
  answer: Answer,
): { question: string; said: string } {
  const given = "values" in answer ? answer.values : [answer.value];
  const asItIs = { question: answer.id, said: given.join("; ") };
  const parts = answer.id.split(".");
  const [list, entry] = parts.length === 3 ? parts : [];
  const asked = form === undefined ? undefined : forms[form];
  const after = asked?.after === undefined ? undefined : forms[`${asked.after.id}.${asked.after.version}`];
  const holds = (one: Form | undefined): boolean =>
    one?.sections.some(({ questions }) => questions.some(({ id }) => id === parts[0])) === true;
  const definition = [asked, after].find(holds);
  if (definition === undefined) return asItIs;
  const top = definition.sections.flatMap((section) => section.questions);
  const beside = list === undefined ? top : top.find(({ id }) => id === list)?.of;
  const question = beside?.find(({ id }) => id === parts.at(-1));
  if (question === undefined) return asItIs;
  const path = ["form", definition.id, ...(list === undefined ? [] : [list]), question.id].join(".");
  const options = (code: string): string => words[`${path}.${code}`] ?? words[`option.${code}`] ?? code;
  const one = list === undefined ? "" : `${(words[`form.${definition.id}.${list}.one`] ?? list).replace("{n}", entry ?? "")} · `;
  return {
    question: one + (words[path] ?? question.id),
    said: question.options === undefined ? given.join("; ") : given.map(options).join("; "),
  };
}
