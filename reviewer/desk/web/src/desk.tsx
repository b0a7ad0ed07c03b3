// The officer's page: locked, or the inbox beside one case.

import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import * as api from "./api.js";
import { CaseView } from "./case_view.js";
import { InboxList } from "./inbox_list.js";
import { Unlock } from "./unlock.js";
import { say, sayFault } from "./words.js";

function code(fault: unknown): string {
  return fault instanceof api.Fault ? fault.code : "unavailable";
}

// How the server and the list of officers stand is known once the desk was unlocked and asked.
function Banner({ state, fault = "" }: { state: api.State; fault?: string }) {
  const asked = !state.locked;
  return (
    <aside aria-label={say("banners")}>
      {state.evaluation && <p class="banner trial">{say("trial")}</p>}
      {asked && state.server === "unreachable" && <p class="banner">{say("server.away")}</p>}
      {asked && state.days_left < 0 && <p class="banner">{say("roster.over", { date: state.roster_expires })}</p>}
      {asked && state.days_left >= 0 && state.days_left <= 30 && (
        <p class="banner">{say("roster.days", { date: state.roster_expires, days: state.days_left })}</p>
      )}
      {fault !== "" && <p role="alert" class="banner fault">{sayFault(fault)}</p>}
    </aside>
  );
}

function Desk() {
  const [state, setState] = useState<api.State>();
  const [inbox, setInbox] = useState<api.Inbox>();
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState("");

  const refresh = useCallback(async () => {
    try {
      setInbox(await api.inbox());
      setState(await api.state());
      setFault("");
    } catch (problem) {
      setFault(code(problem));
    }
  }, []);

  useEffect(() => {
    api.state().then(setState, (problem: unknown) => setFault(code(problem)));
  }, []);
  useEffect(() => {
    if (state !== undefined && !state.locked) void refresh();
  }, [state?.locked]);

  const lock = async (): Promise<void> => {
    setState(await api.lock());
    setInbox(undefined);
    setChosen(undefined);
  };

  if (state === undefined) return <main class="alone">{fault !== "" && <p role="alert" class="fault">{sayFault(fault)}</p>}</main>;
  if (state.locked) return <Unlock state={state} onOpen={setState} banner={<Banner state={state} />} />;
  return (
    <>
      <header>
        <strong>{say("desk")}</strong>
        <span class="who">{state.label}</span>
        <button type="button" class="second" onClick={() => void lock()}>{say("lock")}</button>
      </header>
      <Banner state={state} fault={fault} />
      <div class="columns">
        <InboxList inbox={inbox} chosen={chosen} onChoose={setChosen} onRefresh={refresh} />
        <main>
          {chosen === undefined ? (
            <p class="quiet">{say("case.none")}</p>
          ) : (
            <CaseView
              key={chosen}
              id={chosen}
              onChange={refresh}
              onGone={() => {
                setChosen(undefined);
                void refresh();
              }}
            />
          )}
        </main>
      </div>
    </>
  );
}

const root = document.getElementById("desk");
if (root !== null) render(<Desk />, root);
