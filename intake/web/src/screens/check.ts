// Everything once more before the code: who reads, who does not, the answers, the files, and what else may be said.

import { sectionAnswered } from "../form/answers.js";
import { asked, type Section } from "../form/definition.js";
import { shownAnswers } from "../form/shown.js";
import { named } from "../named.js";
import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { say, size } from "../words.js";
import { code } from "./code.js";
import { files } from "./files.js";
import { people, recovery } from "./people.js";
import { questions } from "./tell.js";

export function check(place: Place): Child[] {
  const { form, values, excluded } = place.draft;
  const change = (to: () => Child[], what: string): HTMLElement => {
    const again = button(say("check.change"), () => place.stage.show(to), "second");
    again.setAttribute("aria-label", `${say("check.change")}: ${what}`);
    return again;
  };
  const reads = place.office.readers.filter((reader) => !excluded.has(reader.person));
  const left = [...place.office.readers, ...place.office.keepers].filter(({ person }) => excluded.has(person));
  const lost = place.draft.identity !== undefined && place.confided === undefined;
  const title = (section: Section): string => say(`form.${form.id}.section.${section.id}`);
  const edit = (section: Section) => (): Child[] => questions(place, section, say("more.done"), () => place.stage.back());
  const later = asked(form, "later", values);
  const shown = [...asked(form, "first", values), ...later.filter((section) => sectionAnswered(section, values))];
  return [
    heading(say("check.title")),
    h("section", {}, h("h2", {}, say("check.readers")), list(reads.map(named)), ...recovery(place, excluded),
      ...(left.length > 0 ? [h("h2", {}, say("check.left")), list(left.map(named))] : []),
      change(() => people(place), say("check.readers"))),
    ...shown.map((section) =>
      h("section", {}, h("h2", {}, title(section)),
        ...shownAnswers(section.questions, `form.${form.id}`, place.draft.answers),
        change(edit(section), title(section)))),
    place.confided === undefined ? undefined : h("p", {}, say("check.identity")),
    lost ? h("p", { class: "careful" }, say("identity.lost")) : undefined,
    h("section", {}, h("h2", {}, say("check.files")),
      place.draft.files.shown.length === 0
        ? h("p", {}, say("check.nofiles"))
        : list(place.draft.files.shown.map((file) => h("span", {}, ltr(file.name), " ", h("small", {}, size(file.size))))),
      change(() => files(place), say("check.files"))),
    button(say("check.next"), () => place.stage.show(() => code(place))),
    later.length === 0 ? undefined : h("section", { class: "safe" }, h("p", {}, say("check.more")),
      h("div", { class: "choices" }, ...later.map((section) => {
        const open = button(title(section), () => place.stage.show(edit(section)), "second");
        if (sectionAnswered(section, values)) open.append(` (${say("check.answered")})`);
        return open;
      }))),
  ];
}
