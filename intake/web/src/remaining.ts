// How long something will still take, by how it went so far.

import { say, sayCount } from "./words.js";

const telling = 2; // seconds, after which it has shown how fast it goes

// How much of it is done, and was when the spent seconds began, as parts of 1. Undefined where nothing shows how fast it
// goes.
export function secondsLeft(spent: number, from: number, part: number): number | undefined {
  return spent < telling || part <= from ? undefined : (spent / (part - from)) * (1 - part);
}

export function inWords(seconds: number): string {
  return seconds < 60 ? say("sending.left.seconds") : sayCount("sending.left.minutes", Math.ceil(seconds / 60));
}
