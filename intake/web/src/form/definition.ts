// A questionnaire as the office wrote it (intake/forms/): what is asked, in which order, under which condition.
// Its words are in the catalogues, named by its ids.

import type { Named } from "../named.js";

interface Asked {
  id: string;
  when?: Condition;
}

// Met when the answer to `question`, beside this one, is or contains one of `is`.
export interface Condition {
  question: string;
  is: string[];
}

export interface TextQuestion extends Asked {
  type: "short" | "long";
  required?: boolean;
  max_bytes: number;
  into?: "identity"; // goes into the identity object, never into the answers
  suggest?: "handlers"; // offers those who read the case or wrote in it, by role and public label
  people?: readonly Named[]; // who is offered, once it is known
}

export interface OneQuestion extends Asked {
  type: "one";
  into?: "identity"; // as of a text
  required?: boolean;
  preset?: string;
  options: string[];
}

export interface ManyQuestion extends Asked {
  type: "many";
  required?: boolean;
  preset?: string;
  alone?: string; // an option that stands without the others
  options: string[];
}

export interface DateQuestion extends Asked {
  type: "date"; // a year, a month or a day: 2026, 2026-03, 2026-03-14
  required?: boolean;
}

export interface ListQuestion extends Asked {
  type: "list";
  required?: boolean;
  most: number;
  of: Question[];
}

export interface Notice extends Asked {
  type: "notice"; // says something; nothing to answer
  words?: string; // the sentence's name, where it is not the question's own
}

export type Question = TextQuestion | OneQuestion | ManyQuestion | DateQuestion | ListQuestion | Notice;

export interface Section {
  id: string;
  part: "first" | "later" | "after"; // before the first sending, whenever the person likes, once a case is there
  offer?: "long-silence" | "decision"; // only then
  to?: "alternates"; // sealed to them alone
  when?: Condition;
  questions: Question[];
}

export interface Form {
  id: string;
  version: number;
  after?: { id: string; version: number }; // what may be decided once a case is there
  sections: Section[];
}

export type Value = string | string[] | Values[];
export interface Values {
  [id: string]: Value;
}

export function met(condition: Condition | undefined, values: Values): boolean {
  if (condition === undefined) return true;
  const answer = values[condition.question];
  if (typeof answer === "string") return condition.is.includes(answer);
  return Array.isArray(answer) && answer.some((one) => typeof one === "string" && condition.is.includes(one));
}

export function intoIdentity(question: Question): boolean {
  return "into" in question && question.into === "identity";
}

// Questions for a name, where one can be confided, stand under a sentence about its keepers. Where nobody keeps
// names, or too few keepers are left, that is said in their place.
export function askedForNames(questions: readonly Question[], names: "kept" | "lost" | "none"): Question[] {
  const first = questions.find(intoIdentity);
  if (first === undefined) return [...questions];
  const notice: Notice = { id: "keepers", type: "notice", words: `identity.${names}` };
  const told = first.when === undefined ? notice : { ...notice, when: first.when };
  return questions.flatMap((question) => {
    const shown = !intoIdentity(question) || names === "kept" ? [question] : [];
    return question === first ? [told, ...shown] : shown;
  });
}

// The sections that are asked, given what was answered so far.
export function asked(form: Form, part: Section["part"], values: Values): Section[] {
  return form.sections.filter((section) => section.part === part && met(section.when, values));
}
