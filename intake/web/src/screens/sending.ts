// Sealing and sending with progress. A broken connection is waited for; one that stays away ends in "try again", never in
// starting over.

import { shownForm } from "../form/shown.js";
import type { Place } from "../place.js";
import { code as codeOf } from "../protocol.js";
import { ProgressLine, type Step } from "../progress_line.js";
import { heading } from "../screen.js";
import { button, h, type Child } from "../view.js";
import { files } from "./files.js";
import { offline } from "../supplies.js";
import { ways } from "../ways.js";
import { known, say } from "../words.js";
import { Meanwhile } from "./meanwhile.js";
import { sealedFile } from "./sealed_file.js";
import { sent } from "./sent.js";

// Begins it, and shows how far it is: drawn anew, as in another language, it is not begun twice.
export function sending(place: Place): void {
  const progress = new ProgressLine();
  let meanwhile: Meanwhile | undefined;
  const show = (step: Step): void => {
    progress.show(step);
    if (step.beside === "wait") meanwhile?.offer();
  };
  place.stage.replaceAll(() => {
    meanwhile = new Meanwhile(place);
    progress.again();
    return [heading(say(offline ? "offline.sealing" : "sending.title")), h("p", {}, say("sending.keep")), progress.element, meanwhile.element];
  });
  const done = offline
    ? place.sealReport(show).then((bundle) => place.stage.replaceAll(() => sealedFile(place, bundle)))
    : place.sendReport(show).then((outcome) => place.stage.replaceAll(() => sent(place, outcome)));
  void done.catch((fault: unknown) => place.stage.replaceAll(() => stopped(place, codeOf(fault))));
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
  // No later try with these readers can help.
  const over = fault === "expired" || fault === "unknown-roster";
  return [
    heading(say("sending.stopped.title")),
    h("p", {}, sentences[fault] ?? say("sending.refused", { code: known(fault) ? say(fault) : fault })),
    ...(over ? toCopy(place) : []),
    fault === "core-hash" ? button(say("check.files"), () => place.stage.show(() => files(place))) : undefined,
    over || fault === "core-hash" ? undefined : button(say("sending.again"), () => sending(place)),
  ];
}

// What was written, for a letter or to be read out.
function toCopy({ draft }: Place): Child[] {
  return [ways(), h("h2", {}, say("own.report")), ...shownForm(draft.form, draft.answers)];
}
