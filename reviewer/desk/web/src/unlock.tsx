import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import * as api from "./api.js";
import { say, sayFault } from "./words.js";

interface Props {
  state: api.State;
  onOpen: (state: api.State) => void;
  banner: ComponentChildren;
}

export function Unlock({ onOpen, banner }: Props) {
  const [passphrase, setPassphrase] = useState("");
  const [waiting, setWaiting] = useState(false);
  const [fault, setFault] = useState("");

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setWaiting(true);
    setFault("");
    try {
      onOpen(await api.unlock(passphrase));
    } catch (problem) {
      setFault(problem instanceof api.Fault ? problem.code : "unavailable");
    } finally {
      setPassphrase("");
      setWaiting(false);
    }
  };

  return (
    <>
      {banner}
      <main class="alone">
        <h1>{say("unlock.title")}</h1>
        <form onSubmit={(event) => void submit(event)}>
          <label for="passphrase">{say("unlock.label")}</label>
          <p class="help" id="passphrase-help">{say("unlock.help")}</p>
          <input
            id="passphrase"
            type="password"
            autocomplete="off"
            aria-describedby="passphrase-help"
            value={passphrase}
            onInput={(event) => setPassphrase(event.currentTarget.value)}
          />
          <button type="submit" class="first" disabled={waiting || passphrase === ""}>{say("unlock.act")}</button>
          {waiting && <p role="status">{say("unlock.wait")}</p>}
          {fault !== "" && <p role="alert" class="fault">{sayFault(fault)}</p>}
        </form>
      </main>
    </>
  );
}
