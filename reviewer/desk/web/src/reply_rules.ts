// What an answer to the reporter needs before it is sealed. The law of the statuses is the desk's program's
// (reviewer/cases); here it is told apart in words, before anything is written for nothing.

export interface ReplyKind {
  type: string;
  status?: string; // that goes with it; without one, the reporter keeps the status told last
  days: number; // until the reporter should look again
}

export const replyKinds: readonly ReplyKind[] = [
  { type: "acknowledgement", status: "acknowledged", days: 30 },
  { type: "question", status: "question", days: 15 },
  { type: "status", status: "review", days: 30 },
  { type: "decision", status: "decision", days: 30 },
  { type: "message", days: 30 },
];

export const kindOf = (type: string): ReplyKind => replyKinds.find((one) => one.type === type) ?? { type, days: 30 };

// What the reporter was told last, and what may be told next.
export interface Told {
  status: string;
  mayFollow: readonly string[];
}

// The status that a kind begins with. A decision is one by its status: its reporter is shown it under no other.
export function statusFor(type: string, told: Told): string {
  const { status } = kindOf(type);
  if (status === undefined) return told.status;
  return type === "decision" || told.mayFollow.includes(status) ? status : told.status;
}

export function statusesFor(type: string, told: Told): readonly string[] {
  return type === "decision" ? ["decision"] : told.mayFollow;
}

export interface ReplyDraft {
  type: string;
  status: string;
  text: string;
  look: string; // days, "" when none was chosen
  due: string;
}

export type ReplyField = "status" | "look" | "due" | "text";

export interface ReplyFault {
  field: ReplyField;
  sentence: string; // in words.json
}

export function orderFault({ status }: ReplyDraft, told: Told): ReplyFault[] {
  if (told.mayFollow.includes(status)) return [];
  return [{ field: "status", sentence: told.status === "received" ? "reply.order.received" : "reply.order" }];
}

// In the order of the fields.
export function replyFaults(draft: ReplyDraft, told: Told, today: string): ReplyFault[] {
  const { type, text, look, due } = draft;
  const faults = orderFault(draft, told);
  if (look <= today) faults.push({ field: "look", sentence: "reply.date" });
  if (due !== "" && due <= today) faults.push({ field: "due", sentence: "reply.date" });
  if (text.trim() === "") faults.push({ field: "text", sentence: type === "decision" ? "reply.reasons" : "reply.empty" });
  return faults;
}
