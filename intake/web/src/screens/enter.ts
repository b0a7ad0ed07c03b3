import type { Place } from "../place.js";
import { code as codeOf } from "../protocol.js";
import { ReceiptInput } from "../receipt_view.js";
import { heading } from "../screen.js";
import { h, Notice, type Child } from "../view.js";
import { known, say } from "../words.js";
import { behindTheCode } from "./my_case.js";

// What was typed so far stays while the person looks at something else.
const typed = new WeakMap<Place, ReceiptInput>();

export function enter(place: Place): Child[] {
  const notice = new Notice("enter-notice");
  const input = typed.get(place) ?? new ReceiptInput("enter-notice");
  typed.set(place, input);
  const open = h("button", { type: "submit", class: "first" }, say("enter.open"));
  const submit = async (): Promise<void> => {
    notice.say(say("enter.wait"));
    input.mark(false);
    open.disabled = true;
    try {
      const opened = await place.openCase(input.typed);
      typed.delete(place);
      const behind = behindTheCode(place, opened);
      place.stage.show(() => behind());
      notice.say("");
    } catch (fault) {
      const code = codeOf(fault);
      notice.say(sentence(code));
      input.mark(known(`enter.error.${code}`));
      input.focus();
    } finally {
      open.disabled = false;
    }
  };
  return [
    heading(say("enter.title")),
    h("p", {}, say("enter.intro")),
    h(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          void submit();
        },
      },
      input.element,
      notice.element,
      open,
    ),
  ];
}

function sentence(fault: string): string {
  if (known(`enter.error.${fault}`)) return say(`enter.error.${fault}`);
  if (fault === "unreachable") return say("closed.offline");
  if (fault === "busy") return say("error.busy");
  if (fault.includes("challenge")) return say("error.challenge");
  return say("error.other", { code: fault });
}
