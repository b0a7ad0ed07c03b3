// From JSON, strictly: every key of the schema, none other.

import { type Bytes, fromBase64, fromHex, sized, toHex, utf8 } from "../base/bytes.js";
import { refuse, refusingAs } from "../base/refusal.js";
import { parseDay } from "../verify/calendar.js";
import { mostAttachments, mostFile } from "../verify/lengths.js";
import { mostWraps } from "../verify/wrapset.js";
import {
  type Answer, type Answers, type Attachment, type Filed, type Identity, knownTo, type Message, type OfficeNote, publicStatuses,
  type Reply, replyTypes, type Report, type ShareMark,
} from "./content.js";
import { type Json, type JsonObject, parseStrict } from "./strict_json.js";

const mostText = 512 * 1024;
const mostProof = 16 * 1024; // a reply holds no more

function fault(): never {
  return refuse("content-schema");
}

function textOf(value: Json, least = 0, most = mostText): string {
  if (typeof value !== "string") return fault();
  const size = utf8(value).length;
  return size >= least && size <= most ? value : fault();
}

// The fields of one object, each taken once, until none is left.
class Fields {
  private readonly object: JsonObject;
  private taken = 0;

  constructor(value: Json) {
    this.object = value instanceof Map ? value : fault();
  }

  has(key: string): boolean {
    return this.object.has(key);
  }

  take(key: string): Json {
    this.taken++;
    return this.object.get(key) ?? fault();
  }

  text(key: string, least = 0, most = mostText): string {
    return textOf(this.take(key), least, most);
  }

  number(key: string, least: number, most: number): number {
    const n = this.take(key);
    return typeof n === "number" && n >= least && n <= most ? n : fault();
  }

  day(key: string): string {
    return refusingAs("content-schema", () => parseDay(this.text(key, 10, 10)));
  }

  hex(key: string, size: number): Bytes {
    return refusingAs("content-schema", () => sized(fromHex(this.text(key)), size));
  }

  base64(key: string, size: number): Bytes {
    return refusingAs("content-schema", () => sized(fromBase64(this.text(key)), size));
  }

  octets(key: string): Bytes {
    return refusingAs("content-schema", () => fromBase64(this.text(key, 1, mostProof)));
  }

  language(): string {
    const lang = this.text("lang", 2, 8);
    return /^[a-z-]+$/.test(lang) ? lang : fault();
  }

  // "" stands for none.
  env(key: string): Bytes | undefined {
    if (this.object.get(key) !== "") return this.hex(key, 32);
    this.taken++;
    return undefined;
  }

  oneOf<T extends string>(key: string, names: readonly T[]): T {
    const word = this.text(key);
    return names.find((name) => name === word) ?? fault();
  }

  finish(): void {
    if (this.taken !== this.object.size) fault();
  }
}

function readList(list: Json[]): Answer {
  if (list[0] instanceof Map) return list.map(readAnswers);
  return list.map((item) => textOf(item));
}

function readAnswer(value: Json): Answer {
  if (typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return readList(value);
  return textOf(value);
}

function readAnswers(value: Json): Answers {
  if (!(value instanceof Map)) return fault();
  const out: Answers = Object.create(null) as Answers; // an id may be any word, also one that objects know
  for (const [id, answer] of value) {
    if (!/^[a-z0-9_-]{1,48}$/.test(id)) fault();
    out[id] = readAnswer(answer);
  }
  return out;
}

function readPersons(value: Json): string[] {
  if (!Array.isArray(value) || value.length > 64) return fault();
  const out = value.map((item) => refusingAs("content-schema", () => toHex(sized(fromHex(textOf(item)), 8))));
  return out.every((person, i) => i === 0 || (out[i - 1] ?? "") < person) ? out : fault();
}

function readAttachment(value: Json): Attachment {
  const fields = new Fields(value);
  const out = {
    env: fields.hex("env", 32),
    key: fields.base64("key", 32),
    coreHash: fields.hex("core_hash", 32),
    size: fields.number("size", 0, mostFile),
    name: fields.text("name", 1, 255),
    type: fields.text("type", 0, 127),
  };
  fields.finish();
  return out;
}

function readAttachments(value: Json): Attachment[] {
  return Array.isArray(value) && value.length <= mostAttachments ? value.map(readAttachment) : fault();
}

function readShares(value: Json): ShareMark[] {
  if (!Array.isArray(value) || value.length > mostWraps) return fault();
  const out = value.map((item) => {
    const fields = new Fields(item);
    const mark = { index: fields.number("i", 1, 255), hash: fields.hex("h", 32) };
    fields.finish();
    return mark;
  });
  return out.every(({ index }, i) => i === 0 || (out[i - 1]?.index ?? 0) < index) ? out : fault();
}

function sharesIn(fields: Fields): { shares?: ShareMark[] } {
  return fields.has("shares") ? { shares: readShares(fields.take("shares")) } : {};
}

function readFiled(value: Json): Filed {
  const fields = new Fields(value);
  const filed = { leaf: fields.octets("leaf"), proof: fields.octets("proof"), checkpoint: fields.octets("checkpoint"), tagKey: fields.base64("tag_key", 32) };
  fields.finish();
  return filed;
}

function open(json: Bytes): Fields {
  const fields = new Fields(parseStrict(json));
  fields.number("v", 1, 1);
  return fields;
}

export function readReport(json: Bytes): Report {
  const fields = open(json);
  const lang = fields.language();
  const box = fields.base64("box", 1216);
  const formFields = new Fields(fields.take("form"));
  const form = { id: formFields.text("id", 1, 32), version: formFields.number("version", 1, Number.MAX_SAFE_INTEGER) };
  if (!/^[a-z0-9-]+$/.test(form.id)) fault();
  formFields.finish();
  const report = {
    lang, box, form,
    answers: readAnswers(fields.take("answers")),
    exclude: readPersons(fields.take("exclude")),
    attachments: readAttachments(fields.take("attachments")),
    ...sharesIn(fields),
  };
  fields.finish();
  return report;
}

export function readMessage(json: Bytes): Message {
  const fields = open(json);
  const lang = fields.language();
  const text = fields.text("text");
  const answers = fields.has("answers") ? readAnswers(fields.take("answers")) : undefined;
  const attachments = readAttachments(fields.take("attachments"));
  const seen = fields.env("seen");
  const shares = sharesIn(fields);
  fields.finish();
  return {
    lang, text, attachments, ...(answers === undefined ? {} : { answers }), ...(seen === undefined ? {} : { seen }), ...shares,
  };
}

export function readReply(json: Bytes): Reply {
  const fields = open(json);
  const lang = fields.language();
  const type = fields.oneOf("type", replyTypes);
  const status = fields.oneOf("status", publicStatuses);
  const text = fields.text("text");
  const day = fields.day("day");
  const lookAgain = fields.day("look_again");
  const due = fields.has("due") ? fields.day("due") : undefined;
  const prev = fields.env("prev");
  const recused = fields.has("recused") ? readPersons(fields.take("recused")) : [];
  const attachments = fields.has("attachments") ? readAttachments(fields.take("attachments")) : [];
  const filed = fields.has("filed") ? readFiled(fields.take("filed")) : undefined;
  fields.finish();
  return {
    lang, type, status, text, day, lookAgain, recused, attachments,
    ...(due === undefined ? {} : { due }), ...(prev === undefined ? {} : { prev }), ...(filed === undefined ? {} : { filed }),
  };
}

export function readNote(json: Bytes): OfficeNote {
  const fields = open(json);
  const note = { lang: fields.language(), text: fields.text("text") };
  fields.finish();
  return note;
}

export function readIdentity(json: Bytes): Identity {
  const fields = open(json);
  const given = fields.take("given");
  if (typeof given !== "boolean") return fault();
  const identity = given ? { given: { name: fields.text("name"), contact: fields.text("contact"), known: fields.oneOf("known", knownTo) } } : {};
  fields.finish();
  return identity;
}
