// Cases with what is known without reading: day, counts, whether an answer went out, the day it is due.

import { useState } from "preact/hooks";
import type { Inbox, InboxRow } from "./api.js";
import { daysAfter, say } from "./words.js";

const acknowledgeWithin = 7; // days, E2 of the office's rules

interface Props {
  inbox: Inbox | undefined;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onRefresh: () => Promise<void>;
}

function Row({ row, chosen, onChoose }: { row: InboxRow; chosen: boolean; onChoose: (id: string) => void }) {
  return (
    <li>
      <button
        type="button"
        class="row"
        aria-pressed={chosen}
        disabled={row.fault !== undefined}
        onClick={() => onChoose(row.case)}
      >
        <span class="name">
          <bdi dir="ltr">{row.case.slice(0, 4)} {row.case.slice(4, 8)}</bdi>
          {row.new > 0 && <mark>{say("inbox.new", { n: row.new })}</mark>}
        </span>
        <span class="help">
          <bdi dir="ltr">{row.day}</bdi>
          {row.attachments > 0 && ` · ${say("inbox.files", { n: row.attachments })}`}
        </span>
        {row.fault === undefined ? (
          <span class="help">
            {row.answered ? say("inbox.answered") : say("inbox.due", { date: daysAfter(row.day, acknowledgeWithin) })}
          </span>
        ) : (
          <span class="fault">{say("inbox.fault", { code: row.fault })}</span>
        )}
      </button>
    </li>
  );
}

export function InboxList({ inbox, chosen, onChoose, onRefresh }: Props) {
  const [waiting, setWaiting] = useState(false);
  const refresh = async (): Promise<void> => {
    setWaiting(true);
    await onRefresh();
    setWaiting(false);
  };
  return (
    <nav aria-label={say("inbox")}>
      <h1>{say("inbox")}</h1>
      <button type="button" class="second" disabled={waiting} onClick={() => void refresh()}>{say("refresh")}</button>
      {inbox !== undefined && inbox.cases.length === 0 && <p class="quiet">{say("inbox.empty")}</p>}
      <ul>
        {inbox?.cases.map((row) => (
          <Row key={row.case} row={row} chosen={row.case === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {inbox !== undefined && <p class="help">{say("inbox.log", { n: inbox.checkpoint.size })}</p>}
    </nav>
  );
}
