// What a server asks of somebody who asks it for something.

import assert from "node:assert/strict";
import { equal, toHex } from "../../base/bytes.js";
import { sha256 } from "../../base/sha256.js";
import { openOfficerAuth, openReporterAuth, parseAuthLines, printAuthLines } from "../../verify/auth.js";
import { ChallengeBook } from "../../verify/challenge.js";
import { checkPuzzle, encodePuzzleAnswer, parsePuzzleAnswer, puzzleBits, PuzzleSearch } from "../../verify/puzzle.js";
import { UnverifiedNote } from "../../verify/note.js";
import { openRoot, type Root } from "../../verify/root.js";
import { openRoster } from "../../verify/roster.js";
import { bytesOf, type In, type Runners } from "../vector_files.js";

function openAuth(input: In, root: Root, challenges: ChallengeBook): { subject: string; key: string } {
  const context = { root, challenges, now: input.now };
  const note = bytesOf(input.note);
  const body = bytesOf(input.body);
  if (!("roster" in input)) {
    const { caseId, key } = openReporterAuth(note, input.op, body, context);
    return { subject: toHex(caseId), key: toHex(key) };
  }
  const member = openOfficerAuth(note, input.op, body, context, openRoster(bytesOf(input.roster), root));
  return { subject: toHex(member.rid), key: toHex(member.signKey) };
}

export const verifyAuth: Runners = {
  auth: (input: In) => {
    const root = openRoot(bytesOf(input.root));
    const challenges = new ChallengeBook(bytesOf(input.challenge_key), root.deployment);
    if (input.used) openAuth(input, root, challenges);
    const out = openAuth(input, root, challenges);
    const { text } = UnverifiedNote.parse(bytesOf(input.note));
    assert.equal(printAuthLines(parseAuthLines(text)), text);
    return out;
  },
  challenge: (input: In) => {
    const book = new ChallengeBook(bytesOf(input.key), bytesOf(input.deployment));
    const challenge = bytesOf(input.challenge);
    if (input.used) book.redeem(challenge, input.now);
    return { expiry: book.redeem(challenge, input.now) };
  },
  puzzle: (input: In) => {
    const raw = bytesOf(input.answer);
    const note = bytesOf(input.note);
    const answer = parsePuzzleAnswer(raw);
    assert.ok(equal(encodePuzzleAnswer(answer), raw));
    const book = new ChallengeBook(bytesOf(input.challenge_key), bytesOf(input.deployment));
    if (input.used) checkPuzzle(answer, note, input.bits, book, input.now);
    checkPuzzle(answer, note, input.bits, book, input.now);
    const found = new PuzzleSearch(answer.challenge, note, input.bits).some(2 ** 20);
    assert.ok(found !== undefined && puzzleBits(found, sha256(note)) >= input.bits);
    return { bits: puzzleBits(answer, sha256(note)) };
  },
};
