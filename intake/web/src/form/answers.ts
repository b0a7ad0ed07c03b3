// From what stands in the fields to the answers that are sealed: empty ones left out, texts tidied, so that the
// same input gives the same octets on every path.

import type { Answers, GivenIdentity } from "../../../../crypto/web/content/content.js";
import { intoIdentity, met, type Form, type Question, type Section, type Value, type Values } from "./definition.js";

// Line ends as \n, nothing around the words, no half characters: what JSON writes is what every reader reads.
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\p{Surrogate}/gu, "\ufffd").trim();
}

function answer(question: Question, value: Value | undefined): Answers[string] | undefined {
  switch (question.type) {
    case "notice":
      return undefined;
    case "short":
    case "long":
    case "one":
    case "date": {
      const text = typeof value === "string" ? tidy(value) : "";
      return text === "" ? undefined : text;
    }
    case "many": {
      const ticked = question.options.filter((option) => (value as string[] | undefined)?.includes(option));
      return ticked.length === 0 ? undefined : ticked;
    }
    case "list": {
      const entries = ((value as Values[] | undefined) ?? []).map((entry) => answersTo(question.of, entry, true));
      const filled = entries.filter((entry, i) => saysSomething(question.of, (value as Values[])[i] ?? {}) && Object.keys(entry).length > 0);
      return filled.length === 0 ? undefined : filled;
    }
  }
}

// A preset alone says nothing: an entry nobody wrote in is not sent.
function saysSomething(questions: readonly Question[], values: Values): boolean {
  return questions.some((question) => {
    const given = answer(question, values[question.id]);
    return given !== undefined && !("preset" in question && question.preset === given);
  });
}

// Nothing but presets stands in it.
export function untouched(questions: readonly Question[], values: Values): boolean {
  return questions.every((question) => {
    const value = values[question.id];
    if (value === undefined || value.length === 0) return true;
    if (question.type === "list") return (value as Values[]).every((entry) => untouched(question.of, entry));
    return "preset" in question && String(value) === question.preset;
  });
}

function answersTo(questions: readonly Question[], values: Values, asked: boolean): Answers {
  const out: Answers = {};
  for (const question of questions) {
    if (!asked || !met(question.when, values) || intoIdentity(question)) continue;
    const given = answer(question, values[question.id]);
    if (given !== undefined) out[question.id] = given;
  }
  return out;
}

export function sectionAnswered(section: Section, values: Values): boolean {
  return met(section.when, values) && saysSomething(section.questions, values);
}

// Of the sections named, or of all. A later section in which nothing was said is left out with its presets.
export function answersOf(form: Form, values: Values, sections: readonly Section[] = form.sections): Answers {
  const out: Answers = {};
  for (const section of form.sections) {
    if (!sections.includes(section) || !met(section.when, values)) continue;
    if (section.part !== "first" && !sectionAnswered(section, values)) continue;
    Object.assign(out, answersTo(section.questions, values, true));
  }
  return out;
}

// What the person gave for the identity object; undefined when nothing.
export function identityOf(form: Form, values: Values): GivenIdentity | undefined {
  const given: Record<string, string> = {};
  for (const section of form.sections)
    for (const question of section.questions)
      if (intoIdentity(question) && met(section.when, values) && met(question.when, values))
        given[question.id] = tidy(typeof values[question.id] === "string" ? (values[question.id] as string) : "");
  const { name = "", contact = "", known } = given;
  return name === "" && contact === "" ? undefined : { name, contact, known: known === "investigators" ? known : "office" };
}
