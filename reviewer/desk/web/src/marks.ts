// What does not fit the questionnaire that was answered. Nothing is hidden or refused for it: the officer sees what
// came, and the mark beside it. What is needed, how long, which days there are: the rules of the reporter's page say so.
// Here stands only what the fields of that page cannot give.

import { intoIdentity, met, type Question, type Section, type Value, type Values } from "../../../../intake/web/src/form/definition.js";
import { faultsIn } from "../../../../intake/web/src/form/faults.js";
import { together } from "./received.js";

export interface Mark {
  place: string; // as of a page's fault: "what"; in a list "acts.1.when", entries counted from 0
  sentence: string; // "mark.<sentence>" in words.json
  option?: string; // the one that none of the choices is
  most?: number;
}

type Told = (mark: Mark) => void;

// A preset was on the page; where the answer did not come, nobody knows that it was left standing.
function withoutPreset(question: Question): Question {
  if (question.type === "list") return { ...question, of: question.of.map(withoutPreset) };
  if (question.type !== "one" && question.type !== "many") return question;
  const { preset: _, ...rest } = question;
  return rest;
}

function fitting(question: Question, value: Value, place: string, tell: Told): Value | undefined {
  const texts = Array.isArray(value) && value.every((one) => typeof one === "string");
  switch (question.type) {
    case "short":
    case "long":
      if (typeof value === "string") return value;
      break;
    case "date":
      if (typeof value === "string" && /^(\d{4}(-\d\d){0,2})?$/.test(value)) return value;
      break;
    case "one":
      if (typeof value !== "string") break;
      if (value === "" || question.options.includes(value)) return value;
      tell({ place, sentence: "option", option: value });
      return undefined;
    case "many": {
      if (!texts) break;
      const strange = (value as string[]).filter((option) => !question.options.includes(option));
      for (const option of strange) tell({ place, sentence: "option", option });
      return (value as string[]).filter((option) => !strange.includes(option));
    }
    case "list":
      if (!Array.isArray(value) || value.some((one) => typeof one === "string")) break;
      if (value.length > question.most) tell({ place, sentence: "most", most: question.most });
      return (value as Values[]).map((entry, n) => fittingIn(question.of, entry, together(), `${place}.${n}.`, tell));
    case "notice":
      break;
  }
  tell({ place, sentence: "kind" });
  return undefined;
}

// What fits of some answers. `beside`: others that conditions may rest on.
function fittingIn(questions: readonly Question[], given: Values, beside: Values, where: string, tell: Told): Values {
  const out = together();
  for (const [id, value] of Object.entries(given)) {
    const question = questions.find((one) => one.id === id);
    if (question === undefined) tell({ place: where + id, sentence: "unknown" });
    else if (intoIdentity(question)) tell({ place: where + id, sentence: "identity" });
    else {
      const fits = fitting(question, value, where + id, tell);
      if (fits !== undefined) out[id] = fits;
    }
  }
  const all = together(beside, out);
  for (const question of questions)
    if (question.id in given && !intoIdentity(question) && !met(question.when, all)) tell({ place: where + question.id, sentence: "unasked" });
  return out;
}

// Of the answers to one section, in the order of its questions. `beside`: what was said outside of it, before or with it.
export function marksOf(section: Section, given: Values, beside: Values): Mark[] {
  const marks: Mark[] = [];
  const fits = fittingIn(section.questions, given, beside, "", (mark) => marks.push(mark));
  const all = together(beside, fits);
  if (!met(section.when, all)) {
    const named = marks.filter(({ sentence }) => sentence === "unasked").map(({ place }) => place);
    const others = Object.keys(given).filter((id) => !named.includes(id));
    return [...marks, ...others.map((place) => ({ place, sentence: "unasked" }))];
  }
  const judged = marks.filter(({ sentence }) => sentence !== "most").map(({ place }) => place);
  const asked = section.questions.filter((question) => !intoIdentity(question)).map(withoutPreset);
  const faults = faultsIn(asked, all).filter(({ place }) => !judged.some((one) => place === one || place.startsWith(`${one}.`)));
  return [...marks, ...faults];
}

// Those of a question, an entry or an answer in it; and those of it alone.
export const marksWithin = (marks: readonly Mark[], place: string): Mark[] =>
  marks.filter((mark) => mark.place === place || mark.place.startsWith(`${place}.`));
export const marksAt = (marks: readonly Mark[], place: string): Mark[] => marks.filter((mark) => mark.place === place);
