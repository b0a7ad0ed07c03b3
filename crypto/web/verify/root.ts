// The root note: who may name members, which keys the services have, under which origins they answer.

import { type Bytes, equal } from "../base/bytes.js";
import { refuse } from "../base/refusal.js";
import { checkEnrolledKey } from "./ed25519.js";
import { textFingerprint } from "./fingerprint.js";
import { UnverifiedNote } from "./note.js";
import { NoteText } from "./note_text.js";
import { isOrigin } from "./origin.js";
import { parseVkey, type VerifierKey } from "./vkey.js";

export interface RootLines {
  deployment: Bytes;
  version: number;
  threshold: number;
  evaluation: boolean;
  keys: VerifierKey[];
  log: VerifierKey;
  service: VerifierKey;
  witnesses: VerifierKey[];
  quorum: number;
  origins: string[];
}

// At least `threshold` of its own keys signed it. Whether it is the right root, the fingerprint tells.
export interface Root extends RootLines {
  fingerprint: string;
}

export const rootType = "parapet-root/1";

export function parseRootLines(text: string): RootLines {
  const r = new NoteText(text, rootType);
  const deployment = r.takeHex("deployment", 16);
  const version = r.takeNumber("version");
  const threshold = r.takeNumber("threshold");
  const evaluation = r.takeOptional("evaluation");
  if (evaluation !== undefined && evaluation !== "yes") refuse("malformed");
  const keys = r.takeAll("key").map(parseVkey);
  if (keys.length === 0) refuse("malformed");
  const log = parseVkey(r.take("log"));
  const service = parseVkey(r.take("service"));
  const witnesses = r.takeAll("witness").map(parseVkey);
  const quorum = r.takeNumber("quorum");
  const origins = r.takeAll("origin");
  if (origins.length === 0 || !origins.every(isOrigin)) refuse("malformed");
  r.finish();
  const lines: RootLines = {
    deployment, version, threshold, evaluation: evaluation === "yes", keys, log, service, witnesses, quorum, origins,
  };
  checkRules(lines);
  return lines;
}

function checkRules(root: RootLines): void {
  const { threshold: t, keys, quorum, witnesses } = root;
  if (t < 1 || t > keys.length || keys.length > 15 || 2 * t <= keys.length) refuse("threshold");
  if (t === 1 && !root.evaluation) refuse("threshold");
  if (quorum > witnesses.length) refuse("threshold");
  const all = [root.log, root.service, ...keys, ...witnesses];
  for (const [i, one] of all.entries()) {
    checkEnrolledKey(one.key);
    if (all.slice(0, i).some((other) => other.name === one.name || equal(other.key, one.key))) refuse("bad-key");
  }
}

// `pinned`: the fingerprint the caller was given, or undefined where there is none to compare with.
export function openRoot(bytes: Bytes, pinned?: string): Root {
  const note = UnverifiedNote.parse(bytes);
  const lines = parseRootLines(note.text);
  const fingerprint = textFingerprint("parapet/1/root", note.text);
  if (pinned !== undefined && pinned !== fingerprint) refuse("wrong-fingerprint");
  note.checkThreshold(lines.keys, lines.threshold);
  return { ...lines, fingerprint };
}

// A root that follows one already trusted: the next version, by enough of its own keys and of the old ones.
export function openRootSuccessor(bytes: Bytes, old: Root): Root {
  const note = UnverifiedNote.parse(bytes);
  const lines = parseRootLines(note.text);
  if (!equal(lines.deployment, old.deployment)) refuse("wrong-deployment");
  if (lines.version !== old.version + 1) refuse("rolled-back");
  note.checkThreshold(lines.keys, lines.threshold);
  note.checkThreshold(old.keys, old.threshold);
  return { ...lines, fingerprint: textFingerprint("parapet/1/root", note.text) };
}
