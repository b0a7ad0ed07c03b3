// One task a screen. A screen is a function that builds it; the page shows one at a time, moves the
// focus to its heading, and remembers the way back without ever touching the address.

import { button, h, type Child } from "./view.js";
import { say } from "./words.js";

export type Screen = () => Child[];

export class Stage {
  private readonly way: Screen[] = [];

  constructor(private readonly root: HTMLElement) {
    window.addEventListener("popstate", () => this.stepBack());
  }

  // Goes on to a screen; the browser's own back button returns from it.
  show(screen: Screen): void {
    if (this.way.length > 0) history.pushState(null, "");
    this.way.push(screen);
    this.draw();
  }

  // Goes on, and there is no way back past this point (something was sent).
  replaceAll(screen: Screen): void {
    this.way.length = 0;
    this.way.push(screen);
    this.draw();
  }

  back(): void {
    if (this.way.length > 1) history.back();
  }

  redraw(): void {
    this.draw();
  }

  private stepBack(): void {
    if (this.way.length < 2) return;
    this.way.pop();
    this.draw();
  }

  private draw(): void {
    const screen = this.way.at(-1);
    if (screen === undefined) return;
    const back = this.way.length > 1 ? button(say("page.back"), () => this.back(), "second") : undefined;
    back?.classList.add("back");
    this.root.replaceChildren(...[back, ...screen()].filter((child) => child !== undefined));
    window.scrollTo(0, 0);
    this.root.querySelector("h1")?.focus();
  }
}

export function heading(text: string): HTMLElement {
  return h("h1", { tabindex: "-1" }, text);
}
