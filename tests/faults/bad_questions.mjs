// Questions to a mailbox that intake must refuse before it looks anything up, and the one it must not tell apart:
// a code that was never used.

import { randomBytes } from "node:crypto";
import { ask, recordType, u32, writeBundle } from "./wire.mjs";

const page = u32(0);

export async function challengeOf(origin) {
  return (await ask(origin, "/api/challenge")).bytes;
}

// reviewer: another service of the same deployment, whose challenges are its own.
export async function refuseBadQuestions(findings, intake, reviewer, reporter) {
  const look = (question) => ask(intake, "/api/mailbox", question);
  const fresh = () => challengeOf(intake);
  const changed = async (change) => look(reporter.question("view", await fresh(), page, change));
  const flip = (challenge, at) => {
    challenge[at] ^= 1;
    return challenge;
  };

  for (const path of ["/api/mailbox", "/api/own", "/api/burn"]) {
    findings.refused(`${path} with no octets`, await ask(intake, path, Buffer.alloc(0)), "unknown-version");
    findings.refused(`${path} with random octets`, await ask(intake, path, randomBytes(500)), "unknown-version");
    findings.refused(`${path} with too many`, await ask(intake, path, Buffer.alloc(8 * 1024 + 1)), "too-large");
  }
  const text = writeBundle([{ type: recordType.note, bytes: Buffer.from("not a note") }, { type: recordType.body, bytes: page }]);
  findings.refused("a note that is none", await look(text), "malformed");
  findings.refused("a question for another route", await look(reporter.question("burn", await fresh(), page)), "wrong-type");
  findings.refused("a challenge nobody made", await look(reporter.question("view", randomBytes(64), page)), "bad-challenge");
  findings.refused("a challenge with a later end", await look(reporter.question("view", flip(await fresh(), 31), page)), "bad-challenge");
  findings.refused("another service's challenge", await look(reporter.question("view", await challengeOf(reviewer), page)), "bad-challenge");
  findings.refused("a question to another deployment", await changed({ deployment: randomBytes(16).toString("hex") }), "wrong-deployment");
  findings.refused("a question about another case", await changed({ subject: randomBytes(16).toString("hex") }), "wrong-case");
  findings.refused("a question meant for another place", await changed({ origin: "http://other.example" }), "wrong-origin");
  findings.refused("another body than was signed", await changed({ body: randomBytes(32).toString("hex") }), "body-hash");
  const far = u32(70_000);
  findings.refused("a page that cannot be", await look(reporter.question("view", await fresh(), far)), "malformed");

  const question = reporter.question("view", await fresh(), page);
  findings.that("an honest question is answered", (await look(question)).code === "");
  findings.refused("the same question again", await look(question), "challenge-used");
}

// A code that was never used, and one whose report has no answer: same status, same size, same fields.
export async function tellNothingApart(findings, intake, known, unknown) {
  const [held, empty] = [await known.look(intake), await unknown.look(intake)];
  findings.that("the known mailbox is answered", held.code === "");
  findings.that("an unknown mailbox has the same status", held.status === empty.status);
  findings.that("an unknown mailbox has the same size", held.bytes.length === 81_936 && empty.bytes.length === 81_936);
  findings.that("only the known mailbox holds a case", held.bytes[4] === 1 && empty.bytes[4] === 0);
  const own = async (reporter) => ask(intake, "/api/own", reporter.question("own", await challengeOf(intake), u32(0)));
  findings.that("what was sent is given back to its sender", (await own(known)).code === "");
  findings.refused("what was never sent", await own(unknown), "not-found");
}
