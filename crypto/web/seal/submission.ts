// A reporter's submission, whole: a report or a message with its files, sealed, wrapped and signed
// (crypto/SPEC.md sections 6 and 7). Files are sealed twice from their source: once for their hashes, which
// the message carries, and once as they are sent; memory stays constant.

import { type Bytes, concat, toHex } from "../base/bytes.js";
import { sha256Fast } from "../base/sha256.js";
import type { Random } from "../base/random.js";
import { refuse } from "../base/refusal.js";
import type { Attachment, ShareMark } from "../content/content.js";
import { writeIdentity } from "../content/write.js";
import type { ReporterKeys } from "../keys/reporter_keys.js";
import { shareHash } from "../keys/share.js";
import { type BundleRecord, RecordType, writeBundle } from "../verify/bundle.js";
import { coreHashOf } from "../verify/core_hash.js";
import { type Author, encodeHeader, firstAttachmentPart, identityPart } from "../verify/header.js";
import { Kind, mostAttachments } from "../verify/lengths.js";
import { printSubmitLines, type SubmitLines, type SubmitObject } from "../verify/submit.js";
import { digestsOf, encodeWrapset, type Wrapset, wrapsHash } from "../verify/wrapset.js";
import type { Audience } from "./audience.js";
import { type SealedMessage, Sealer, sealMessage } from "./envelope.js";
import { split, wrapShares } from "./escrow.js";
import type { Source } from "./source.js";
import { wrap } from "./wrap.js";

export interface FileToSeal {
  source: Source;
  name: string;
  type: string;
}

// Where the submission stands: the same for all its envelopes. seq 0 is the report, later ones messages.
export interface Place {
  author: Author;
  deployment: Bytes;
  seq: number;
  rosterHash: Bytes;
}

// What stands beside the message wherever the roster has escrow: the same octets for whoever holds too few
// shares, whether or not a name is inside.
export interface SealedIdentity {
  object: SealedMessage;
  shares: Wrapset;
}

export interface SealedSubmission {
  note: Bytes;
  lines: SubmitLines;
  message: SealedMessage;
  wraps: Wrapset;
  identity?: SealedIdentity;
  files: Sealer[]; // in part order: the objects of the note after message and identity
}

export type Progress = (done: number, all: number) => void;

const hashedMeanwhile = 8; // chunks that the browser may be hashing while the next ones are sealed

async function coreHashOfFile(sealer: Sealer, step: (octets: number) => void): Promise<Bytes> {
  const hashes: Promise<Bytes>[] = [];
  for (let i = 0; i < sealer.chunks; i++) {
    const chunk = await sealer.chunk(i);
    hashes.push(sha256Fast(chunk));
    await hashes[i - hashedMeanwhile];
    step(chunk.length);
  }
  return coreHashOf(encodeHeader(sealer.header), await Promise.all(hashes));
}

function announced({ env, core, coreHash }: SealedMessage, wraps: Wrapset): SubmitObject {
  return { env, coreLen: core.length, coreHash, wrapsHash: wrapsHash(digestsOf(wraps)) };
}

interface EscrowedIdentity extends SealedIdentity {
  marks: ShareMark[]; // ascending by index, as the custodians are
}

async function sealIdentity(place: Place, reporter: ReporterKeys, audience: Audience, random: Random): Promise<EscrowedIdentity> {
  const { dek, shares } = split(audience.escrow, audience.custodians, random);
  const fields = { ...place, caseId: reporter.caseId, kind: Kind.identity, part: identityPart };
  const object = await sealMessage(fields, writeIdentity(audience.identity), reporter.signing, dek);
  const marks = shares.map((share) => ({ index: share.index, hash: shareHash(object.env, share) }));
  return { object, shares: wrapShares(object.env, shares, audience.custodians, random), marks };
}

// `writeJson` gets what a draft cannot know, the attachments and the marks of the shares, and gives the
// message's JSON.
export async function sealSubmission(
  place: Place,
  writeJson: (attachments: Attachment[], shares: ShareMark[] | undefined) => Bytes,
  files: readonly FileToSeal[],
  reporter: ReporterKeys,
  audience: Audience,
  random: Random,
  progress: Progress = () => undefined,
): Promise<SealedSubmission> {
  if (files.length > mostAttachments) refuse("too-large");
  const fields = { ...place, caseId: reporter.caseId };
  const sealers = files.map(
    ({ source }, i) => new Sealer({ ...fields, kind: Kind.attachment, part: firstAttachmentPart + i }, source, random(32)),
  );
  const all = sealers.reduce((sum, sealer) => sum + sealer.coreLen, 0);
  let done = 0;
  const entries: Attachment[] = [];
  for (const [i, { source, name, type }] of files.entries()) {
    const sealer = sealers[i] as Sealer;
    const coreHash = await coreHashOfFile(sealer, (octets) => progress((done += octets), all));
    entries.push({ env: sealer.env, key: sealer.dek, coreHash, size: source.size, name, type });
  }
  const kind = place.seq === 0 ? Kind.report : Kind.message;
  const identity = audience.escrow === 0 ? undefined : await sealIdentity(place, reporter, audience, random);
  const json = writeJson(entries, identity?.marks);
  const message = await sealMessage({ ...fields, kind, part: 0 }, json, reporter.signing, random(32));
  const wraps = wrap(message.env, message.dek, [...audience.readers, reporter.box.publicKey], random);
  const lines: SubmitLines = {
    deployment: place.deployment,
    caseId: reporter.caseId,
    key: reporter.signing.publicKey,
    objects: [
      announced(message, wraps),
      ...(identity === undefined ? [] : [announced(identity.object, identity.shares)]),
      ...entries.map((entry, i) => ({ env: entry.env, coreLen: (sealers[i] as Sealer).coreLen, coreHash: entry.coreHash })),
    ],
  };
  const note = reporter.signing.signNote(printSubmitLines(lines), toHex(reporter.caseId));
  return { note, lines, message, wraps, files: sealers, ...(identity === undefined ? {} : { identity }) };
}

// The submission as a bundle. Cores of which `uploadOf` knows an upload id are named, all others are inside.
export async function submissionBundle(
  sealed: SealedSubmission,
  uploadOf: (env: Bytes) => Bytes | undefined = () => undefined,
): Promise<Bytes> {
  const records: BundleRecord[] = [{ type: RecordType.note, bytes: sealed.note }];
  const add = async (env: Bytes, core: () => Promise<Bytes>): Promise<void> => {
    const upload = uploadOf(env);
    records.push(
      upload === undefined
        ? { type: RecordType.core, bytes: await core() }
        : { type: RecordType.upload, bytes: concat(env, upload) },
    );
  };
  await add(sealed.message.env, async () => sealed.message.core);
  records.push({ type: RecordType.wrapset, bytes: encodeWrapset(sealed.wraps) });
  if (sealed.identity !== undefined) {
    records.push({ type: RecordType.core, bytes: sealed.identity.object.core });
    records.push({ type: RecordType.wrapset, bytes: encodeWrapset(sealed.identity.shares) });
  }
  for (const file of sealed.files) await add(file.env, () => wholeCore(file));
  return writeBundle(records);
}

export async function wholeCore(sealer: Sealer): Promise<Bytes> {
  const chunks: Bytes[] = [encodeHeader(sealer.header)];
  for (let i = 0; i < sealer.chunks; i++) chunks.push(await sealer.chunk(i));
  return concat(...chunks);
}
