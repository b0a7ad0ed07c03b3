// Taking away what the code opens: explained, asked twice, and then true.

import type { CaseRoom } from "../case_room.js";
import { code as codeOf } from "../protocol.js";
import { heading } from "../screen.js";
import { button, h, list, Notice, type Child } from "../view.js";
import { say } from "../words.js";
import { sentence } from "./case_parts.js";
import { accessRemoved } from "./my_case.js";

export function removeAccess(room: CaseRoom): Child[] {
  return [
    heading(say("remove.title")),
    h("h2", {}, say("remove.does")),
    list([say("remove.does.read"), say("remove.does.write"), say("remove.does.found"), say("remove.does.ever")]),
    h("h2", {}, say("remove.stays")),
    list([say("remove.stays.office"), say("remove.stays.stop"), say("remove.stays.traces")]),
    h("div", { class: "choices" },
      button(say("remove.on"), () => room.place.stage.show(() => surely(room))),
      button(say("page.back"), () => room.place.stage.back(), "second")),
  ];
}

function surely(room: CaseRoom): Child[] {
  const { place, opened } = room;
  const notice = new Notice();
  const act = button(say("remove.act"), () => void go());
  const go = async (): Promise<void> => {
    act.disabled = true;
    try {
      await place.removeAccess(opened);
      place.stage.replaceAll(() => accessRemoved(place));
    } catch (fault) {
      notice.say(sentence(codeOf(fault)));
      act.disabled = false;
    }
  };
  return [
    heading(say("remove.sure")),
    h("p", { class: "careful" }, say("remove.sure.text")),
    notice.element,
    h("div", { class: "choices" }, act, button(say("remove.keep"), () => place.stage.back(), "second")),
  ];
}
