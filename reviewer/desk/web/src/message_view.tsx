import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { say, sayFault, size } from "./words.js";

// Only these are shown inside the page; everything else can be saved.
const shown = ["image/jpeg", "image/png", "image/webp", "image/gif"];

function FileView({ file, id }: { file: api.Attachment; id: string }) {
  const [address, setAddress] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const [fault, setFault] = useState("");
  useEffect(() => () => {
    if (address !== undefined) URL.revokeObjectURL(address);
  }, [address]);

  const fetchIt = async (): Promise<void> => {
    setWaiting(true);
    setFault("");
    try {
      const octets = await api.attachment(id, file.env);
      // A type that a browser would run or render as a page never gets one.
      setAddress(URL.createObjectURL(new Blob([octets], { type: shown.includes(file.type) ? file.type : "application/octet-stream" })));
    } catch (problem) {
      setFault(problem instanceof api.Fault ? problem.code : "unavailable");
    } finally {
      setWaiting(false);
    }
  };

  return (
    <li class="file">
      <bdi dir="ltr">{file.name}</bdi> <small>{size(file.size)}</small>
      {address === undefined && (
        <button type="button" class="second" disabled={waiting} onClick={() => void fetchIt()}>{say("file.show")}</button>
      )}
      {waiting && <p role="status">{say("file.wait", { name: file.name })}</p>}
      {fault !== "" && <p role="alert" class="fault">{sayFault(fault)}</p>}
      {address !== undefined && shown.includes(file.type) && <img src={address} alt={file.name} />}
      {address !== undefined && (
        <p class="help">
          <a href={address} download={file.name}>{say("file.save", { name: file.name })}</a> {say("file.careful")}
        </p>
      )}
    </li>
  );
}

// What a reply said beside its text.
function told({ type, status, look_again: look, due }: api.Message): string[] {
  return [
    ...(type === undefined ? [] : [say(`reply.type.${type}`)]),
    say(`status.${status}`),
    ...(due === undefined ? [] : [say(type === "decision" ? "message.due.decision" : "message.due", { date: due })]),
    ...(look === undefined ? [] : [say("message.look", { date: look })]),
  ];
}

interface Props {
  message: api.Message;
  id: string;
  children: ComponentChildren; // its answers
}

export function MessageView({ message, id, children }: Props) {
  const office = message.kind === "reply" || message.kind === "note";
  return (
    <li class={office ? "office" : "reporter"}>
      <article>
        <h2>
          {office ? message.author : say("author.reporter")} <small><bdi dir="ltr">{message.day}</bdi></small>
        </h2>
        {message.plain && <p class="careful">{say("case.plain")}</p>}
        {message.fault !== undefined && <p class="fault">{say("case.fault", { code: message.fault })}</p>}
        {message.status !== undefined && <p class="help">{told(message).join(" · ")}</p>}
        {children}
        {message.text !== undefined && <div class="quoted" dir="auto">{message.text}</div>}
        {message.excluded !== undefined && message.excluded.length > 0 && (
          <p class="help">{say("case.excluded", { labels: message.excluded.join(", ") })}</p>
        )}
        {message.attachments.length > 0 && (
          <ul class="files">
            {message.attachments.map((file) => (
              <FileView key={file.env} file={file} id={id} />
            ))}
          </ul>
        )}
      </article>
    </li>
  );
}
