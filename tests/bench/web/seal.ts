// What the TypeScript twin takes for a reporter's work, outside any browser: no page, no network, no disk.

import type { Bytes } from "../../../crypto/web/base/bytes.js";
import { systemRandom } from "../../../crypto/web/base/random.js";
import type { Attachment } from "../../../crypto/web/content/content.js";
import { writeReport } from "../../../crypto/web/content/write.js";
import { memberKeys } from "../../../crypto/web/keys/member_keys.js";
import { Receipt } from "../../../crypto/web/keys/receipt.js";
import { reporterKeys } from "../../../crypto/web/keys/reporter_keys.js";
import { openAttachment } from "../../../crypto/web/open/envelope.js";
import { openReporterMessage } from "../../../crypto/web/open/message.js";
import { unwrap } from "../../../crypto/web/open/wrap.js";
import { memorySource } from "../../../crypto/web/seal/source.js";
import { sealSubmission, type SealedSubmission, submissionBundle, wholeCore } from "../../../crypto/web/seal/submission.js";
import { Author } from "../../../crypto/web/verify/header.js";
import { openSubmission } from "../../../crypto/web/verify/submission.js";

const deployment = systemRandom(16);
const place = { author: Author.reporter, deployment, seq: 0, rosterHash: systemRandom(32) };
const reporter = reporterKeys(Receipt.generate(systemRandom), deployment);
const members = Array.from({ length: 4 }, () => memberKeys(systemRandom(32)));
const audience = { readers: members.map((member) => member.seal.publicKey), escrow: 0, custodians: [], identity: {} };
const fileSize = 16 * 2 ** 20;

function report(attachments: Attachment[]): Bytes {
  const answers = { what: "A text of a few lines. ".repeat(100) };
  return writeReport({ lang: "en", box: reporter.box.publicKey, form: { id: "report", version: 1 }, answers, exclude: [], attachments });
}

function seal(files: readonly Bytes[]): Promise<SealedSubmission> {
  const named = files.map((bytes) => ({ source: memorySource(bytes), name: "file.bin", type: "" }));
  return sealSubmission(place, report, named, reporter, audience, systemRandom);
}

// The median of `rounds`, in milliseconds, after one that nobody counts.
async function measure(name: string, rounds: number, act: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let i = -1; i < rounds; i++) {
    const begin = performance.now();
    await act();
    if (i >= 0) took.push(performance.now() - begin);
  }
  const median = took.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
  console.log(`web.${name} = ${median.toFixed(1)} ms`);
  return median;
}

function rate(name: string, milliseconds: number): void {
  console.log(`web.${name} = ${(fileSize / 2 ** 20 / (milliseconds / 1000)).toFixed(1)} MiB/s`);
}

await measure("keys_of_a_code", 15, () => reporterKeys(Receipt.generate(systemRandom), deployment));
await measure("seal_report_for_4", 9, () => seal([]));
const bare = await seal([]);
const [first] = members;
if (first === undefined) throw new Error("there are members");
await measure("open_report", 9, () =>
  openReporterMessage(bare.message.core, unwrap(bare.message.header, bare.wraps, first.seal)));

const file = systemRandom(fileSize);
rate("seal_file", await measure("seal_report_with_16_mib", 3, () => seal([file])));
const whole = await seal([file]);
const bundle = await submissionBundle(whole);
rate("check_submission", await measure("check_submission_with_16_mib", 3, () => openSubmission(bundle, deployment)));
const [sealer] = whole.files;
const announced = whole.lines.objects[1];
if (sealer === undefined || announced === undefined) throw new Error("there is a file");
const core = await wholeCore(sealer);
rate("open_file", await measure("open_16_mib", 3, () => openAttachment(core, announced.coreHash, sealer.dek)));
