// Files that the office sent: fetched when they are asked for, checked whole, saved from memory.

import type { Attachment } from "../../../../crypto/web/content/content.js";
import type { CaseRoom } from "../case_room.js";
import { ProgressLine } from "../progress_line.js";
import { code as codeOf } from "../protocol.js";
import { button, h, list, ltr, Notice, type Child } from "../view.js";
import { say, size } from "../words.js";

export function replyFiles(room: CaseRoom, files: readonly Attachment[]): Child[] {
  if (files.length === 0) return [];
  return [h("h4", {}, say("reply.files")), list(files.map((file) => replyFile(room, file)), "files")];
}

function replyFile({ place, opened }: CaseRoom, file: Attachment): HTMLElement {
  const notice = new Notice();
  const progress = new ProgressLine();
  progress.element.hidden = true;
  const act = h("div", {});
  const fetchIt = async (): Promise<void> => {
    progress.element.hidden = false;
    open.disabled = true;
    notice.say("");
    try {
      const content = await place.fetchFile(opened, file, (step) => progress.show(step));
      // No type that a browser would run or show inside itself.
      const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
      act.replaceChildren(
        h("a", { class: "button first", href: address, download: file.name }, say("reply.file.save")),
        h("p", { class: "help" }, say("reply.file.careful")),
      );
    } catch (fault) {
      const code = codeOf(fault);
      notice.say(code === "unreachable" ? say("reply.file.stopped") : say("reply.file.bad", { code }));
      open.disabled = false;
    } finally {
      progress.element.hidden = true;
    }
  };
  const open = button(say("reply.file.fetch"), () => void fetchIt(), "second");
  open.setAttribute("aria-label", `${say("reply.file.fetch")}: ${file.name}`);
  act.append(open);
  return h("div", { class: "reply-file" }, h("p", {}, ltr(file.name), " ", h("small", {}, size(file.size))), act, progress.element, notice.element);
}
