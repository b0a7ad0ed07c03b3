// For somebody who sealed elsewhere: with the offline page, or on the command line.

import type { Place } from "../place.js";
import { ProgressLine } from "../progress_line.js";
import { code as codeOf } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, Notice, type Child } from "../view.js";
import { say } from "../words.js";

const notOurs = ["unknown-version", "malformed", "truncated", "trailing-bytes", "bad-signature", "unknown-signer", "wrong-type"];

export function sendFile(place: Place): Child[] {
  const input = h("input", { type: "file", id: "sealed-file", accept: ".ppb", class: "chooser" });
  const chosen = h("p", { role: "status" });
  const notice = new Notice();
  const progress = new ProgressLine();
  progress.element.hidden = true;
  input.addEventListener("change", () => {
    chosen.textContent = input.files?.[0]?.name ?? "";
    notice.say("");
  });
  const send = button(say("file.send"), () => void go());
  const go = async (): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return notice.say(say("file.first"));
    send.disabled = true;
    progress.element.hidden = false;
    try {
      await place.sendFile(file, (step) => progress.show(step));
      place.stage.replaceAll(() => [heading(say("sent.title")), h("p", { class: "lead" }, say("file.sent")), button(say("sent.done"), () => place.leave())]);
    } catch (fault) {
      notice.say(sentence(codeOf(fault)));
    } finally {
      send.disabled = false;
      progress.element.hidden = true;
    }
  };
  return [
    heading(say("file.title")),
    h("p", {}, say("file.intro")),
    h("div", { class: "field" }, h("label", { for: "sealed-file", class: "button second" }, say("file.choose")), input, chosen),
    notice.element,
    progress.element,
    send,
  ];
}

function sentence(fault: string): string {
  if (notOurs.includes(fault)) return say("file.wrong");
  if (fault === "wrong-deployment") return say("file.other");
  if (fault === "unreachable") return say("sending.stopped");
  if (fault === "expired" || fault === "unknown-roster") return say("file.expired");
  return say("error.other", { code: fault });
}
