// From the first sentences to the first screen: keys and forms are asked for and checked.

import { Draft } from "./draft.js";
import type { Form } from "./form/definition.js";
import { Place } from "./place.js";
import { code, Protocol } from "./protocol.js";
import type { Stage } from "./screen.js";
import { closed, type Why } from "./screens/closed.js";
import { enter } from "./screens/enter.js";
import { start } from "./screens/start.js";
import { supply } from "./supplies.js";
import { sayTrial } from "./top.js";
import type { Language } from "./words.js";

export async function open(stage: Stage, there: readonly Language[]): Promise<void> {
  const retry = (): void => void open(stage, there);
  const offered = supply<Form[]>("/forms/offered.json");
  offered.catch(() => undefined); // told below
  let protocol: Protocol;
  try {
    protocol = await Protocol.open();
  } catch (fault) {
    const why: Why = code(fault) === "unreachable" ? "offline" : "keys";
    return stage.replaceAll(() => closed(why, retry));
  }
  if (protocol.office.evaluation) sayTrial(there, stage);
  const forms = (await offered) ?? [];
  const place = new Place(stage, protocol.office, forms, new Draft(), protocol);
  const why = protocol.office.closed;
  if (why !== undefined) {
    stage.replaceAll(() => closed(why, retry, () => stage.show(() => enter(place))));
    return;
  }
  stage.replaceAll(() => start(place));
}
