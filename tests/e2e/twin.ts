// A reporter whose whole client is the TypeScript twin: no page, no command line.

import type { Bytes } from "../../crypto/web/base/bytes.js";
import { systemRandom } from "../../crypto/web/base/random.js";
import type { Answers } from "../../crypto/web/content/content.js";
import { readReport } from "../../crypto/web/content/read.js";
import { writeReport } from "../../crypto/web/content/write.js";
import { Receipt } from "../../crypto/web/keys/receipt.js";
import { type ReporterKeys, reporterKeys } from "../../crypto/web/keys/reporter_keys.js";
import { openAttachment } from "../../crypto/web/open/envelope.js";
import { openReporterMessage } from "../../crypto/web/open/message.js";
import { unwrap } from "../../crypto/web/open/wrap.js";
import { audienceOf } from "../../crypto/web/seal/audience.js";
import { memorySource } from "../../crypto/web/seal/source.js";
import { sealSubmission, submissionBundle } from "../../crypto/web/seal/submission.js";
import { parseBundle, RecordCursor, RecordType } from "../../crypto/web/verify/bundle.js";
import { Author, headerOfCore } from "../../crypto/web/verify/header.js";
import { openRoot } from "../../crypto/web/verify/root.js";
import { openRoster } from "../../crypto/web/verify/roster.js";
import { openSubmission } from "../../crypto/web/verify/submission.js";
import { parseShareWrapset, parseWrapset } from "../../crypto/web/verify/wrapset.js";

export interface Told {
  what: string;
  files: { name: string; octets: Bytes }[];
}

function keysOf(code: string, deployment: Bytes): ReporterKeys {
  return reporterKeys(Receipt.read(code), deployment);
}

// What an offline file holds, all of it verified and opened with its code.
export function open(bundle: Bytes, code: string, rootNote: Bytes): Told {
  const { deployment } = openRoot(rootNote);
  openSubmission(bundle, deployment);
  const cursor = new RecordCursor(parseBundle(bundle));
  cursor.take(RecordType.note);
  const core = cursor.take(RecordType.core);
  const wraps = parseWrapset(cursor.take(RecordType.wrapset));
  cursor.take(RecordType.core); // the identity object and its shares: not for who reads, nor for the reporter
  parseShareWrapset(cursor.take(RecordType.wrapset));
  const dek = unwrap(headerOfCore(core), wraps, keysOf(code, deployment).box);
  const { answers, attachments } = readReport(openReporterMessage(core, dek).json);
  const files = attachments.map(({ name, coreHash, key }) => ({
    name, octets: openAttachment(cursor.take(RecordType.core), coreHash, key),
  }));
  cursor.finish();
  return { what: String(answers["what"]), files };
}

// An offline file with its code, for all members who receive reports. `answers`: whatever they are, also such as no page
// would let go on.
export async function seal({ what, files }: Told, rootNote: Bytes, rosterNote: Bytes, answers: Answers = { what }): Promise<{ bundle: Bytes; code: string }> {
  const root = openRoot(rootNote);
  const roster = openRoster(rosterNote, root);
  const receipt = Receipt.generate(systemRandom);
  const reporter = reporterKeys(receipt, root.deployment);
  const sealed = await sealSubmission(
    { author: Author.reporter, deployment: root.deployment, seq: 0, rosterHash: roster.hash },
    (attachments, shares) =>
      writeReport({
        lang: "en", box: reporter.box.publicKey, form: { id: "misconduct", version: 1 }, answers, exclude: [], attachments, shares,
      }),
    files.map(({ name, octets }) => ({ source: memorySource(octets), name, type: "application/octet-stream" })),
    reporter,
    audienceOf(roster, new Set()),
    systemRandom,
  );
  return { bundle: await submissionBundle(sealed), code: receipt.revealGroups().join(" ") };
}
