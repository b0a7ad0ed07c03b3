// Choosing files: a list in the order of choosing. Each is looked into at once, on this device.

import { byTouch } from "../device.js";
import { h, Notice } from "../view.js";
import { say } from "../words.js";
import { FileCard } from "./card.js";
import type { ChosenFile, ChosenFiles } from "./chosen.js";

export function filePicker(files: ChosenFiles, id: string): HTMLElement {
  const notice = new Notice();
  const shown = h("ul", { class: "files", "aria-label": say("files.list") });
  const input = h("input", { type: "file", id, multiple: true, class: "chooser" });
  const cards: FileCard[] = [];
  let made = 0;

  const show = (file: ChosenFile): void => {
    const card = new FileCard(file, files, `${id}-${made++}`, () => {
      files.remove(file);
      cards.splice(cards.indexOf(card), 1);
      card.element.remove();
      input.focus();
    });
    cards.push(card);
    shown.append(card.element);
  };
  const redraw = (file: ChosenFile): void => cards.find((card) => card.file === file)?.draw();

  input.addEventListener("change", () => {
    const before = files.list.length;
    const choice = files.add([...(input.files ?? [])], redraw);
    files.list.slice(before).forEach(show);
    input.value = ""; // the same file may be chosen again after it was taken out
    notice.say(
      [
        ...choice.empty.map((file) => say("files.empty", { name: file.name })),
        ...choice.large.map((file) => say("files.large", { name: file.name })),
        ...(byTouch() ? choice.long : []).map((file) => say("files.phone", { name: file.name })),
        ...(choice.many ? [say("files.many")] : []),
      ].join(" "),
    );
  });
  files.list.forEach((file) => {
    show(file);
    void file.looked.then(() => redraw(file)); // one that was chosen on an earlier view of this screen
  });
  // The input stands before its label, so that the label can show the input's focus.
  return h("div", { class: "field" }, input, h("label", { for: id, class: "button second" }, say("files.choose")), shown, notice.element);
}
