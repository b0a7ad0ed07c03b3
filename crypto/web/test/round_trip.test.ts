import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bytes, equal, toHex, utf8 } from "../base/bytes.js";
import { sha256 } from "../base/sha256.js";
import { systemRandom } from "../base/random.js";
import { Refusal } from "../base/refusal.js";
import { readMessage, readReport } from "../content/read.js";
import { writeMessage, writeReply, writeReport } from "../content/write.js";
import { memberKeys } from "../keys/member_keys.js";
import { Receipt } from "../keys/receipt.js";
import { reporterKeys } from "../keys/reporter_keys.js";
import { openAttachmentBlob } from "../open/attachment.js";
import { openAttachment, openCore } from "../open/envelope.js";
import { openReporterMessage } from "../open/message.js";
import { unwrap } from "../open/wrap.js";
import { sealMessage } from "../seal/envelope.js";
import { memorySource } from "../seal/source.js";
import { sealSubmission, submissionBundle, wholeCore } from "../seal/submission.js";
import { parseBundle, RecordCursor, RecordType } from "../verify/bundle.js";
import { Author, headerOfCore } from "../verify/header.js";
import { Kind } from "../verify/lengths.js";
import { openSubmit } from "../verify/submit.js";
import { parseWrapset } from "../verify/wrapset.js";

const deployment = systemRandom(16);
const rosterHash = systemRandom(32);

function refused(code: string): (fault: unknown) => boolean {
  return (fault) => fault instanceof Refusal && fault.code === code;
}

test("a sealed report with a file opens for a member and for nobody else", async () => {
  const reporter = reporterKeys(Receipt.generate(systemRandom), deployment);
  const member = memberKeys(systemRandom(32));
  const file = systemRandom(200_000);
  const sealed = await sealSubmission(
    { author: Author.reporter, deployment, seq: 0, rosterHash },
    (attachments) =>
      writeReport({
        lang: "en", box: reporter.box.publicKey, form: { id: "report", version: 1 }, answers: { what: "a text" }, exclude: [],
        attachments,
      }),
    [{ source: memorySource(file), name: "file.bin", type: "application/octet-stream" }],
    reporter,
    { readers: [member.seal.publicKey], escrow: 0, custodians: [], identity: {} },
    systemRandom,
  );
  const cursor = new RecordCursor(parseBundle(await submissionBundle(sealed)));
  const lines = openSubmit(cursor.take(RecordType.note), deployment);
  const core = cursor.take(RecordType.core);
  const wraps = parseWrapset(cursor.take(RecordType.wrapset));
  const attachment = cursor.take(RecordType.core);
  cursor.finish();
  assert.equal(lines.objects.length, 2);

  const header = headerOfCore(core);
  const opened = openReporterMessage(core, unwrap(header, wraps, member.seal));
  const report = readReport(opened.json);
  assert.equal(report.answers.what, "a text");
  const entry = report.attachments[0];
  assert.ok(entry !== undefined && equal(openAttachment(attachment, entry.coreHash, entry.key), file));
  assert.throws(() => unwrap(header, wraps, memberKeys(systemRandom(32)).seal), refused("not-a-recipient"));
});

test("sealing a file twice gives the same bytes, so a retry sends what was promised", async () => {
  const reporter = reporterKeys(Receipt.generate(systemRandom), deployment);
  const sealed = await sealSubmission(
    { author: Author.reporter, deployment, seq: 1, rosterHash },
    (attachments) => writeMessage({ lang: "en", text: "more", attachments }),
    [{ source: memorySource(systemRandom(70_000)), name: "a", type: "" }],
    reporter,
    { readers: [memberKeys(systemRandom(32)).seal.publicKey], escrow: 0, custodians: [], identity: {} },
    systemRandom,
  );
  const file = sealed.files[0];
  assert.ok(file !== undefined);
  assert.equal(toHex(sha256(await wholeCore(file))), toHex(sha256(await wholeCore(file))));
});

test("a file that comes as a blob opens whole or not at all: one octet altered, one too few, another file", async () => {
  const reporter = reporterKeys(Receipt.generate(systemRandom), deployment);
  for (const size of [0, 5, 65_528, 65_529, 200_000]) {
    const file = systemRandom(size);
    const names: { key: Bytes; coreHash: Bytes; size: number }[] = [];
    const sealed = await sealSubmission(
      { author: Author.reporter, deployment, seq: 1, rosterHash },
      (attachments) => {
        names.push(...attachments);
        return writeMessage({ lang: "en", text: "more", attachments });
      },
      [{ source: memorySource(file), name: "a", type: "" }],
      reporter,
      { readers: [memberKeys(systemRandom(32)).seal.publicKey], escrow: 0, custodians: [], identity: {} },
      systemRandom,
    );
    const sealer = sealed.files[0];
    const announced = names[0];
    assert.ok(sealer !== undefined && announced !== undefined);
    const core = await wholeCore(sealer);
    const open = (octets: Bytes, as = announced): Promise<Blob> => openAttachmentBlob(new Blob([octets]), as, () => undefined);
    assert.ok(equal(new Uint8Array(await (await open(core)).arrayBuffer()), file), `${size} octets`);
    const altered = core.slice();
    altered[core.length - 20] = (altered[core.length - 20] ?? 0) ^ 1;
    await assert.rejects(open(altered), refused("core-hash"));
    await assert.rejects(open(core.subarray(0, core.length - 1)), refused("bad-length"));
    await assert.rejects(open(core, { ...announced, size: size + 1 }), refused("bad-length"));
    await assert.rejects(open(core, { ...announced, key: systemRandom(32) }), refused("commitment"));
    await assert.rejects(open(systemRandom(core.length)), refused("unknown-version"));
  }
});

async function sealedReply(): Promise<{ core: Bytes; dek: Bytes }> {
  const json = writeReply({ lang: "en", type: "status", status: "review", text: "t", day: "2026-11-24", lookAgain: "2026-12-01", recused: [], attachments: [] });
  const fields = { kind: Kind.reply, author: Author.reviewer, deployment, caseId: systemRandom(16), seq: 0, part: 0, rosterHash };
  return sealMessage(fields, json, memberKeys(systemRandom(32)).signing, systemRandom(32));
}

test("another key, a flipped bit and a missing octet are each refused by name", async () => {
  const { core, dek } = await sealedReply();
  assert.throws(() => openCore(core, systemRandom(32)), refused("commitment"));
  const flipped = core.slice();
  flipped[200] = (flipped[200] ?? 0) ^ 1;
  assert.throws(() => openCore(flipped, dek), refused("decrypt"));
  assert.throws(() => openCore(core.subarray(0, core.length - 1), dek), refused("bad-length"));
});

test("JSON with a key twice, a fraction, a null, a byte order mark or a lone surrogate is refused", () => {
  const good = '{"v":1,"lang":"en","text":"t","attachments":[],"seen":""}';
  assert.equal(readMessage(utf8(good)).text, "t");
  for (const bad of [
    good.replace('"text":"t"', '"text":"t","text":"t"'),
    good.replace('"v":1', '"v":1.0'),
    good.replace('"v":1', '"v":1e0'),
    good.replace('"v":1', '"v":01'),
    good.replace('"t"', "null"),
    `\ufeff${good}`,
    good.replace('"t"', '"\\ud800"'),
    `${good} x`,
    good.replace('"seen":""', '"seen":"","other":1'),
  ])
    assert.throws(() => readMessage(utf8(bad)), refused("content-schema"), bad);
});

test("a receipt reads back from any script's digits and separators", () => {
  const receipt = Receipt.generate(systemRandom);
  const groups = receipt.revealGroups();
  const arabic = groups.join("-").replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
  assert.deepEqual(Receipt.read(arabic).revealGroups(), groups);
  assert.throws(() => Receipt.read(groups.slice(0, 7).join(" ")), refused("receipt-length"));
  assert.throws(() => Receipt.read(`x${groups.join("")}`), refused("receipt-character"));
});
