// The start of the page, small enough to stand before a slow line: words, the first sentences. All that checks keys and
// seals comes after it (opened.ts). Whatever cannot be checked closes the page.

import { Stage } from "./screen.js";
import { beginning } from "./screens/beginning.js";
import { closed } from "./screens/closed.js";
import { drawTop, element } from "./top.js";
import { type Language, languages, loadWords, preferred } from "./words.js";

document.documentElement.dataset["begun"] = ""; // seen by cannot.js: this browser understands the page

async function words(): Promise<Language[]> {
  try {
    const there = await languages();
    await loadWords(preferred(there, navigator.languages));
    return there;
  } catch (fault) {
    element("cannot").style.display = "block"; // the only sentences there are without a catalogue
    throw fault;
  }
}

const there = await words();
const stage = new Stage(element("page"));
drawTop(there, stage);
stage.replaceAll(beginning);
try {
  const { open } = await import("./opened.js");
  await open(stage, there);
} catch {
  // A script that did not come is not asked for again by every browser; nothing was typed yet.
  stage.replaceAll(() => closed("offline", () => window.location.reload()));
}
