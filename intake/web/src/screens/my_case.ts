// The case as the code's holder sees it: where it stands, when to look again, messages, a place to write.
// Lateness is worked out here, from dates the office sealed, so that it shows with every desk switched off.

import { ChosenFiles } from "../files/chosen.js";
import { filePicker } from "../files/picker.js";
import { tidy } from "../form/answers.js";
import type { Place } from "../place.js";
import { code as codeOf, type OpenedCase, type ShownReply } from "../protocol.js";
import { ProgressLine } from "../progress_line.js";
import { heading } from "../screen.js";
import { button, h, Notice, quoted, type Child } from "../view.js";
import { say } from "../words.js";
import { type Addition, more } from "./more.js";
import { type Choices, myChoices } from "./my_choices.js";
import { whatISent } from "./what_i_sent.js";

export function nothingHeld(place: Place): Child[] {
  return [
    heading(say("case.nothing.title")),
    h("p", {}, say("case.nothing")),
    button(say("page.back"), () => place.stage.back(), "second"),
  ];
}

export function myCase(place: Place, opened: OpenedCase): Child[] {
  const newest = opened.replies.at(-1);
  const again = async (): Promise<void> => {
    const fresh = await place.lookAgain(opened);
    place.stage.replaceAll(() => myCase(place, fresh));
  };
  return [
    heading(say("case.title")),
    h("section", { class: "status", "aria-label": say("case.status") }, ...standing(place, newest)),
    ...opened.gaps.map(() => h("p", { class: "careful" }, say("case.gap"))),
    ...opened.refused.map((fault) => h("p", { class: "careful" }, say("case.bad", { code: fault }))),
    opened.replies.length > 0 ? h("h2", {}, say("case.messages")) : undefined,
    ...[...opened.replies].reverse().map(message),
    h("h2", {}, say("case.write")),
    writeBox(place, opened, again),
    h("h2", {}, say("case.more")),
    h(
      "div",
      { class: "choices" },
      button(say("more.title"), () => void adding(place, opened, again), "second"),
      button(say("choices.title"), () => void choosing(place, opened, again), "second"),
      button(say("own.title"), () => place.stage.show(() => whatISent(place, opened)), "second"),
    ),
    h(
      "div",
      { class: "choices" },
      button(say("case.refresh"), () => void again(), "second"),
      button(say("case.close"), () => place.leave(), "second"),
    ),
  ];
}

// The questions of the form the report was given with.
async function adding(place: Place, opened: OpenedCase, again: () => Promise<void>): Promise<void> {
  const given = (await place.sentBefore(opened))[0]?.form;
  const form = given === undefined ? undefined : await place.formOf(given);
  if (form === undefined) return;
  const addition: Addition = { form, values: {}, names: await place.names(opened) };
  place.stage.show(() => more(place, opened, addition, () => void again()));
}

async function choosing(place: Place, opened: OpenedCase, again: () => Promise<void>): Promise<void> {
  const said = await place.sentBefore(opened);
  const report = said[0]?.form === undefined ? undefined : await place.formOf(said[0].form);
  const form = await place.choicesOf(report);
  if (report === undefined || form === undefined) return;
  const choices: Choices = { form, report, said, alternates: await place.alternates(opened) };
  place.stage.show(() => myChoices(place, opened, choices, () => void again()));
}

function standing(place: Place, newest: ShownReply | undefined): Child[] {
  if (newest === undefined) return [h("p", { class: "lead" }, say("case.none")), h("p", {}, say("case.none.when"))];
  const late = newest.lookAgain < place.today();
  return [
    h("p", { class: "lead" }, say(`case.status.${newest.status}`)),
    newest.due === undefined ? undefined : h("p", {}, say("case.due", { date: newest.due })),
    late
      ? h("p", { class: "careful" }, say("case.late", { date: newest.lookAgain }))
      : h("p", {}, say("case.look", { date: newest.lookAgain })),
  ];
}

function message(reply: ShownReply): HTMLElement {
  return h(
    "article",
    { class: "message" },
    h("h3", {}, say("case.from", { label: reply.author })),
    h("p", { class: "help" }, say(`case.status.${reply.status}`)),
    quoted(reply.text),
  );
}

function writeBox(place: Place, opened: OpenedCase, again: () => Promise<void>): HTMLElement {
  const files = new ChosenFiles();
  const text = h("textarea", { id: "write", rows: "5", dir: "auto" });
  const notice = new Notice();
  const progress = new ProgressLine();
  progress.element.hidden = true;
  const submit = h("button", { type: "submit", class: "first" }, say("case.write.send"));
  const send = async (): Promise<void> => {
    if (text.value.trim() === "" && files.list.length === 0) return notice.say(say("tell.needed"));
    submit.disabled = true;
    progress.element.hidden = false;
    try {
      await place.write(opened, { text: tidy(text.value), answers: {}, files: await files.toSeal() }, (step) => progress.show(step));
      text.value = "";
      files.list.length = 0;
      notice.say(say("case.write.sent"));
      await again();
    } catch (fault) {
      const code = codeOf(fault);
      notice.say(code === "unreachable" ? say("sending.stopped") : say("error.other", { code }));
    } finally {
      submit.disabled = false;
      progress.element.hidden = true;
    }
  };
  place.unsent = () => text.value.trim() !== "" || files.list.length > 0;
  return h(
    "form",
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        void send();
      },
    },
    h("label", { for: "write" }, say("case.write.help")),
    text,
    filePicker(files, "write-files"),
    notice.element,
    progress.element,
    submit,
  );
}
