// A sentence around a date, which keeps its own direction.

import { h } from "./view.js";
import { say } from "./words.js";

export function dated(name: string, date: string, kind?: string): HTMLElement {
  const [before = "", after = ""] = say(name, { date: "\u0000" }).split("\u0000");
  return h("p", { class: kind }, before, h("bdi", { dir: "ltr", class: "whole" }, date), after);
}
