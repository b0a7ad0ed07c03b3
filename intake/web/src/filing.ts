// That the report is on the office's log, and since which day: shown by the log, and by nobody's word.

import type { ReporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { encodeFiling, openFiling, writeFilingText } from "../../../crypto/web/verify/filing.js";
import type { Deployment } from "./deployment.js";
import type { Intake } from "./intake.js";
import type { OpenedReply } from "./replies.js";
import { say } from "./words.js";

export interface ProvenFiling {
  day: string;
  file: string; // the proof, with an instruction in words
}

// Undefined while no reply carries a proof. Whatever of it does not verify is refused by name.
export async function provenFiling(intake: Intake, deployment: Deployment, keys: ReporterKeys, replies: readonly OpenedReply[]): Promise<ProvenFiling | undefined> {
  const filed = replies.find((reply) => reply.filed !== undefined)?.filed;
  if (filed === undefined) return undefined;
  const { note, core } = await intake.own(deployment, keys, 0);
  const parts = { note, core, ...filed };
  const { day } = openFiling(parts, deployment.root);
  return { day, file: writeFilingText(say("filing.instruction"), encodeFiling(parts)) };
}
