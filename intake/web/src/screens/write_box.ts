// Writing to the office, with files. What was typed stays while the person looks at something else.

import type { CaseRoom } from "../case_room.js";
import { filePicker } from "../files/picker.js";
import { tidy } from "../form/answers.js";
import { code as codeOf } from "../protocol.js";
import { ProgressLine } from "../progress_line.js";
import { h, Notice } from "../view.js";
import { say } from "../words.js";
import { recusal } from "./recusal.js";
import { sentence } from "./case_parts.js";

export function writeBox(room: CaseRoom): HTMLElement {
  const { draft } = room;
  const { files } = draft;
  const text = h("textarea", { id: "write", rows: "5", dir: "auto" });
  text.value = draft.text;
  text.addEventListener("input", () => (draft.text = text.value));
  const notice = new Notice();
  if (room.underWay) notice.say(say("sending.keep"));
  const progress = new ProgressLine();
  progress.element.hidden = true;
  const submit = h("button", { type: "submit", class: "first" }, say("case.write.send"));
  const send = async (): Promise<void> => {
    if (text.value.trim() === "" && files.list.length === 0) return notice.say(say("tell.needed"));
    submit.disabled = true;
    progress.element.hidden = false;
    try {
      const said = tidy(text.value);
      const written = files.toSeal().then((sealed) => ({ text: said, answers: {}, files: sealed }));
      const empty = (): void => {
        draft.text = text.value = "";
        files.list.length = 0;
      };
      await room.send(written, empty, (step) => progress.show(step));
    } catch (fault) {
      notice.say(sentence(codeOf(fault)));
    } finally {
      submit.disabled = false;
      progress.element.hidden = true;
    }
  };
  return h(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    ...recusal(room.place, room.opened),
    h("label", { for: "write" }, say("case.write.help")),
    text,
    filePicker(files, "write-files"),
    notice.element,
    progress.element,
    submit,
  );
}
