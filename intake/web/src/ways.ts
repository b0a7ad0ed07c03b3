// The other ways to the office stand in the page itself (intake/forms/ways.json), for browsers that run no script, or
// too old a one. The same words are shown wherever a person may want them.

import { element } from "./top.js";
import { h, type Child } from "./view.js";
import { language } from "./words.js";

const standing = element("cannot");

// This browser cannot open the form: what stands in the page is shown in every language.
export function cannot(): void {
  element("page").textContent = "";
  element("page").appendChild(standing);
  standing.removeAttribute("hidden");
}

export function ways(): Child {
  const written = standing.querySelector(`section[lang="${language()}"] ul`) ?? h("ul");
  return written.cloneNode(true);
}
