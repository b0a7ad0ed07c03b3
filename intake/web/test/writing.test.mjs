// How each language is written: spaces of French, directions in Arabic, marks of Spanish.

import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogues } from "./catalogues.mjs";

// Each rule by its language: where a sentence breaks it, or null. A line that is typed as it stands, a command, is left out.
const command = /^ {2}\S.*$/gm;
const isolated = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g;
const rules = {
  fr: {
    "a narrow no-break space stands before ; : ? ! and », and after «": (sentence) => /(?<![\u202f])[;:?!»]|«(?!\u202f)/u.exec(sentence),
    "an apostrophe is ’": (sentence) => /'/.exec(sentence),
  },
  es: {
    "a question has ¿ before it": (sentence) => /^[^¿]*\?/.exec(sentence),
  },
  ar: {
    "letters that run from left to right are isolated": (sentence) => /\p{Script=Latin}/u.exec(sentence.replace(isolated, "").replace(/\{\w+\}/g, "")),
    "what is filled in with a date, a time, a code or a name is isolated": (sentence) =>
      /\{(date|time|code|digits|name|label)\}/.exec(sentence.replace(isolated, "")),
    "an isolate that is begun is ended, and none stands in another": (sentence) => /[\u2066-\u2069]/.exec(sentence.replace(isolated, "")),
    "digits are Western": (sentence) => /[\u0660-\u0669\u06f0-\u06f9]/.exec(sentence),
    "the ending -an has no vowel mark": (sentence) => /\u064b/.exec(sentence),
  },
};
const broken = {
  fr: ["Votre code :", "Pourquoi?", "« oui »", "l'affiche"],
  es: ["Qué pasó?"],
  ar: ["حتى {date}.", "ملف PDF", "\u2066PDF", "حتى ٢٠", "شكرًا"],
};

for (const { language, strings } of catalogues) {
  for (const [says, fault] of Object.entries(rules[language] ?? {}))
    test(`${language}: ${says}`, () => {
      const found = Object.entries(strings).filter(([, sentence]) => fault(sentence.replace(command, "")) !== null);
      assert.deepEqual(found.map(([name, sentence]) => `${name}: ${sentence}`), []);
    });
  if (language in broken)
    test(`${language}: what is written otherwise is found`, () => {
      for (const sentence of broken[language])
        assert.ok(Object.values(rules[language]).some((fault) => fault(sentence) !== null), sentence);
    });
}
