// The button that sends something from a case, with how far that is and what went wrong beside it.

import type { CaseRoom } from "../case_room.js";
import { ProgressLine } from "../progress_line.js";
import { code as codeOf, type Written } from "../protocol.js";
import { button, h, Notice } from "../view.js";
import { say } from "../words.js";
import { sentence } from "./case_parts.js";

export interface Sent {
  what: string; // tells it from the others that the case can send
  label: string;
  kind?: "first" | "second";
  written: () => Written | Promise<Written>;
  wanting?: () => string | undefined; // what is missing, in words or shown elsewhere already
  arrived?: () => void;
}

export function sender(room: CaseRoom, { what, label, kind = "first", written, wanting = () => undefined, arrived }: Sent): HTMLElement {
  const { outbox } = room;
  const notice = new Notice();
  const progress = new ProgressLine();
  const act = button(label, () => {
    const missing = wanting();
    if (missing !== undefined) return notice.say(missing);
    void outbox.send(what, (step) => room.send(written(), arrived, step));
  }, kind);
  const shown = (): void => {
    const step = outbox.step(what);
    const fault = outbox.fault(what);
    act.disabled = outbox.underWay;
    progress.element.hidden = step === undefined;
    if (step !== undefined) progress.show(step);
    notice.say(outbox.underWay ? say("sending.keep") : fault === undefined ? "" : sentence(codeOf(fault)));
  };
  shown();
  const whole = h("div", { class: "sender" }, notice.element, progress.element, act);
  outbox.watch(() => {
    if (whole.isConnected) shown();
    return whole.isConnected;
  });
  return whole;
}
