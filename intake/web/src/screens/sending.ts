// Sealing and sending with progress. A broken connection ends in "try again", never in starting over.

import type { Place } from "../place.js";
import { code as codeOf } from "../protocol.js";
import { ProgressLine, type Step } from "../progress_line.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { offline } from "../supplies.js";
import { known, say } from "../words.js";
import { sealedFile } from "./sealed_file.js";
import { sent } from "./sent.js";

export function sending(place: Place): Child[] {
  const progress = new ProgressLine();
  const show = (step: Step): void => progress.show(step);
  const done = offline
    ? place.sealReport(show).then((bundle) => place.stage.replaceAll(() => sealedFile(place, bundle)))
    : place.sendReport(show).then((outcome) => place.stage.replaceAll(() => sent(place, outcome)));
  void done.catch((fault: unknown) => place.stage.replaceAll(() => stopped(place, codeOf(fault))));
  return [heading(say(offline ? "offline.sealing" : "sending.title")), h("p", {}, say("sending.keep")), progress.element];
}

function stopped(place: Place, fault: string): Child[] {
  const sentences: Record<string, string> = {
    unreachable: say("sending.stopped"),
    expired: say("sending.expired"),
    "unknown-roster": say("sending.expired"),
    "storage-full": say("sending.full"),
    busy: say("error.busy"),
    "core-hash": say("sending.changed"),
  };
  return [
    heading(say("sending.stopped.title")),
    h("p", {}, sentences[fault] ?? say("sending.refused", { code: known(fault) ? say(fault) : fault })),
    button(say("sending.again"), () => place.stage.replaceAll(() => sending(place))),
  ];
}
