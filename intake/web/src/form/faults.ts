// What keeps answers from going on, by the name of its sentence: asked on every path in the same way. The twin of
// intake/client/faults.h; both are held to tests/intake/answers/.

import { tidy } from "./answers.js";
import { met, type DateQuestion, type ManyQuestion, type OneQuestion, type Question, type TextQuestion, type Values } from "./definition.js";

const earliest = 1950;
const latest = 2100;

export interface FaultAt {
  place: string; // "what"; in a list "acts.1.when", entries counted from 0
  sentence: string;
}

// "2026", "2026-03", "2026-03-14"; "" when nothing was said; undefined when there is no such day.
export function dateFrom(year: string, month: string, day: string): string | undefined {
  if (year === "" && month === "" && day === "") return "";
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!/^\d{4}$/.test(year) || y < earliest || y > latest) return undefined;
  if (month === "") return day === "" ? year : undefined;
  if (!/^\d{1,2}$/.test(month) || m < 1 || m > 12) return undefined;
  const start = `${year}-${String(m).padStart(2, "0")}`;
  if (day === "") return start;
  if (!/^\d{1,2}$/.test(day) || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  return `${start}-${String(d).padStart(2, "0")}`;
}

export function textFault({ required, max_bytes }: TextQuestion, typed: string): string | undefined {
  const text = tidy(typed);
  if (required === true && text === "") return "tell.needed";
  return new TextEncoder().encode(text).length > max_bytes ? "tell.long" : undefined;
}

// `date` as dateFrom answers it.
export function dateFault({ required }: DateQuestion, date: string | undefined): string | undefined {
  if (date === undefined) return "form.date.wrong";
  return required === true && date === "" ? "tell.needed" : undefined;
}

export function choiceFault(question: OneQuestion | ManyQuestion, chosen: readonly string[]): string | undefined {
  if (question.required === true && chosen.length === 0) return question.type === "many" ? "form.tick" : "form.choose";
  const alone = question.type === "many" && question.alone !== undefined && chosen.length > 1 && chosen.includes(question.alone);
  return alone ? "form.alone" : undefined;
}

function chosenIn(question: OneQuestion | ManyQuestion, values: Values): string[] {
  const value = values[question.id] ?? question.preset ?? [];
  return typeof value === "string" ? [value].filter((one) => one !== "") : (value as string[]);
}

function textIn(question: Question, values: Values): string {
  const value = values[question.id];
  return typeof value === "string" ? value : "";
}

function untouched(questions: readonly Question[], entry: Values): boolean {
  return questions.every((question) => {
    if (question.type === "list") return entriesIn(question.id, entry).every((one) => untouched(question.of, one));
    if (question.type !== "one" && question.type !== "many") return tidy(textIn(question, entry)) === "";
    const chosen = chosenIn(question, entry);
    return chosen.length === 0 || (chosen.length === 1 && chosen[0] === question.preset);
  });
}

function entriesIn(id: string, values: Values): Values[] {
  const entries = (values[id] ?? []) as Values[];
  return entries.length === 0 ? [{}] : entries;
}

function one(question: Question, values: Values, place: string): FaultAt[] {
  const at = (sentence: string | undefined): FaultAt[] => (sentence === undefined ? [] : [{ place, sentence }]);
  switch (question.type) {
    case "notice":
      return [];
    case "short":
    case "long":
      return at(textFault(question, textIn(question, values)));
    case "one":
    case "many":
      return at(choiceFault(question, chosenIn(question, values)));
    case "date": {
      const [year = "", month = "", day = ""] = tidy(textIn(question, values)).split("-");
      return at(dateFault(question, dateFrom(year, month, day)));
    }
    case "list": {
      const entries = entriesIn(question.id, values);
      const nothing = entries.every((entry) => untouched(question.of, entry));
      return entries.flatMap((entry, n) =>
        !untouched(question.of, entry) || (nothing && question.required === true && n === 0) ? faultsIn(question.of, entry, `${place}.${n}.`) : [],
      );
    }
  }
}

// In the order of the page. Of a list: entries in which something was said; of a
// required one in which nothing was said anywhere, the first.
export function faultsIn(questions: readonly Question[], values: Values, where = ""): FaultAt[] {
  return questions.filter((question) => met(question.when, values)).flatMap((question) => one(question, values, where + question.id));
}
