// That the report is on the office's log, and a file with which others can check it.

import type { CaseRoom } from "../case_room.js";
import type { ProvenFiling } from "../protocol.js";
import { code as codeOf } from "../protocol.js";
import { h, type Child } from "../view.js";
import { say } from "../words.js";
import { dated, filled } from "./case_parts.js";

export const proofFileName = "proof.txt"; // tells little

export function proof({ place, opened }: CaseRoom): Child[] {
  const shown = place.filing(opened).then(
    (proven) => (proven === undefined ? [] : parts(proven)),
    (fault: unknown) => [h("p", { class: "careful" }, say("filing.bad", { code: codeOf(fault) }))],
  );
  return [filled(shown)];
}

function parts({ day, file }: ProvenFiling): Child[] {
  const address = URL.createObjectURL(new Blob([file], { type: "text/plain" }));
  return [
    h("h2", {}, say("filing.title")),
    dated("filing.day", day),
    h("p", { class: "help" }, say("filing.what")),
    h("p", {}, h("a", { class: "button second", href: address, download: proofFileName }, say("filing.save"))),
    h("p", { class: "help" }, say("filing.careful")),
  ];
}
