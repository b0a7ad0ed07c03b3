// Building the page without a framework: elements are made, never parsed from text, so nothing a person
// typed and nothing a server sent can become markup.

export type Child = Node | string | undefined;

type Attributes = Record<string, string | boolean | ((event: Event) => void) | undefined>;

// h("button", {type: "button", onclick: f}, "Next"): an `on…` attribute is a listener, true sets an empty attribute.
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  for (const child of children) if (child !== undefined) element.append(child);
  return element;
}

export function button(label: string, onclick: () => void, kind: "first" | "second" = "first"): HTMLButtonElement {
  return h("button", { type: "button", class: kind, onclick }, label);
}

// A message that a screen reader speaks at once; empty until something is said.
export class Notice {
  readonly element: HTMLElement;

  // With an id, fields can be described by it.
  constructor(id?: string) {
    this.element = h("p", { class: "notice", role: "alert", id });
  }

  say(text: string): void {
    this.element.textContent = text;
  }
}

// Text a person wrote: its own direction, line breaks kept.
export function quoted(text: string): HTMLElement {
  return h("div", { class: "quoted", dir: "auto" }, text);
}

// Digits, dates and names of files keep their own order inside a right-to-left page.
export function ltr(text: string): HTMLElement {
  return h("bdi", { dir: "ltr" }, text);
}

export function list(items: Child[], kind = "plain"): HTMLElement {
  return h("ul", { class: kind }, ...items.map((item) => h("li", {}, item)));
}
