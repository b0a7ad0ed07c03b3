// Reachable from every screen: who reads, what the office can and cannot do, dates, codes, other ways in.

import { heading } from "../screen.js";
import { h, list, type Child } from "../view.js";
import { ways } from "../ways.js";
import { say } from "../words.js";

const chapters: [string, string[]][] = [
  ["who", ["readers", "never", "involved", "log"]],
  ["office", ["can", "cannot", "emergency"]],
  ["name", ["anonymous", "known", "change"]],
  ["dates", ["six_months", "six_years", "avenues"]],
  ["kept", ["office", "erase", "here"]],
  ["code", ["lost", "seen", "wrong"]],
  ["ways", ["tor", "file"]],
  ["leave", ["does", "keeps"]],
];

export function help(): Child[] {
  return [
    heading(say("help.title")),
    ...chapters.map(([chapter, sentences]) =>
      h("section", { "aria-labelledby": `help-${chapter}` },
        h("h2", { id: `help-${chapter}` }, say(`help.${chapter}`)),
        list(sentences.map((sentence) => say(`help.${chapter}.${sentence}`))),
        chapter === "ways" ? ways() : undefined)),
  ];
}
