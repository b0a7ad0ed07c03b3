import { allGood, fields } from "../fields.js";
import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { say } from "../words.js";
import { files } from "./files.js";

export function tell(place: Place): Child[] {
  const asked = fields(place.form, place.draft);
  return [
    heading(say("tell.title")),
    h("p", {}, say("tell.intro")),
    ...asked.map((field) => field.element),
    button(say("tell.next"), () => {
      if (allGood(asked)) place.stage.show(() => files(place));
    }),
  ];
}
