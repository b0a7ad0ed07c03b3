import { filePicker } from "../file_picker.js";
import type { Place } from "../place.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { say } from "../words.js";
import { check } from "./check.js";

export function files(place: Place): Child[] {
  return [
    heading(say("files.title")),
    h("p", {}, say("files.intro")),
    h("p", { class: "careful" }, say("files.hidden")),
    filePicker(place.draft, "report-files"),
    button(say("files.next"), () => place.stage.show(() => check(place))),
  ];
}
