// For whoever would rather talk or write on paper, and for a first look at what the office is for.

import { heading } from "../screen.js";
import { h, list, type Child } from "../view.js";
import { ways } from "../ways.js";
import { say } from "../words.js";

export function otherWays(): Child[] {
  return [heading(say("ways.title")), h("p", {}, say("ways.intro")), ways()];
}

export function whatWeCan(): Child[] {
  const sentences = ["about.can", "about.faith", "about.anonymous", "about.disclose", "about.limits", "form.protection.avenues_note"];
  return [heading(say("start.about")), list(sentences.map((sentence) => say(sentence)), "apart")];
}
