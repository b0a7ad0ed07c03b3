// While the office takes in no more for the moment: the page comes back by itself and nobody need do anything. Who
// cannot wait takes the sealed file along; it is the same sealed report, and counts once however it arrives.

import type { Place } from "../place.js";
import { button, h } from "../view.js";
import { ways } from "../ways.js";
import { say } from "../words.js";
import { howToSend, saveLink } from "./sealed_file.js";

export class Meanwhile {
  private readonly file = h("div", {});
  readonly element: HTMLElement;

  constructor(private readonly place: Place) {
    const make = button(say("offline.make"), () => void this.save(make), "second");
    this.element = h(
      "section",
      { hidden: true },
      h("h2", {}, say("busy.title")),
      h("p", {}, say("busy.kept")),
      h("p", {}, say("busy.cannot")),
      make,
      this.file,
      h("p", {}, say("closed.other")),
      ways(),
    );
  }

  offer(): void {
    this.element.hidden = false;
  }

  private async save(make: HTMLButtonElement): Promise<void> {
    make.disabled = true;
    const bundle = await this.place.sealReport(() => undefined);
    this.file.replaceChildren(h("p", {}, saveLink(bundle, () => this.place.saved())), howToSend(this.place));
  }
}
