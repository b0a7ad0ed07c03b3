// Whether a finger is the way to point here: a phone or a tablet, most likely. Advice rests on it, never a limit.
export function byTouch(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}
