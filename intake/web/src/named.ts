// A person of the office as a reporter is told of one: what that person does there, in the reader's own language, and
// the office's name for the seat, which stands in whatever language the office wrote it. The twin of
// intake/client/named.h.

import type { Role } from "../../../crypto/web/verify/member.js";
import { h } from "./view.js";
import { say } from "./words.js";

export interface Named {
  label: string;
  roles: ReadonlySet<Role>;
}

// The ones that tell most come first; who reads new reports, whatever else, is said only of whom nothing else can be.
const telling: readonly Role[] = [
  "chief", "deputy", "alternate", "second", "officer", "clerk", "custodian", "liaison", "translator", "auditor",
  "recovery",
];

function roleOf({ roles }: Named): string {
  const [first = "receives", second] = telling.filter((role) => roles.has(role));
  return second === undefined ? say(`role.${first}`) : say("role.two", { first: say(`role.${first}`), second: say(`role.${second}`) });
}

// The label alone where it says the role in the same words.
function saysItself(person: Named): boolean {
  return person.label.includes(roleOf(person));
}

// As one text for a field, without the marks of direction that a person would stumble over there.
export function namedText(person: Named): string {
  if (saysItself(person)) return person.label;
  return say("role.own", { role: roleOf(person), label: person.label }).replace(/[\u2066-\u2069]/g, "");
}

// The label keeps its own direction, and its language is not that of the page.
export function named(person: Named): HTMLElement {
  if (saysItself(person)) return h("bdi", { lang: "" }, person.label);
  return h("span", {}, roleOf(person), " ", h("small", {}, h("bdi", { lang: "", class: "own" }, `(${person.label})`)));
}

// A sentence about the person that its words say as {label}.
export function about(name: string, person: Named): (Node | string)[] {
  const [before = "", after = ""] = say(name, { label: "\u0000" }).split("\u0000");
  return [before, named(person), after];
}
