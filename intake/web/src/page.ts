// The start of the page, small enough to stand before a slow line: words, the first sentences. All that checks keys and
// seals comes after it (opened.ts). Whatever cannot be checked closes the page.

import "./older.js";
import { leaveByKey } from "./leave.js";
import { canSeal } from "./needs.js";
import { Stage } from "./screen.js";
import { beginning } from "./screens/beginning.js";
import { closed } from "./screens/closed.js";
import { drawTop, element } from "./top.js";
import { languages, loadWords, preferred } from "./words.js";
import { cannot } from "./ways.js";

async function begin(): Promise<void> {
  const there = languages();
  const opening = import("./opened.js"); // on its way beside the words
  opening.catch(() => undefined); // told below
  try {
    await loadWords(preferred(there, navigator.languages));
  } catch {
    return cannot(); // the only sentences there are without a catalogue
  }
  const stage = new Stage(element("page"));
  drawTop(there, stage);
  stage.replaceAll(beginning);
  try {
    const { open } = await opening;
    await open(stage, there);
  } catch (fault) {
    if (fault instanceof SyntaxError) return cannot();
    // A script that did not come is not asked for again by every browser; nothing was typed yet.
    stage.replaceAll(() => closed("offline", () => window.location.reload()));
  }
}

document.documentElement.dataset["begun"] = ""; // seen by cannot.js: this browser reads the script
leaveByKey();
if (canSeal()) void begin();
else cannot();
