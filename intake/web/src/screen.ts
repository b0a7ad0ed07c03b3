// One task a screen. A screen is a function that builds it; the page shows one at a time, moves the
// focus to its heading, and remembers the way back without ever touching the address.

import { button, h, type Child } from "./view.js";
import { say } from "./words.js";

export type Screen = () => Child[];

// Each screen stands at its own place in the browser's history, so that back and forward both find it. Past a point
// without return they find nothing, and what is shown stays.
export class Stage {
  private readonly way = new Map<number, Screen>();
  private here = placeIn(history.state);

  constructor(private readonly root: HTMLElement) {
    window.addEventListener("popstate", (event) => this.moved(placeIn(event.state)));
  }

  // Goes on to a screen; the browser's own back button returns from it.
  show(screen: Screen): void {
    if (this.way.size > 0) history.pushState(++this.here, "");
    for (const place of [...this.way.keys()]) if (place > this.here) this.way.delete(place);
    this.way.set(this.here, screen);
    this.draw();
  }

  // Goes on, and there is no way back past this point (something was sent).
  replaceAll(screen: Screen): void {
    this.way.clear();
    this.way.set(this.here, screen);
    this.draw();
  }

  back(): void {
    if (this.way.has(this.here - 1)) history.back();
  }

  redraw(): void {
    this.draw();
  }

  // Tells later whether what is shown now is still shown: a person may have gone on meanwhile.
  still(): () => boolean {
    const shown = this.way.get(this.here);
    return () => this.way.get(this.here) === shown;
  }

  private moved(to: number): void {
    const shown = this.way.get(this.here);
    this.here = to;
    if (this.way.has(to)) return this.draw();
    this.way.clear();
    if (shown !== undefined) this.way.set(to, shown);
  }

  private draw(): void {
    const screen = this.way.get(this.here);
    if (screen === undefined) return;
    const back = this.way.has(this.here - 1) ? button(say("page.back"), () => this.back(), "second") : undefined;
    back?.classList.add("back");
    this.root.replaceChildren(...[back, ...screen()].filter((child) => child !== undefined));
    window.scrollTo(0, 0);
    this.root.querySelector("h1")?.focus();
  }
}

function placeIn(state: unknown): number {
  return typeof state === "number" ? state : 0;
}

export function heading(text: string): HTMLElement {
  return h("h1", { tabindex: "-1" }, text);
}
