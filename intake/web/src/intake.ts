// parapet-intake, asked over its API (intake/API.md). Refusals come back as Refused, by their code.

import { type Bytes, concat, equal, fromUtf8, sized, toHex, u32, u64 } from "../../../crypto/web/base/bytes.js";
import { sha256 } from "../../../crypto/web/base/sha256.js";
import { Reader } from "../../../crypto/web/base/reader.js";
import { refuse } from "../../../crypto/web/base/refusal.js";
import type { ReporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { type Op, printAuthLines } from "../../../crypto/web/verify/auth.js";
import { parseBundle, RecordCursor, RecordType, writeBundle } from "../../../crypto/web/verify/bundle.js";
import { parseDay } from "../../../crypto/web/verify/calendar.js";
import { type EnvelopeHeader, headerOfCore } from "../../../crypto/web/verify/header.js";
import { fetchSize } from "../../../crypto/web/verify/lengths.js";
import { type MailboxPage, parseMailboxPage } from "../../../crypto/web/verify/mailbox_page.js";
import { openSubmit } from "../../../crypto/web/verify/submit.js";
import { checkContains, parseDigests, parseWrapset, type Wrapset } from "../../../crypto/web/verify/wrapset.js";
import { Clock } from "./clock.js";
import type { Deployment } from "./deployment.js";
import { knock, type Show } from "./doorway.js";

const challengeSeconds = 300;

// What the service answered, or `unreachable`. Some refusals come with a number: bits, or seconds.
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly figure = 0,
  ) {
    super(code);
  }
}

export type Answered = { bytes: Bytes; refused?: undefined } | { refused: Refused };
export type Ask = (path: string, body?: Bytes) => Promise<Answered>;

export interface UploadState {
  env: Bytes;
  id: Bytes;
  durable: number;
}

export interface OwnMessage {
  note: Bytes;
  header: EnvelopeHeader;
  core: Bytes;
  wraps: Wrapset;
  day: string; // of arrival, as the service says
}

async function asked(path: string, body?: Bytes): Promise<Answered> {
  let answer: Response;
  try {
    answer = await fetch(path, body === undefined ? {} : { method: "POST", body });
  } catch {
    throw new Refused("unreachable");
  }
  const bytes = await answer.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => {
    throw new Refused("unreachable");
  });
  if (answer.ok) return { bytes };
  const said = /^\{"error":"([a-z-]{1,40})"(?:,"[a-z]+":([0-9]{1,9}))?\}$/.exec(fromUtf8(bytes) ?? "");
  return { refused: new Refused(said?.[1] ?? "unavailable", Number(said?.[2] ?? 0)) };
}

async function ask(path: string, body?: Bytes): Promise<Bytes> {
  const said = await asked(path, body);
  if (said.refused !== undefined) throw said.refused;
  return said.bytes;
}

export class Intake {
  readonly clock = new Clock();

  deployment(): Promise<Bytes> {
    return ask("/api/deployment");
  }

  rosters(): Promise<Bytes> {
    return ask("/api/rosters");
  }

  async submit(bundle: Bytes, show: Show): Promise<void> {
    const [note, ...objects] = parseBundle(bundle);
    if (note?.type !== RecordType.note) refuse("malformed");
    await knock(asked, "/api/submit", note.bytes, objects, show);
  }

  // What is durable so far of each large core of this note.
  async beginUploads(note: Bytes, show: Show): Promise<UploadState[]> {
    const r = new Reader(await knock(asked, "/api/upload/begin", note, [], show));
    const out: UploadState[] = [];
    while (r.left > 0) out.push({ env: r.take(32), id: r.take(16), durable: r.takeU64() });
    return out;
  }

  // The number of octets durable after it.
  async uploadPiece(id: Bytes, offset: number, octets: Bytes): Promise<number> {
    const r = new Reader(await ask("/api/upload/piece", concat(id, u64(offset), octets)));
    const durable = r.takeU64();
    r.finish();
    return durable;
  }

  // Fresh, for one request. It says when it ends, and so what time it is for the service (crypto/SPEC.md section 6).
  async challenge(): Promise<Bytes> {
    const challenge = await ask("/api/challenge");
    const r = new Reader(challenge);
    r.take(24);
    this.clock.hear(r.takeU64() - challengeSeconds);
    return challenge;
  }

  async mailbox(deployment: Deployment, keys: ReporterKeys, page: number): Promise<MailboxPage> {
    return parseMailboxPage(await this.signed("/api/mailbox", "view", deployment, keys, u32(page)));
  }

  // One of the reporter's own messages, checked against what was signed when it was sent.
  async own(deployment: Deployment, keys: ReporterKeys, seq: number): Promise<OwnMessage> {
    const cursor = new RecordCursor(parseBundle(await this.signed("/api/own", "own", deployment, keys, u32(seq))));
    const note = cursor.take(RecordType.note);
    const lines = openSubmit(note, deployment.root.deployment);
    const core = cursor.take(RecordType.core);
    const wraps = parseWrapset(cursor.take(RecordType.wrapset));
    const digests = parseDigests(cursor.take(RecordType.digests));
    const day = parseDay(fromUtf8(cursor.take(RecordType.day)) ?? "");
    cursor.finish();
    const header = headerOfCore(core);
    if (!equal(lines.caseId, keys.caseId) || !equal(header.caseId, keys.caseId)) refuse("wrong-case");
    if (header.seq !== seq) refuse("malformed");
    for (const wrap of wraps.wraps) checkContains(digests, wrap);
    return { note, header, core, wraps, day };
  }

  // One part of a file that the office sent; random octets where there is none. Always as long.
  async fetchPart(deployment: Deployment, keys: ReporterKeys, env: Bytes, part: number): Promise<Bytes> {
    return sized(await this.signed("/api/fetch", "fetch", deployment, keys, concat(env, u32(part))), fetchSize);
  }

  // Takes away what this code opens.
  async burn(deployment: Deployment, keys: ReporterKeys): Promise<void> {
    await this.signed("/api/burn", "burn", deployment, keys, new Uint8Array(0));
  }

  // A challenge that is too old, or of a service that was started anew, is asked for once more.
  private async signed(path: string, op: Op, deployment: Deployment, keys: ReporterKeys, body: Bytes): Promise<Bytes> {
    try {
      return await this.signedOnce(path, op, deployment, keys, body);
    } catch (fault) {
      if (!(fault instanceof Refused && fault.code.includes("challenge"))) throw fault;
      return this.signedOnce(path, op, deployment, keys, body);
    }
  }

  // Answers a fresh challenge with a note over this body, signed by the case key.
  private async signedOnce(path: string, op: Op, deployment: Deployment, keys: ReporterKeys, body: Bytes): Promise<Bytes> {
    const challenge = await this.challenge();
    const text = printAuthLines({
      deployment: deployment.root.deployment,
      subject: keys.caseId,
      key: keys.signing.publicKey,
      origin: deployment.root.origins[0] ?? refuse("malformed"),
      op,
      challenge,
      body: sha256(body),
    });
    const note = keys.signing.signNote(text, toHex(keys.caseId));
    return ask(path, writeBundle([{ type: RecordType.note, bytes: note }, { type: RecordType.body, bytes: body }]));
  }
}
