// Sending what was sealed: large files first, piece by piece from wherever the last try ended, then the
// submission that names them. Every step may be repeated.

import { type Bytes, concat, equal } from "../../../crypto/web/base/bytes.js";
import { refuse } from "../../../crypto/web/base/refusal.js";
import type { Sealer } from "../../../crypto/web/seal/envelope.js";
import { type SealedSubmission, submissionBundle } from "../../../crypto/web/seal/submission.js";
import { encodeHeader } from "../../../crypto/web/verify/header.js";
import { headerSize, inlineCoreLimit, sealedPieceSize } from "../../../crypto/web/verify/lengths.js";
import { type Intake, Refused, type UploadState } from "./intake.js";
import type { Step } from "./progress_line.js";
import { say } from "./words.js";

const chunksPerPiece = 32; // 2 MiB: lost at most by a broken connection

async function pieceFrom(sealer: Sealer, chunk: number): Promise<Bytes> {
  const parts: Bytes[] = chunk === 0 ? [encodeHeader(sealer.header)] : [];
  for (let i = chunk; i < Math.min(sealer.chunks, chunk + chunksPerPiece); i++) parts.push(await sealer.chunk(i));
  return concat(...parts);
}

// Which chunk comes next after so many durable octets: pieces end on chunk borders.
function nextChunk(durable: number): number {
  const chunk = durable <= headerSize ? 0 : (durable - headerSize) / sealedPieceSize;
  return Number.isInteger(chunk) ? chunk : refuse("malformed");
}

// The next piece is sealed while the one before it is on its way.
async function upload(intake: Intake, sealer: Sealer, state: UploadState, progress: (done: number) => void): Promise<void> {
  let durable = state.durable;
  let chunk = -1; // the first of the piece in `sealing`
  let sealing: Promise<Bytes> = Promise.resolve(new Uint8Array(0));
  const seal = (from: number): void => {
    chunk = from;
    sealing = pieceFrom(sealer, from);
    sealing.catch(() => undefined); // told where it is awaited, unless sending failed before
  };
  progress(durable);
  while (durable < sealer.coreLen) {
    if (chunk !== nextChunk(durable)) seal(nextChunk(durable));
    const piece = await sealing;
    const sent = intake.uploadPiece(state.id, durable, durable === headerSize ? piece.subarray(headerSize) : piece);
    seal(chunk + chunksPerPiece);
    durable = await sent;
    progress(durable);
  }
}

// How long the next try waits, in seconds. What moves something forward begins the row anew.
const pauses = [1, 2, 4, 8, 15, 30];
// What passes: no connection, a service that is starting again or busy, a piece of which only the beginning arrived.
const passing = ["unreachable", "unavailable", "busy", "out-of-order"];

// Through breaks of the connection and restarts of the service, for as long as one of the pauses helps.
export async function send(
  intake: Intake,
  sealed: SealedSubmission,
  names: readonly string[],
  progress: (step: Step) => void,
): Promise<void> {
  let tries = 0;
  let furthest = -1;
  for (;;) {
    let now: Step = { doing: () => "", done: 0, all: 1 };
    let sent = 0; // octets in this try
    try {
      return await sendOnce(intake, sealed, names, (step) => {
        if (step.beside !== undefined) return progress(step);
        sent += step.doing() === now.doing() ? step.done - now.done : step.done;
        if (sent > furthest) [furthest, tries] = [sent, 0];
        progress((now = step));
      });
    } catch (fault) {
      const pause = pauses[tries++];
      if (!(fault instanceof Refused && passing.includes(fault.code)) || pause === undefined) throw fault;
      progress({ ...now, doing: () => say("sending.waiting") });
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    }
  }
}

async function sendOnce(intake: Intake, sealed: SealedSubmission, names: readonly string[], progress: (step: Step) => void): Promise<void> {
  const large = sealed.lines.objects.some((object) => object.coreLen > inlineCoreLimit);
  const uploads = large ? await intake.beginUploads(sealed.note, progress) : [];
  const stateOf = (env: Bytes): UploadState | undefined => uploads.find((state) => equal(state.env, env));
  for (const [i, file] of sealed.files.entries()) {
    const state = stateOf(file.env);
    const doing = (): string => say("sending.upload", { name: names[i] ?? "" });
    if (state !== undefined) await upload(intake, file, state, (done) => progress({ doing, done, all: file.coreLen }));
  }
  const message = stateOf(sealed.message.env);
  if (message !== undefined) {
    for (let at = message.durable; at < sealed.message.core.length; ) {
      const end = nextChunk(at) * sealedPieceSize + headerSize + sealedPieceSize * chunksPerPiece;
      at = await intake.uploadPiece(message.id, at, sealed.message.core.subarray(at, Math.min(end, sealed.message.core.length)));
    }
  }
  progress({ doing: () => say("sending.last"), done: 0, all: 1 });
  await intake.submit(await submissionBundle(sealed, (env) => stateOf(env)?.id), progress);
  progress({ doing: () => say("sending.last"), done: 1, all: 1 });
}
