// Everything once more before the code: who reads, who does not, the words, the files.

import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, list, ltr, quoted, type Child } from "../view.js";
import { say, size } from "../words.js";
import { code } from "./code.js";
import { files } from "./files.js";
import { people } from "./people.js";
import { tell } from "./tell.js";

export function check(place: Place): Child[] {
  const change = (to: (place: Place) => Child[], what: string): HTMLElement => {
    const again = button(say("check.change"), () => place.stage.show(() => to(place)), "second");
    again.setAttribute("aria-label", `${say("check.change")}: ${what}`);
    return again;
  };
  const reads = place.office.readers.filter((reader) => !place.draft.excluded.has(reader.person));
  const left = place.office.readers.filter((reader) => place.draft.excluded.has(reader.person));
  const answers = place.form.questions.filter((question) => (place.draft.answers.get(question.id) ?? "").trim() !== "");
  return [
    heading(say("check.title")),
    h("section", {}, h("h2", {}, say("check.readers")), list(reads.map((reader) => reader.label)),
      ...(left.length > 0 ? [h("h2", {}, say("check.left")), list(left.map((reader) => reader.label))] : []),
      change(people, say("check.readers"))),
    h("section", {}, h("h2", {}, say("check.text")),
      ...answers.flatMap((question) => [
        h("h3", {}, say(`form.${place.form.id}.${question.id}`)),
        quoted((place.draft.answers.get(question.id) ?? "").trim()),
      ]),
      change(tell, say("check.text"))),
    h("section", {}, h("h2", {}, say("check.files")),
      place.draft.files.length === 0
        ? h("p", {}, say("check.nofiles"))
        : list(place.draft.files.map((file) => h("span", {}, ltr(file.name), ` ${size(file.size)}`))),
      change(files, say("check.files"))),
    button(say("check.next"), () => place.stage.show(() => code(place))),
  ];
}
