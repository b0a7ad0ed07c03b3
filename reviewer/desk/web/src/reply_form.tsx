// Every answer carries the day on which the reporter should look again: the reporter's own client holds the office to it.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import * as api from "./api.js";
import { ReplyFiles } from "./reply_files.js";
import {
  kindOf, orderFault, replyFaults, replyKinds, statusesFor, statusFor, type ReplyFault, type ReplyField, type Told,
} from "./reply_rules.js";
import { daysAfter, known, say, sayFault, today } from "./words.js";

interface FieldProps {
  id: ReplyField | "type";
  label: string;
  help?: string | undefined;
  fault?: string | undefined;
  children: ComponentChildren;
}

// What a field says of itself, its help and its fault, is read with it.
const described = (id: FieldProps["id"], fault: string | undefined) =>
  ({ id, "aria-describedby": `${id}-help ${id}-fault`, "aria-invalid": fault !== undefined });

function Field({ id, label, help, fault, children }: FieldProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      {children}
      {help !== undefined && <p id={`${id}-help`} class="help">{help}</p>}
      {fault !== undefined && <p id={`${id}-fault`} class="fault">{fault}</p>}
    </div>
  );
}

interface Props {
  id: string;
  first: boolean;
  told: Told;
  onSent: () => Promise<void>;
}

export function ReplyForm({ id, first, told, onSent }: Props) {
  const initial = first ? "acknowledgement" : "message";
  const [type, setType] = useState(initial);
  const [status, setStatus] = useState(statusFor(initial, told));
  const [look, setLook] = useState(daysAfter(today(), kindOf(initial).days));
  const [due, setDue] = useState("");
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [part, setPart] = useState<number>();
  const [waiting, setWaiting] = useState(false);
  const [asked, setAsked] = useState(false); // to send what stands there
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState("");

  const draft = { type, status, text, look, due };
  const faults: readonly ReplyFault[] = asked ? replyFaults(draft, told, today()) : orderFault(draft, told);
  const faultAt = (field: ReplyField): string | undefined => {
    const found = faults.find((one) => one.field === field);
    return found && say(found.sentence, { told: say(`status.${told.status}`), next: say(`status.${status}`) });
  };
  const choose = (to: string, now: Told): void => {
    setType(to);
    setStatus(statusFor(to, now));
    setLook(daysAfter(today(), kindOf(to).days));
    setDue("");
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSaid("");
    setFault("");
    setAsked(true);
    const [wrong] = replyFaults(draft, told, today());
    if (wrong !== undefined) return document.getElementById(wrong.field)?.focus();
    setWaiting(true);
    try {
      const answer = { case: id, type, status, text: text.trim(), look_again: look, ...(due === "" ? {} : { due }) };
      const { leaf } = files.length === 0 ? await api.reply(answer) : await withFiles(answer);
      setText("");
      setFiles([]);
      setAsked(false);
      setSaid(say("reply.sent", { n: leaf }));
      choose("message", { status, mayFollow: [status] });
      await onSent();
    } catch (problem) {
      const code = problem instanceof api.Fault ? problem.code : "unavailable";
      setFault(code === "too-large" ? say("reply.long") : sayFault(code));
    } finally {
      setWaiting(false);
      setPart(undefined);
    }
  };
  // First the desk's program takes and seals them, then it sends them on: one bar for both.
  const withFiles = async (answer: api.Reply): Promise<{ leaf: number }> => {
    const looking = window.setInterval(() => {
      void api.state().then(({ sending }) => sending !== undefined && setPart(0.5 + sending.done / sending.all / 2), () => undefined);
    }, 500);
    try {
      return await api.replyWithFiles(answer, files, (taken) => setPart(taken / 2));
    } finally {
      window.clearInterval(looking);
    }
  };
  const named = (name: string): string => (known(`${name}.${type}`) ? say(`${name}.${type}`) : say(name));
  const dueHelp = `reply.due.${type}.help`;

  return (
    <form class="reply" onSubmit={(event) => void send(event)}>
      <h2>{say("reply.title")}</h2>
      <div class="pair">
        <Field id="type" label={say("reply.type")}>
          <select id="type" value={type} onChange={(event) => choose(event.currentTarget.value, told)}>
            {replyKinds.map((one) => (
              <option key={one.type} value={one.type}>{say(`reply.type.${one.type}`)}</option>
            ))}
          </select>
        </Field>
        <Field id="status" label={say("reply.status")} fault={faultAt("status")}>
          <select {...described("status", faultAt("status"))} value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
            {statusesFor(type, told).map((one) => (
              <option key={one} value={one}>{say(`status.${one}`)}</option>
            ))}
          </select>
        </Field>
        <Field id="look" label={say("reply.look")} fault={faultAt("look")}>
          <input {...described("look", faultAt("look"))} type="date" max="2100-12-31" value={look} onInput={(event) => setLook(event.currentTarget.value)} />
        </Field>
        <Field id="due" label={named("reply.due")} help={known(dueHelp) ? say(dueHelp) : undefined} fault={faultAt("due")}>
          <input {...described("due", faultAt("due"))} type="date" max="2100-12-31" value={due} onInput={(event) => setDue(event.currentTarget.value)} />
        </Field>
      </div>
      <Field id="text" label={named("reply.text")} fault={faultAt("text")}>
        <textarea {...described("text", faultAt("text"))} rows={7} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </Field>
      <ReplyFiles files={files} onChange={setFiles} />
      {part !== undefined && (
        <div role="status">
          <p>{say(part < 0.5 ? "reply.files.seal" : "reply.files.send")}</p>
          <progress max={1} value={part} aria-label={say("reply.files.send")} />
        </div>
      )}
      <button id="send" type="submit" class="first" disabled={waiting}>{say("reply.act")}</button>
      {said !== "" && <p role="status">{said}</p>}
      {fault !== "" && <p role="alert" class="fault">{fault}</p>}
    </form>
  );
}
