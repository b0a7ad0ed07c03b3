// A submission: the bundle of a submit note and its objects, checked as far as anybody can without a key.

import { type Bytes, equal } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { parseBundle, parseUploadRef, RecordCursor, RecordType, type UploadRef } from "./bundle.js";
import { coreHash } from "./core_hash.js";
import { type EnvelopeHeader, headerOfCore } from "./header.js";
import { type PuzzleAnswer, parsePuzzleAnswer } from "./puzzle.js";
import { checkSubmittedHeader, checkSubmittedHeaders, openSubmit, type SubmitLines, type SubmitObject } from "./submit.js";
import { digestsOf, parseShareWrapset, parseWrapset, type Wrapset, wrapsHash } from "./wrapset.js";

export interface InlineCore {
  bytes: Bytes;
  header: EnvelopeHeader;
}

export interface SubmittedObject {
  core: InlineCore | UploadRef; // an upload's header and hash are still to be checked
  wraps?: Wrapset; // of a message; of an identity the shares; absent exactly for an attachment
}

export interface Submission {
  submit: SubmitLines;
  puzzle?: PuzzleAnswer; // whether it is good enough is for the server to say that asked
  objects: SubmittedObject[];
}

export function isInline(core: InlineCore | UploadRef): core is InlineCore {
  return "bytes" in core;
}

function takeCore(r: RecordCursor, submit: SubmitLines, i: number, announced: SubmitObject): InlineCore {
  const bytes = r.take(RecordType.core);
  const header = headerOfCore(bytes);
  checkSubmittedHeader(submit, i, header);
  if (bytes.length !== announced.coreLen) refuse("bad-length");
  if (!equal(coreHash(bytes), announced.coreHash)) refuse("core-hash");
  return { bytes, header };
}

function takeUpload(r: RecordCursor, announced: SubmitObject): UploadRef {
  const ref = parseUploadRef(r.take(RecordType.upload));
  if (!equal(ref.env, announced.env)) refuse("core-hash");
  return ref;
}

// Besides the message, which comes first, only an identity has a wrapset.
function takeWraps(r: RecordCursor, i: number, announced: SubmitObject, hash: Bytes): Wrapset {
  const wraps = (i === 0 ? parseWrapset : parseShareWrapset)(r.take(RecordType.wrapset));
  if (!equal(wraps.env, announced.env) || !equal(wrapsHash(digestsOf(wraps)), hash)) refuse("wraps-hash");
  return wraps;
}

// What uploads lack is asked later: checkSubmittedHeader per object and checkSubmittedHeaders at the end.
export function openSubmission(bundle: Bytes, deployment: Bytes): Submission {
  const r = new RecordCursor(parseBundle(bundle));
  const submit = openSubmit(r.take(RecordType.note), deployment);
  const puzzle = r.nextIs(RecordType.puzzle) ? parsePuzzleAnswer(r.take(RecordType.puzzle)) : undefined;
  const objects: SubmittedObject[] = [];
  for (const [i, announced] of submit.objects.entries()) {
    const core = r.nextIs(RecordType.upload) ? takeUpload(r, announced) : takeCore(r, submit, i, announced);
    const { wrapsHash: hash } = announced;
    objects.push(hash === undefined ? { core } : { core, wraps: takeWraps(r, i, announced, hash) });
  }
  r.finish();
  const headers = objects.flatMap(({ core }) => (isInline(core) ? [core.header] : []));
  if (headers.length === objects.length) checkSubmittedHeaders(submit, headers);
  return puzzle === undefined ? { submit, objects } : { submit, puzzle, objects };
}
