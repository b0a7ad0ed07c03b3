// The door of intake, for a request with a submit note in front: under a flood it asks for a puzzle, or tells one to
// come later (intake/API.md). Both are done here, and shown.

import type { Bytes } from "../../../crypto/web/base/bytes.js";
import { systemRandom } from "../../../crypto/web/base/random.js";
import { type BundleRecord, RecordType, writeBundle } from "../../../crypto/web/verify/bundle.js";
import { encodePuzzleAnswer, mostPuzzleBits, type PuzzleAnswer, PuzzleSearch } from "../../../crypto/web/verify/puzzle.js";
import type { Ask } from "./intake.js";
import type { Step } from "./progress_line.js";
import { clock, say } from "./words.js";

const mostPuzzles = 20; // load rises while one searches; more often than this is no load
const longestWait = 3600; // seconds
const triesAtOnce = 64;

export type Show = (step: Step) => void;

// A page in front stays quick to touch; one behind others is seldom given its turn, and takes more of it.
function turn(): number {
  return document.hidden ? 500 : 25; // milliseconds
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function solve(challenge: Bytes, note: Bytes, bits: number, show: Show): Promise<PuzzleAnswer> {
  const search = new PuzzleSearch(challenge, note, bits);
  const all = 2 ** bits;
  let spent = 0;
  let seconds: number | undefined; // about how long it takes
  for (;;) {
    const began = performance.now();
    const end = began + turn();
    for (let now = began; now < end; now = performance.now()) {
      const answer = search.some(triesAtOnce);
      if (answer !== undefined) return answer;
    }
    spent += performance.now() - began;
    const n = (seconds ??= Math.max(2, Math.ceil(((spent / search.tried) * all) / 1000)));
    // Chance has no end: it may take twice as long, and the bar stands short of full.
    show({ doing: () => say("busy.task", { n }), done: search.tried, all: search.tried + all, beside: "task" });
    await pause(0);
  }
}

// A little later than told, each by another while, or all who wait come back at once.
async function waitFor(told: number, show: Show): Promise<void> {
  const seconds = Math.min(told, longestWait) * (1 + (systemRandom(1)[0] ?? 0) / 1024);
  const end = Date.now() + seconds * 1000;
  for (let left = seconds; left > 0; left = (end - Date.now()) / 1000) {
    show({ doing: () => say("busy.wait", { time: clock(end) }), done: seconds - left, all: seconds, beside: "wait" });
    await pause(1000);
  }
}

// Asks with the note and what belongs behind it, until it is let in or refused for itself.
export async function knock(ask: Ask, path: string, note: Bytes, behind: readonly BundleRecord[], show: Show): Promise<Bytes> {
  let answer: PuzzleAnswer | undefined;
  for (let puzzles = 0; ; ) {
    const solved = answer === undefined ? [] : [{ type: RecordType.puzzle, bytes: encodePuzzleAnswer(answer) }];
    const said = await ask(path, writeBundle([{ type: RecordType.note, bytes: note }, ...solved, ...behind]));
    if (said.refused === undefined) return said.bytes;
    const { code, figure } = said.refused;
    if (code === "wait") {
      await waitFor(figure, show);
    } else if (code === "puzzle" && figure > 0 && figure <= mostPuzzleBits && ++puzzles <= mostPuzzles) {
      const fresh = await ask("/api/challenge");
      if (fresh.refused !== undefined) throw fresh.refused;
      answer = await solve(fresh.bytes, note, figure, show);
    } else if (answer !== undefined && ["bad-challenge", "challenge-expired", "challenge-used"].includes(code)) {
      answer = undefined; // the server began anew, or the search took too long
    } else {
      throw said.refused;
    }
  }
}
