// Answers as they came, in the shape in which questionnaires are answered: "acts.2.when" is the answer "when" in the
// second entry of the list "acts".

import type { Values } from "../../../../intake/web/src/form/definition.js";
import type { Answer } from "./api.js";

// Without a prototype: an id may be any word, also one that objects know.
export function together(...parts: readonly Values[]): Values {
  return Object.assign(Object.create(null) as Values, ...parts) as Values;
}

function entryOf(values: Values, list: string, n: number): Values {
  const entries = (values[list] ??= []) as Values[];
  while (entries.length < n) entries.push(together());
  return entries[n - 1] ?? together();
}

// An entry in which nothing came keeps its place and stays empty.
export function answersIn(lines: readonly Answer[]): Values {
  const out = together();
  for (const line of lines) {
    const path = line.id.split(".");
    let at = out;
    while (path.length > 2) at = entryOf(at, path.shift() ?? "", Number(path.shift()));
    at[path[0] ?? ""] = "values" in line ? line.values : line.value;
  }
  return out;
}
