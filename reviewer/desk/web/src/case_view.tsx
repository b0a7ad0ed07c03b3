// One case: first the declaration and the purpose, then, with the entry on the log, the messages.

import { useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { AnswersView } from "./answers_view.js";
import { MessageView } from "./message_view.js";
import { formsOf, loadQuestionnaires, noQuestionnaires } from "./questionnaires.js";
import { answersIn, together } from "./received.js";
import { ReplyForm } from "./reply_form.js";
import { say, sayFault } from "./words.js";

const purposes = ["intake", "assess", "decide", "review", "support"];

interface Props {
  id: string;
  onChange: () => Promise<void>;
  onGone: () => void;
}

export function CaseView({ id, onChange, onGone }: Props) {
  const [opened, setOpened] = useState<api.Case>();
  const [purpose, setPurpose] = useState("intake");
  const [noConflict, setNoConflict] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [fault, setFault] = useState("");

  const [questionnaires, setQuestionnaires] = useState(noQuestionnaires);
  useEffect(() => void loadQuestionnaires().then(setQuestionnaires), []);

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setWaiting(true);
    setFault("");
    try {
      await act();
    } catch (problem) {
      setFault(problem instanceof api.Fault ? problem.code : "unavailable");
    } finally {
      setWaiting(false);
    }
  };
  const read = (): Promise<void> => attempt(async () => setOpened(await api.read(id, purpose)));
  const recuse = (): Promise<void> =>
    attempt(async () => {
      if (!window.confirm(say("recuse.sure"))) return;
      await api.recuse(id);
      onGone();
    });

  if (opened === undefined) {
    return (
      <section class="before">
        <h2>{say("read.title")}</h2>
        <p>{say("read.log")}</p>
        <label for="purpose">{say("read.purpose")}</label>
        <select id="purpose" value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)}>
          {purposes.map((one) => (
            <option key={one} value={one}>{say(`read.purpose.${one}`)}</option>
          ))}
        </select>
        <label class="tick">
          <input type="checkbox" checked={noConflict} onChange={(event) => setNoConflict(event.currentTarget.checked)} />
          <span>{say("read.conflict")}</span>
        </label>
        <div class="acts">
          <button type="button" class="first" disabled={!noConflict || waiting} onClick={() => void read()}>
            {say("read.act")}
          </button>
          <button type="button" class="second" disabled={waiting} onClick={() => void recuse()}>{say("read.recuse")}</button>
        </div>
        {fault !== "" && <p role="alert" class="fault">{sayFault(fault)}</p>}
      </section>
    );
  }
  const name = opened.messages.find((message) => message.form !== undefined)?.form;
  const forms = formsOf(questionnaires, name);
  const given = opened.messages.map(({ answers }) => answersIn(answers ?? []));
  return (
    <>
      {opened.gap && <p class="banner">{say("case.gap")}</p>}
      <ol class="timeline">
        {opened.messages.map((message, n) => (
          <MessageView key={`${message.kind}-${message.seq}`} message={message} id={id}>
            {message.answers !== undefined && (
              <AnswersView
                questionnaires={questionnaires}
                name={name}
                forms={forms}
                given={given[n] ?? together()}
                before={together(...given.slice(0, n))}
                first={message.kind === "report"}
              />
            )}
          </MessageView>
        ))}
      </ol>
      <p class="help">{say("case.leaf", { n: opened.leaf.index })}</p>
      <ReplyForm
        id={id}
        first={opened.next_reply === 0}
        told={{ status: opened.status, mayFollow: opened.may_follow }}
        onSent={async () => {
          await onChange();
          await read();
        }}
      />
    </>
  );
}
