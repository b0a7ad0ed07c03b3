// Every answer carries the day on which the reporter should look again: the reporter's own client holds the office to it.

import { useState } from "preact/hooks";
import * as api from "./api.js";
import { ReplyFiles } from "./reply_files.js";
import { daysAfter, say, sayFault, today } from "./words.js";

const types: { type: string; status: string; days: number }[] = [
  { type: "acknowledgement", status: "acknowledged", days: 30 },
  { type: "question", status: "question", days: 15 },
  { type: "status", status: "review", days: 30 },
  { type: "message", status: "review", days: 30 },
];
const statuses = ["received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed"];

export function ReplyForm({ id, first, onSent }: { id: string; first: boolean; onSent: () => Promise<void> }) {
  const preset = (type: string) => types.find((one) => one.type === type) ?? { type, status: "review", days: 30 };
  const initial = preset(first ? "acknowledgement" : "message");
  const [type, setType] = useState(initial.type);
  const [status, setStatus] = useState(initial.status);
  const [look, setLook] = useState(daysAfter(today(), initial.days));
  const [text, setText] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [part, setPart] = useState<number>();
  const [waiting, setWaiting] = useState(false);
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState("");

  const choose = (to: string): void => {
    setType(to);
    setStatus(preset(to).status);
    setLook(daysAfter(today(), preset(to).days));
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setSaid("");
    if (text.trim() === "") return setFault(say("reply.empty"));
    if (look <= today()) return setFault(say("reply.date"));
    setFault("");
    setWaiting(true);
    try {
      const answer = { case: id, type, status, text: text.trim(), look_again: look };
      const { leaf } = files.length === 0 ? await api.reply(answer) : await withFiles(answer);
      setText("");
      setFiles([]);
      setSaid(say("reply.sent", { n: leaf }));
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

  return (
    <form class="reply" onSubmit={(event) => void send(event)}>
      <h2>{say("reply.title")}</h2>
      <div class="pair">
        <div>
          <label for="type">{say("reply.type")}</label>
          <select id="type" value={type} onChange={(event) => choose(event.currentTarget.value)}>
            {types.map((one) => (
              <option key={one.type} value={one.type}>{say(`reply.type.${one.type}`)}</option>
            ))}
          </select>
        </div>
        <div>
          <label for="status">{say("reply.status")}</label>
          <select id="status" value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
            {statuses.map((one) => (
              <option key={one} value={one}>{say(`status.${one}`)}</option>
            ))}
          </select>
        </div>
        <div>
          <label for="look">{say("reply.look")}</label>
          <input id="look" type="date" value={look} onInput={(event) => setLook(event.currentTarget.value)} />
        </div>
      </div>
      <label for="text">{say("reply.text")}</label>
      <textarea id="text" rows={7} dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <ReplyFiles files={files} onChange={setFiles} />
      {part !== undefined && (
        <div role="status">
          <p>{say(part < 0.5 ? "reply.files.seal" : "reply.files.send")}</p>
          <progress max={1} value={part} aria-label={say("reply.files.send")} />
        </div>
      )}
      <button type="submit" class="first" disabled={waiting}>{say("reply.act")}</button>
      {said !== "" && <p role="status">{said}</p>}
      {fault !== "" && <p role="alert" class="fault">{fault}</p>}
    </form>
  );
}
