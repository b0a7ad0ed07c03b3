import { filePicker } from "../files/picker.js";
import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { say } from "../words.js";
import { check } from "./check.js";

export function files(place: Place): Child[] {
  // A photo that is still being looked into keeps the person here, so that what was found is read before it is sent.
  const next = button(say("files.next"), () => {
    next.disabled = true;
    void place.draft.files.looked().then(() => next.isConnected && place.stage.show(() => check(place)));
  });
  return [
    heading(say("files.title")),
    h("p", {}, say("files.intro")),
    h("p", { class: "careful" }, say("files.hidden")),
    h("p", { class: "careful" }, say("files.not_yours")),
    filePicker(place.draft.files, "report-files"),
    next,
  ];
}
