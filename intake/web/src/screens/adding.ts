// The questions of the form the report was given with, to be answered later.

import type { CaseRoom } from "../case_room.js";
import { type Addition, more } from "./more.js";

export async function adding(room: CaseRoom): Promise<void> {
  const { place, opened } = room;
  const given = (await room.own())[0]?.form;
  const form = given === undefined ? undefined : await place.formOf(given);
  if (form === undefined) return;
  const addition: Addition = { form, values: room.draft.values(form), names: await place.names(opened) };
  place.stage.show(() => more(room, addition));
}
