// The start of the page: words, keys, forms; then the first screen. Whatever cannot be checked closes the page.

import { Draft } from "./draft.js";
import type { Form } from "./form/definition.js";
import { leave, Place } from "./place.js";
import { code, Protocol } from "./protocol.js";
import { Stage } from "./screen.js";
import { closed, type Why } from "./screens/closed.js";
import { enter } from "./screens/enter.js";
import { start } from "./screens/start.js";
import { supply } from "./supplies.js";
import { button, h } from "./view.js";
import { type Language, language, languages, loadWords, preferred, say } from "./words.js";

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

function languagePicker(there: readonly Language[], chosen: (language: string) => void): HTMLElement {
  const picker = h("select", { id: "language", "aria-label": say("page.language") },
    ...there.map((one) => h("option", { value: one.language, lang: one.language, selected: one.language === language() }, one.name)));
  picker.addEventListener("change", () => chosen(picker.value));
  return picker;
}

function drawTop(evaluation: boolean, there: readonly Language[], chosen: (language: string) => void): void {
  const quit = button(say("page.leave"), leave, "second");
  quit.title = say("page.leave.hint");
  element("top").replaceChildren(
    languagePicker(there, chosen),
    quit,
    ...(evaluation ? [h("p", { class: "trial", role: "note" }, say("page.evaluation"))] : []),
  );
}

async function open(stage: Stage, there: readonly Language[]): Promise<void> {
  let evaluation = false;
  const speak = async (chosen: string): Promise<void> => {
    await loadWords(chosen);
    drawTop(evaluation, there, (next) => void speak(next));
    stage.redraw();
  };
  const top = (): void => drawTop(evaluation, there, (chosen) => void speak(chosen));
  const retry = (): void => void open(stage, there);
  top();
  let protocol: Protocol;
  try {
    protocol = await Protocol.open();
  } catch (fault) {
    const why: Why = code(fault) === "unreachable" ? "offline" : "keys";
    return stage.replaceAll(() => closed(why, retry));
  }
  evaluation = protocol.office.evaluation;
  top();
  const forms = (await supply<Form[]>("/forms/offered.json")) ?? [];
  const place = new Place(stage, protocol.office, forms, new Draft(), protocol);
  if (protocol.office.expired) {
    stage.replaceAll(() => closed("expired", retry, () => stage.show(() => enter(place))));
    return;
  }
  stage.replaceAll(() => start(place));
}

const there = await languages();
await loadWords(preferred(there, navigator.languages));
await open(new Stage(element("page")), there);
