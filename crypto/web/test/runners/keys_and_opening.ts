// What a reporter's client and a desk do with keys: codes, key files, envelopes, wraps, messages, contents.

import { equal, toHex } from "../../base/bytes.js";
import { sha256 } from "../../base/sha256.js";
import { readIdentity, readMessage, readNote, readReply, readReport } from "../../content/read.js";
import { writeIdentity, writeMessage, writeNote, writeReply, writeReport } from "../../content/write.js";
import { commitment } from "../../keys/dek.js";
import { openKeyFile } from "../../keys/key_file.js";
import { memberKeys } from "../../keys/member_keys.js";
import { Receipt } from "../../keys/receipt.js";
import { reporterKeys } from "../../keys/reporter_keys.js";
import { encodeShare, parseShare } from "../../keys/share.js";
import { openAttachment, openCore } from "../../open/envelope.js";
import { checkShare, combine, unwrapShare } from "../../open/escrow.js";
import { openOfficeMessage, openReporterMessage } from "../../open/message.js";
import { unwrap } from "../../open/wrap.js";
import { type Bytes, fromUtf8 } from "../../base/bytes.js";
import { refuse } from "../../base/refusal.js";
import { envId, parseHeader } from "../../verify/header.js";
import { openRoot } from "../../verify/root.js";
import { openRoster } from "../../verify/roster.js";
import { parseWrapset } from "../../verify/wrapset.js";
import { bytesOf, type In, octets, type Runners } from "../vector_files.js";

const shown = (content: Bytes) => ({ size: content.length, sha256: toHex(sha256(content)) });

// A page gets text, so that what is no text ends before Receipt.read.
const typed = (bytes: Bytes): string => fromUtf8(bytes) ?? refuse("receipt-character");

const again = [
  (json: Bytes) => writeReport(readReport(json)),
  (json: Bytes) => writeMessage(readMessage(json)),
  (json: Bytes) => writeReply(readReply(json)),
  (json: Bytes) => writeNote(readNote(json)),
  (json: Bytes) => writeIdentity(readIdentity(json)),
];

function markOf(marks: In, index: number): Bytes {
  const mark = marks.find((one: In) => one.i === index) ?? refuse("bad-share");
  return bytesOf(mark.h);
}

export const keysAndOpening: Runners = {
  attachment: (input: In) => shown(openAttachment(bytesOf(input.core), bytesOf(input.core_hash), bytesOf(input.dek))),
  content: (input: In) => ({ again: fromUtf8((again[input.kind - 1] ?? refuse("malformed"))(bytesOf(input.json))) }),
  envelope: (input: In) => shown(openCore(bytesOf(input.core), bytesOf(input.dek))),
  escrow: (input: In) => {
    const header = parseHeader(bytesOf(input.header));
    const shares = input.shares.map((raw: In) => {
      const share = parseShare(bytesOf(raw));
      checkShare(envId(header), share, markOf(input.marks, share.index));
      return share;
    });
    const dek = combine(shares);
    if (!equal(commitment(dek), header.com)) refuse("commitment");
    return { dek: toHex(dek) };
  },
  keyfile: (input: In) => ({ seed: toHex(openKeyFile(bytesOf(input.file), input.use, bytesOf(input.passphrase))) }),
  keys: (input: In) => {
    if ("member_seed" in input) {
      const { seal, signing } = memberKeys(bytesOf(input.member_seed));
      return { seal: toHex(seal.publicKey), rid: toHex(seal.rid), sign: toHex(signing.publicKey) };
    }
    const { box, signing, caseId } = reporterKeys(Receipt.read(input.receipt), bytesOf(input.deployment));
    return { box: toHex(box.publicKey), rid: toHex(box.rid), sign: toHex(signing.publicKey), case: toHex(caseId) };
  },
  message: (input: In) => {
    const core = bytesOf(input.core);
    const dek = bytesOf(input.dek);
    if (!("rosters" in input)) {
      const { json, author } = openReporterMessage(core, dek);
      return { json: octets(json), author: toHex(author) };
    }
    const root = openRoot(bytesOf(input.root));
    const { json, author } = openOfficeMessage(core, dek, input.rosters.map((note: In) => openRoster(bytesOf(note), root)));
    return { json: octets(json), author: toHex(author) };
  },
  receipt: (input: In) => ({ digits: fromUtf8(Receipt.read(typed(bytesOf(input.typed))).revealAscii()) }),
  share: (input: In) => {
    const wrap = { rid: bytesOf(input.wrap.rid), blob: bytesOf(input.wrap.blob) };
    const share = unwrapShare(bytesOf(input.env), wrap, input.index, memberKeys(bytesOf(input.member_seed)).seal);
    return { share: toHex(encodeShare(share)) };
  },
  wrap: (input: In) => {
    const header = parseHeader(bytesOf(input.header));
    return { dek: toHex(unwrap(header, parseWrapset(bytesOf(input.wrapset)), memberKeys(bytesOf(input.member_seed)).seal)) };
  },
};
