// The end of the offline page: the sealed file to save, and how it reaches the office. Nothing was sent.

import type { Place } from "../place.js";
import { receiptCells } from "../receipt_view.js";
import { heading } from "../screen.js";
import { button, h, list, ltr, type Child } from "../view.js";
import { say } from "../words.js";

export const sealedFileName = "form.ppb"; // tells nothing

export function saveLink(bundle: Blob, onclick: () => void): HTMLElement {
  return h("a", { class: "button first", href: URL.createObjectURL(bundle), download: sealedFileName, onclick }, say("offline.save"));
}

export function howToSend(place: Place): HTMLElement {
  return h("section", {}, h("h2", {}, say("offline.how")),
    list([h("span", {}, say("offline.how.open"), " ", ltr(place.office.origin)), say("offline.how.send"), say("offline.how.code")]));
}

export function sealedFile(place: Place, bundle: Blob): Child[] {
  const code = h("div", {});
  return [
    heading(say("offline.title")),
    h("p", { class: "lead" }, say("offline.done")),
    h("p", {}, saveLink(bundle, () => place.saved())),
    howToSend(place),
    button(say("sent.code.show"), () => code.replaceChildren(receiptCells(place.receiptGroups())), "second"),
    code,
  ];
}
