// The start of the page: words, keys, form; then the first screen. Whatever cannot be checked closes the page.

import { Draft, type Form } from "./draft.js";
import { leave, Place } from "./place.js";
import { code, Protocol } from "./protocol.js";
import { Stage } from "./screen.js";
import { closed, type Why } from "./screens/closed.js";
import { enter } from "./screens/enter.js";
import { start } from "./screens/start.js";
import { button, h } from "./view.js";
import { loadWords, say } from "./words.js";

const language = "en";
const formName = "report";

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

function drawTop(evaluation: boolean): void {
  const quit = button(say("page.leave"), leave, "second");
  quit.title = say("page.leave.hint");
  element("top").replaceChildren(
    h("span", {}),
    quit,
    ...(evaluation ? [h("p", { class: "trial", role: "note" }, say("page.evaluation"))] : []),
  );
}

async function open(stage: Stage): Promise<void> {
  const retry = (): void => void open(stage);
  let protocol: Protocol;
  try {
    protocol = await Protocol.open(language);
  } catch (fault) {
    const why: Why = code(fault) === "unreachable" ? "offline" : "keys";
    return stage.replaceAll(() => closed(why, retry));
  }
  drawTop(protocol.office.evaluation);
  const form = (await (await fetch(`/forms/${formName}.json`)).json()) as Form;
  const place = new Place(stage, protocol.office, form, new Draft(), protocol);
  if (protocol.office.expired) {
    stage.replaceAll(() => closed("expired", retry, () => stage.show(() => enter(place))));
    return;
  }
  stage.replaceAll(() => start(place));
}

await loadWords(language);
drawTop(false);
await open(new Stage(element("page")));
