// Writing to the office, with files. What was typed stays while the person looks at something else.

import type { CaseRoom } from "../case_room.js";
import { filePicker } from "../files/picker.js";
import { tidy } from "../form/answers.js";
import { h } from "../view.js";
import { say } from "../words.js";
import { recusal } from "./recusal.js";
import { sender } from "./sender.js";

export function writeBox(room: CaseRoom): HTMLElement {
  const { draft } = room;
  const { files } = draft;
  const text = h("textarea", { id: "write", rows: "5", dir: "auto" });
  text.value = draft.text;
  text.addEventListener("input", () => (draft.text = text.value));
  let sent = { text: "", files: [...files.list] };
  return h(
    "div",
    { class: "write" },
    ...recusal(room.place, room.opened),
    h("label", { for: "write" }, say("case.write.help")),
    text,
    filePicker(files, "write-files"),
    sender(room, {
      what: "message",
      label: say("case.write.send"),
      wanting: () => (text.value.trim() === "" && files.list.length === 0 ? say("tell.needed") : undefined),
      written: () => {
        sent = { text: text.value, files: [...files.list] };
        return files.toSeal().then((sealed) => ({ text: tidy(sent.text), answers: {}, files: sealed }));
      },
      // What was typed or chosen meanwhile stays.
      arrived: () => {
        if (draft.text === sent.text) draft.text = "";
        for (const file of sent.files.filter((one) => files.list.includes(one))) files.list.splice(files.list.indexOf(file), 1);
      },
    }),
  );
}
