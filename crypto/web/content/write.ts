// To JSON. What is written is read back, so that nothing is sealed that its reader would refuse.

import { type Bytes, toBase64, toHex, utf8 } from "../base/bytes.js";
import type { Answers, Attachment, Identity, Message, OfficeNote, Reply, Report } from "./content.js";
import { readIdentity, readMessage, readNote, readReply, readReport } from "./read.js";

function finish(object: object, read: (json: Bytes) => unknown): Bytes {
  const json = utf8(JSON.stringify(object));
  read(json);
  return json;
}

function attachments(list: readonly Attachment[]): object[] {
  return list.map(({ env, key, coreHash, size, name, type }) => ({
    env: toHex(env), key: toBase64(key), core_hash: toHex(coreHash), size, name, type,
  }));
}

// Names ascend, so that the same answers give the same octets whoever wrote them down.
function byName(answers: Answers): Answers {
  const inOrder = (value: Answers[string]): Answers[string] =>
    Array.isArray(value) ? (value.map((one) => (typeof one === "string" ? one : byName(one))) as string[] | Answers[]) : value;
  const names = Object.keys(answers).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(answers[name] ?? "")]));
}

export function writeReport(report: Report): Bytes {
  const { lang, box, form, answers, exclude } = report;
  return finish(
    { v: 1, lang, box: toBase64(box), form, answers: byName(answers), exclude: [...exclude].sort(), attachments: attachments(report.attachments) },
    readReport,
  );
}

export function writeMessage({ lang, text, answers, attachments: files, seen }: Message): Bytes {
  return finish(
    {
      v: 1, lang, text, ...(answers === undefined ? {} : { answers: byName(answers) }), attachments: attachments(files),
      seen: seen === undefined ? "" : toHex(seen),
    },
    readMessage,
  );
}

export function writeReply({ lang, type, status, text, lookAgain, due, prev, recused }: Reply): Bytes {
  return finish(
    {
      v: 1, lang, type, status, text, look_again: lookAgain, ...(due === undefined ? {} : { due }),
      prev: prev === undefined ? "" : toHex(prev), ...(recused.length === 0 ? {} : { recused: [...recused].sort() }),
    },
    readReply,
  );
}

export function writeNote({ lang, text }: OfficeNote): Bytes {
  return finish({ v: 1, lang, text }, readNote);
}

export function writeIdentity({ given }: Identity): Bytes {
  return finish(given === undefined ? { v: 1, given: false } : { v: 1, given: true, ...given }, readIdentity);
}
