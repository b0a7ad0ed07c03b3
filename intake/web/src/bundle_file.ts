// A sealed file: what the offline page makes, and what this page sends for somebody who has one. It is never read
// into memory whole.

import { type Bytes, concat, equal } from "../../../crypto/web/base/bytes.js";
import { Reader } from "../../../crypto/web/base/reader.js";
import { refuse } from "../../../crypto/web/base/refusal.js";
import type { SealedSubmission } from "../../../crypto/web/seal/submission.js";
import { type BundleRecord, bundleHead, recordHead, RecordType, writeBundle } from "../../../crypto/web/verify/bundle.js";
import { encodeHeader } from "../../../crypto/web/verify/header.js";
import { headerSize, inlineCoreLimit, sealedPieceSize } from "../../../crypto/web/verify/lengths.js";
import { openSubmit } from "../../../crypto/web/verify/submit.js";
import { encodeWrapset } from "../../../crypto/web/verify/wrapset.js";
import type { Intake } from "./intake.js";
import type { Step } from "./progress_line.js";
import { say } from "./words.js";

const recordHeadSize = 9;
const mostRecords = 64;
const mostSmall = 1024 * 1024; // a note or wraps
const piece = sealedPieceSize * 32;

// The whole submission, every core inside.
export async function bundleOf(sealed: SealedSubmission, progress: (done: number, all: number) => void): Promise<Blob> {
  const small: BundleRecord[] = [
    { type: RecordType.note, bytes: sealed.note },
    { type: RecordType.core, bytes: sealed.message.core },
    { type: RecordType.wrapset, bytes: encodeWrapset(sealed.wraps) },
  ];
  if (sealed.identity !== undefined) {
    small.push({ type: RecordType.core, bytes: sealed.identity.object.core });
    small.push({ type: RecordType.wrapset, bytes: encodeWrapset(sealed.identity.shares) });
  }
  const parts: Bytes[] = [bundleHead(small.length + sealed.files.length)];
  for (const { type, bytes } of small) parts.push(recordHead(type, bytes.length), bytes);
  const all = sealed.files.reduce((sum, file) => sum + file.coreLen, 0);
  let done = 0;
  const blobs: Blob[] = [new Blob(parts)];
  for (const file of sealed.files) {
    blobs.push(new Blob([recordHead(RecordType.core, file.coreLen), encodeHeader(file.header)]));
    for (let i = 0; i < file.chunks; i++) {
      const chunk = await file.chunk(i);
      blobs.push(new Blob([chunk])); // a browser may keep it on disk: it is sealed
      progress((done += chunk.length), all);
    }
  }
  return new Blob(blobs, { type: "application/octet-stream" });
}

interface Record {
  type: number;
  content: Blob;
}

async function octets(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

// Where each record lies; malformed when they do not fill the file exactly.
async function recordsOf(file: Blob): Promise<Record[]> {
  const head = new Reader(await octets(file.slice(0, 8)));
  if (!head.takeMagic("PPB1")) refuse("unknown-version");
  const n = head.takeU32();
  if (n > mostRecords) refuse("too-large");
  const out: Record[] = [];
  let at = 8;
  for (let i = 0; i < n; i++) {
    const r = new Reader(await octets(file.slice(at, at + recordHeadSize)));
    const type = r.takeU8();
    const length = r.takeU64();
    at += recordHeadSize;
    if (at + length > file.size) refuse("truncated");
    out.push({ type, content: file.slice(at, at + length) });
    at += length;
  }
  if (at !== file.size) refuse("trailing-bytes");
  return out;
}

// Sends a sealed file. What arrived before is not sent again.
export async function sendBundle(intake: Intake, file: Blob, deployment: Bytes, show: (step: Step) => void): Promise<void> {
  const progress = (done: number, all: number): void => show({ doing: () => say("file.sending"), done, all });
  const records = await recordsOf(file);
  const small = async (record: Record): Promise<Bytes> => (record.content.size > mostSmall ? refuse("too-large") : octets(record.content));
  const first = records[0] ?? refuse("malformed");
  if (first.type !== RecordType.note) refuse("malformed");
  const note = await small(first);
  const { objects } = openSubmit(note, deployment);
  const cores = records.filter(({ type }) => type === RecordType.core);
  if (cores.length !== objects.length) refuse("malformed");

  const large = objects.some(({ coreLen }) => coreLen > inlineCoreLimit);
  const uploads = large ? await intake.beginUploads(note, show) : [];
  const all = cores.reduce((sum, { content }) => sum + content.size, 0);
  let before = 0;
  const out: BundleRecord[] = [{ type: RecordType.note, bytes: note }];
  let object = 0;
  for (const { type, content } of records.slice(1)) {
    if (type !== RecordType.core) {
      out.push({ type: type as RecordType, bytes: await small({ type, content }) });
      continue;
    }
    const { env } = objects[object++] ?? refuse("malformed");
    const state = uploads.find((one) => equal(one.env, env));
    if (state === undefined) {
      out.push({ type: RecordType.core, bytes: await small({ type, content }) });
    } else {
      // Pieces end on chunk borders.
      for (let at = state.durable; at < content.size; ) {
        const end = at <= headerSize ? headerSize + piece : at + piece;
        at = await intake.uploadPiece(state.id, at, await octets(content.slice(at, Math.min(end, content.size))));
        progress(before + at, all);
      }
      out.push({ type: RecordType.upload, bytes: concat(env, state.id) });
    }
    before += content.size;
    progress(before, all);
  }
  await intake.submit(writeBundle(out), show);
}
