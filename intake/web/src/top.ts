// What stands above every screen: the language, and the way out.

import { leave } from "./leave.js";
import type { Stage } from "./screen.js";
import { help } from "./screens/help.js";
import { Notice, button, h } from "./view.js";
import { type Language, language, loadWords, say } from "./words.js";

let evaluation = false;

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

// A trial deployment says so above every screen.
export function sayTrial(there: readonly Language[], stage: Stage): void {
  evaluation = true;
  drawTop(there, stage);
}

export function drawTop(there: readonly Language[], stage: Stage): void {
  const notice = new Notice();
  const quit = button(say("page.leave"), leave, "second");
  quit.title = say("page.leave.hint");
  const asked = button(say("help.title"), () => stage.show(help), "second");
  element("top").replaceChildren(
    languagePicker(there, stage, notice),
    asked,
    quit,
    notice.element,
    ...(evaluation ? [h("p", { class: "trial", role: "note" }, say("page.evaluation"))] : []),
  );
}

function languagePicker(there: readonly Language[], stage: Stage, notice: Notice): HTMLElement {
  const picker = h("select", { id: "language", "aria-label": say("page.language") },
    ...there.map((one) => h("option", { value: one.language, lang: one.language, selected: one.language === language() }, one.name)));
  const speak = async (): Promise<void> => {
    notice.say("");
    try {
      if (!(await loadWords(picker.value))) return;
    } catch {
      picker.value = language();
      return notice.say(say("page.language.failed"));
    }
    drawTop(there, stage);
    stage.redraw();
  };
  picker.addEventListener("change", () => void speak());
  return picker;
}
