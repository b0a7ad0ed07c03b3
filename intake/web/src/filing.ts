// That the report is on the office's log, and since which day: shown by the log, and by nobody's word.

import { encodeFiling, openFiling, writeFilingText } from "../../../crypto/web/verify/filing.js";
import type { Deployment } from "./deployment.js";
import type { OwnMessage } from "./intake.js";
import type { OpenedReply } from "./replies.js";
import { say } from "./words.js";

export interface ProvenFiling {
  day: string;
  file: string; // the proof, with an instruction in words
}

// Undefined while no reply carries a proof. Whatever of it does not verify is refused by name. The report is waited for in
// either case: what is asked of the service does not tell whether there is a reply.
export async function provenFiling(report: Promise<OwnMessage>, { root }: Deployment, replies: readonly OpenedReply[]): Promise<ProvenFiling | undefined> {
  const filed = replies.find((reply) => reply.filed !== undefined)?.filed;
  if (filed === undefined) return report.then(() => undefined, () => undefined);
  const { note, core } = await report;
  const parts = { note, core, ...filed };
  const { day } = openFiling(parts, root);
  return { day, file: writeFilingText(say("filing.instruction"), encodeFiling(parts)) };
}
