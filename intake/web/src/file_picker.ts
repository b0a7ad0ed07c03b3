// Choosing files: a list in the order of choosing, each with its size and a way to take it out again.

import { choose } from "./draft.js";
import { button, h, ltr, Notice } from "./view.js";
import { say, size } from "./words.js";

export interface FileHolder {
  files: File[];
}

export function filePicker(holder: FileHolder, id: string): HTMLElement {
  const notice = new Notice();
  const shown = h("ul", { class: "files", "aria-label": say("files.list") });
  const input = h("input", { type: "file", id, multiple: true, class: "chooser" });

  const draw = (): void => {
    shown.replaceChildren(
      ...holder.files.map((file) => {
        const remove = button("✕", () => {
          holder.files = holder.files.filter((other) => other !== file);
          draw();
          input.focus();
        }, "second");
        remove.setAttribute("aria-label", say("files.remove", { name: file.name }));
        return h("li", {}, h("span", {}, ltr(file.name), " ", h("small", {}, size(file.size))), remove);
      }),
    );
  };

  input.addEventListener("change", () => {
    const choice = choose(holder.files, [...(input.files ?? [])]);
    holder.files = choice.kept;
    input.value = ""; // the same file may be chosen again after it was taken out
    notice.say(
      [
        ...choice.empty.map((file) => say("files.empty", { name: file.name })),
        ...choice.large.map((file) => say("files.large", { name: file.name })),
        ...(choice.many ? [say("files.many")] : []),
      ].join(" "),
    );
    draw();
  });
  draw();
  return h("div", { class: "field" }, h("label", { for: id, class: "button second" }, say("files.choose")), input, shown, notice.element);
}
