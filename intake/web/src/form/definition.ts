// A questionnaire as the office wrote it (intake/forms/): what is asked, in which order, under which condition.
// Its words are in the catalogues, named by its ids.

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
}

export interface OneQuestion extends Asked {
  type: "one";
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

// Where nobody keeps names apart, they are not asked for: in their place it is said why.
export function withoutNames(questions: readonly Question[]): Question[] {
  const names = questions.filter((question) => "into" in question && question.into === "identity");
  return questions.flatMap((question) => {
    if (!names.includes(question)) return [question];
    if (question !== names[0]) return [];
    const notice: Notice = { id: question.id, type: "notice", words: "identity.none" };
    return [question.when === undefined ? notice : { ...notice, when: question.when }];
  });
}

// The sections that are asked, given what was answered so far.
export function asked(form: Form, part: Section["part"], values: Values): Section[] {
  return form.sections.filter((section) => section.part === part && met(section.when, values));
}
