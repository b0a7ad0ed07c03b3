// What a sealed message says (crypto/SPEC.md section 4): the JSON inside kinds 1 to 5, as types.

import type { Bytes } from "../base/bytes.js";

export type Answer = string | boolean | number | string[] | Answers[];
export interface Answers {
  [id: string]: Answer;
}

export interface Attachment {
  env: Bytes;
  key: Bytes;
  coreHash: Bytes;
  size: number;
  name: string;
  type: string;
}

// Of one custodian's share of the identity beside a report or message: what the share is checked against.
export interface ShareMark {
  index: number;
  hash: Bytes;
}

export interface Report {
  lang: string;
  box: Bytes;
  form: { id: string; version: number };
  answers: Answers;
  exclude: string[]; // person ids in hex
  attachments: Attachment[];
  shares?: ShareMark[] | undefined; // ascending; there exactly when an identity object goes with it
}

export interface Message {
  lang: string;
  text: string;
  answers?: Answers;
  attachments: Attachment[];
  seen?: Bytes;
  shares?: ShareMark[] | undefined;
}

export const replyTypes = ["acknowledgement", "question", "status", "decision", "message"] as const;
export type ReplyType = (typeof replyTypes)[number];
export const publicStatuses = [
  "received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed",
] as const;
export type PublicStatus = (typeof publicStatuses)[number];

// What a reporter needs to show that the report is on the log (verify/filing.ts).
export interface Filed {
  leaf: Bytes; // `received`, as it stands on the log
  proof: Bytes;
  checkpoint: Bytes;
  tagKey: Bytes;
}

export interface Reply {
  lang: string;
  type: ReplyType;
  status: PublicStatus;
  text: string;
  day: string; // on which it was written, by the desk's clock
  lookAgain: string;
  due?: string;
  prev?: Bytes;
  recused: string[];
  attachments: Attachment[];
  filed?: Filed; // nothing of it is believed before it is verified
}

export interface OfficeNote {
  lang: string;
  text: string;
}

// Who else may know the person, once a name is opened.
export const knownTo = ["office", "investigators"] as const;

export interface GivenIdentity {
  name: string;
  contact: string;
  known: (typeof knownTo)[number];
}

export interface Identity {
  given?: GivenIdentity | undefined;
}
