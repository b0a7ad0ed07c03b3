// One chosen file: its name, which may be changed, its size, and what was found in it and removed, or was not.

import { button, h, Notice } from "../view.js";
import { join, say, size } from "../words.js";
import type { ChosenFile, ChosenFiles, Look } from "./chosen.js";

function sentence(look: Look): string {
  switch (look.is) {
    case "looking":
      return say("files.looking");
    case "cleaned":
      if (look.found.length === 0) return say("files.nothing");
      return say("files.found", { what: join(look.found.map((one) => say(`found.${one}`))) });
    case "damaged":
    case "misnamed":
      return say(`files.${look.is}`);
    case "other":
      return say(`files.inside.${look.inside}`);
  }
}

export class FileCard {
  private readonly told = h("p", { class: "told", role: "status" });
  private readonly size = h("small");
  private readonly bar = h("progress", { max: "1" });
  private readonly original = h("div");
  private readonly notice = new Notice();
  readonly element: HTMLElement;

  constructor(
    readonly file: ChosenFile,
    private readonly all: ChosenFiles,
    id: string,
    remove: () => void,
  ) {
    const name = h("input", { type: "text", id, value: file.name, dir: "auto", autocomplete: "off", spellcheck: "false", maxlength: "120" });
    const away = button("✕", remove, "second");
    const label = (): void => {
      away.setAttribute("aria-label", say("files.remove", { name: file.name }));
      this.bar.setAttribute("aria-label", `${say("files.looking")} ${file.name}`);
    };
    name.addEventListener("change", () => {
      file.rename(name.value);
      name.value = file.name;
      label();
    });
    label();
    this.element = h(
      "li",
      {},
      h("div", { class: "head" }, h("label", { for: id }, say("files.name")), away),
      name,
      this.size,
      this.told,
      this.bar,
      this.original,
      this.notice.element,
    );
    this.draw();
  }

  draw(): void {
    const { look } = this.file;
    const words = sentence(look);
    // The same words again are not spoken again.
    if (this.told.textContent !== words) this.told.textContent = words;
    this.size.textContent = size(this.file.shown[0]?.size ?? 0);
    this.bar.hidden = look.is !== "looking";
    if (look.is === "looking") this.bar.value = look.part;
    this.told.classList.toggle("careful", look.is === "damaged" || look.is === "misnamed" || (look.is === "other" && look.inside !== "text"));
    if (look.is === "cleaned" && look.found.length > 0 && this.original.childElementCount === 0) this.original.append(this.tick());
  }

  private tick(): HTMLElement {
    const box = h("input", { type: "checkbox" });
    box.checked = this.file.alsoOriginal;
    box.addEventListener("change", () => {
      if (box.checked && this.all.room < 1) {
        box.checked = false;
        return this.notice.say(say("files.many"));
      }
      this.file.alsoOriginal = box.checked;
      this.notice.say("");
    });
    return h("label", { class: "tick" }, box, h("span", {}, say("files.original")));
  }
}
