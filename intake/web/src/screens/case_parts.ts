// Small parts that the screens of a case share.

import { code as codeOf } from "../protocol.js";
import { h, type Child } from "../view.js";
import { say } from "../words.js";

export { dated } from "../dated.js";

// A place that is empty until what belongs there has come.
export function filled(coming: Promise<Child[]>): HTMLElement {
  const place = h("div", {});
  void coming.then(
    (children) => place.replaceChildren(...children.filter((child) => child !== undefined)),
    (fault: unknown) => place.replaceChildren(sentence(codeOf(fault))),
  );
  return place;
}

export function sentence(fault: string): string {
  return fault === "unreachable" ? say("sending.stopped") : say("error.other", { code: fault });
}
