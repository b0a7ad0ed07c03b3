// The office's replies, each checked before a word of it is shown (crypto/SPEC.md section 8).

import { type Bytes, equal } from "../../../crypto/web/base/bytes.js";
import { Refusal, refuse } from "../../../crypto/web/base/refusal.js";
import type { Attachment, Filed, ReplyType } from "../../../crypto/web/content/content.js";
import { readReply } from "../../../crypto/web/content/read.js";
import type { ReporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { openOfficeMessage } from "../../../crypto/web/open/message.js";
import { unwrap } from "../../../crypto/web/open/wrap.js";
import { headerOfCore, envId } from "../../../crypto/web/verify/header.js";
import { Kind } from "../../../crypto/web/verify/lengths.js";
import type { Slot } from "../../../crypto/web/verify/mailbox_page.js";
import type { Roster } from "../../../crypto/web/verify/roster.js";
import { checkContains } from "../../../crypto/web/verify/wrapset.js";
import type { Deployment } from "./deployment.js";
import type { Named } from "./named.js";

export interface ShownReply {
  author: Named;
  type: ReplyType;
  status: string;
  text: string;
  day: string; // on which it was written, as its author says
  lookAgain: string;
  due?: string | undefined;
  files: Attachment[];
}

export interface OpenedReply extends ShownReply {
  env: Bytes;
  seq: number;
  recused: string[];
  filed?: Filed | undefined;
}

export interface Replies {
  replies: OpenedReply[];
  gaps: number[]; // numbers that are missing before the last
  refused: string[]; // why, one for each that did not verify
}

export interface OpenedCase extends Replies {
  held: boolean;
  removed: boolean; // the holder of the code took the access away
  nextSeq: number; // how many messages of its holder arrived
  keys: ReporterKeys;
}

function openReply(slot: Slot, keys: ReporterKeys, { root }: Deployment, rosters: readonly Roster[]): OpenedReply & { prev: Bytes | undefined } {
  const header = headerOfCore(slot.core);
  if (header.kind !== Kind.reply) refuse("bad-header");
  if (!equal(header.deployment, root.deployment)) refuse("wrong-deployment");
  if (!equal(header.caseId, keys.caseId)) refuse("wrong-case");
  const wrap = { rid: keys.box.rid, blob: slot.blob };
  if (!equal(slot.digests.env, envId(header))) refuse("wraps-hash");
  checkContains(slot.digests, wrap);
  const dek = unwrap(header, { env: envId(header), wraps: [wrap] }, keys.box);
  const opened = openOfficeMessage(slot.core, dek, rosters);
  const reply = readReply(opened.json);
  return {
    env: opened.env,
    seq: header.seq,
    author: { label: opened.member.label, roles: opened.member.roles },
    type: reply.type,
    status: reply.status,
    text: reply.text,
    day: reply.day,
    lookAgain: reply.lookAgain,
    due: reply.due,
    files: reply.attachments,
    recused: reply.recused,
    filed: reply.filed,
    prev: reply.prev,
  };
}

// In their order. One that does not verify is left out and named; a number that is missing is a gap.
export function openReplies(slots: readonly Slot[], keys: ReporterKeys, deployment: Deployment, rosters: readonly Roster[]): Replies {
  const out: Replies = { replies: [], gaps: [], refused: [] };
  let before: Bytes | undefined;
  for (const [n, slot] of slots.entries()) {
    try {
      const { prev, ...reply } = openReply(slot, keys, deployment, rosters);
      const follows = n === 0 ? prev === undefined : prev !== undefined && before !== undefined && equal(prev, before);
      if (reply.seq !== n || !follows) out.gaps.push(n);
      out.replies.push(reply);
      before = reply.env;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      out.refused.push(fault.code);
    }
  }
  return out;
}
