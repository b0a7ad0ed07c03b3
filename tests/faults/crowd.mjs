// Many people at once on the way without scripts, each from the first page to "Sent".

import { readFileSync } from "node:fs";
import { PlainVisitor } from "../deployment/plain_visitor.mjs";

const words = JSON.parse(readFileSync(new URL("../../intake/locales/en.json", import.meta.url), "utf8")).strings;

// MiB now and at most so far.
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const mib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)[1]) / 1024;
  return { now: mib("VmRSS"), most: mib("VmHWM") };
}

// All of them begin at once. Seconds each took, and what those met who did not get to the end.
export async function crowd(origin, people, files = () => []) {
  const seconds = [];
  const failures = [];
  const walk = async (n) => {
    const began = performance.now();
    const visitor = new PlainVisitor(origin);
    try {
      await visitor.advice(`A short report, number ${n}.`, files(n));
      if (visitor.status !== 200 || visitor.heading !== words["sent.title"]) throw new Error(`${visitor.status} ${visitor.heading}`);
      seconds.push((performance.now() - began) / 1000);
    } catch (fault) {
      failures.push(String(fault.cause ?? fault.message));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, n) => walk(n)));
  return { seconds, failures };
}
