// To JSON. What is written is read back, so that nothing is sealed that its reader would refuse.

import { type Bytes, toBase64, toHex, utf8 } from "../base/bytes.js";
import type { Answer, Answers, Attachment, Filed, Identity, Message, OfficeNote, Reply, Report, ShareMark } from "./content.js";
import { readIdentity, readMessage, readNote, readReply, readReport } from "./read.js";

// JSON.stringify would put names that are numbers first, in the order of their value; a Map keeps its own order.
function jsonOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `{${entries.map(([name, inside]) => `${JSON.stringify(name)}:${jsonOf(inside)}`).join(",")}}`;
}

function finish(object: object, read: (json: Bytes) => unknown): Bytes {
  const json = utf8(jsonOf(object));
  read(json);
  return json;
}

function attachments(list: readonly Attachment[]): object[] {
  return list.map(({ env, key, coreHash, size, name, type }) => ({
    env: toHex(env), key: toBase64(key), core_hash: toHex(coreHash), size, name, type,
  }));
}

function sharesJson(marks: readonly ShareMark[] | undefined): object {
  return marks === undefined ? {} : { shares: marks.map(({ index, hash }) => ({ i: index, h: toHex(hash) })) };
}

// Names ascend, so that the same answers give the same octets whoever wrote them down.
function byName(answers: Answers): Map<string, unknown> {
  const inOrder = (value: Answer): unknown =>
    Array.isArray(value) ? value.map((one) => (typeof one === "string" ? one : byName(one))) : value;
  return new Map(Object.keys(answers).sort().map((name) => [name, inOrder(answers[name] ?? "")]));
}

export function writeReport(report: Report): Bytes {
  const { lang, box, form, answers, exclude } = report;
  return finish(
    {
      v: 1, lang, box: toBase64(box), form, answers: byName(answers), exclude: [...exclude].sort(),
      attachments: attachments(report.attachments), ...sharesJson(report.shares),
    },
    readReport,
  );
}

export function writeMessage({ lang, text, answers = {}, attachments: files, seen, shares }: Message): Bytes {
  const given = byName(answers);
  return finish(
    {
      v: 1, lang, text, ...(given.size === 0 ? {} : { answers: given }), attachments: attachments(files),
      seen: seen === undefined ? "" : toHex(seen), ...sharesJson(shares),
    },
    readMessage,
  );
}

function filedJson({ leaf, proof, checkpoint, tagKey }: Filed): object {
  return { leaf: toBase64(leaf), proof: toBase64(proof), checkpoint: toBase64(checkpoint), tag_key: toBase64(tagKey) };
}

export function writeReply({ lang, type, status, text, day, lookAgain, due, prev, recused, attachments: files, filed }: Reply): Bytes {
  return finish(
    {
      v: 1, lang, type, status, text, day, look_again: lookAgain, ...(due === undefined ? {} : { due }),
      prev: prev === undefined ? "" : toHex(prev), ...(recused.length === 0 ? {} : { recused: [...recused].sort() }),
      ...(files.length === 0 ? {} : { attachments: attachments(files) }), ...(filed === undefined ? {} : { filed: filedJson(filed) }),
    },
    readReply,
  );
}

export function writeNote({ lang, text }: OfficeNote): Bytes {
  return finish({ v: 1, lang, text }, readNote);
}

export function writeIdentity({ given }: Identity): Bytes {
  if (given === undefined) return finish({ v: 1, given: false }, readIdentity);
  const { name, contact, known } = given;
  return finish({ v: 1, given: true, name, contact, known }, readIdentity);
}
