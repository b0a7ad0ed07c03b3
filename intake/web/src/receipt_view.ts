// The receipt code on screen and on paper: eight numbered cells, always left to right, Western digits.

import { h, ltr } from "./view.js";
import { say } from "./words.js";

export function receiptCells(groups: readonly string[]): HTMLElement {
  return h(
    "ol",
    { class: "receipt", dir: "ltr", "aria-label": say("code.label") },
    ...groups.map((group, i) => {
      const digits = ltr(group);
      // Spoken digit by digit, with its number; copied, it is its digits alone.
      digits.setAttribute("role", "img");
      digits.setAttribute("aria-label", say("code.cell", { n: i + 1, all: groups.length, digits: [...group].join(" ") }));
      return h("li", {}, digits);
    }),
  );
}

// Eight boxes; a whole code pasted into any of them is spread over all.
export class ReceiptInput {
  readonly element: HTMLElement;
  private readonly boxes: HTMLInputElement[];

  // `described` is the id of what says which group to look at again.
  constructor(described: string) {
    this.boxes = Array.from({ length: 8 }, (_, i) => {
      const box = h("input", {
        type: "text",
        inputmode: "numeric",
        autocomplete: "off",
        spellcheck: "false",
        dir: "ltr",
        size: "4",
        "aria-label": say("code.group", { n: i + 1 }),
        "aria-describedby": described,
      });
      box.addEventListener("paste", (event) => this.spread(event as ClipboardEvent, i));
      box.addEventListener("input", () => {
        if ([...box.value].length >= 4) this.boxes[i + 1]?.focus();
      });
      return box;
    });
    this.element = h(
      "div",
      { class: "receipt-input", role: "group", dir: "ltr", "aria-label": say("code.label") },
      ...this.boxes.map((box, i) => h("div", { class: "cell" }, h("span", { "aria-hidden": "true" }, String(i + 1)), box)),
    );
  }

  get typed(): string {
    return this.boxes.map((box) => box.value).join(" ");
  }

  // Whether the code as it stands was found wanting.
  mark(wanting: boolean): void {
    for (const box of this.boxes) box.setAttribute("aria-invalid", String(wanting));
  }

  focus(): void {
    this.boxes[0]?.focus();
  }

  private spread(event: ClipboardEvent, from: number): void {
    const pasted = event.clipboardData?.getData("text") ?? "";
    const characters = [...pasted].filter((character) => !/[\s\-./]/u.test(character));
    if (characters.length <= 4) return;
    event.preventDefault();
    let box = from === 0 || characters.length > 4 * (8 - from) ? 0 : from;
    for (let i = 0; i < characters.length; i += 4, box++) {
      const target = this.boxes[Math.min(box, 7)];
      if (target === undefined) return;
      const piece = characters.slice(i, i + 4).join("");
      target.value = box > 7 ? target.value + piece : piece;
    }
    this.boxes[Math.min(box, 7)]?.focus();
  }
}
