#!/usr/bin/env node
// An unknown code, one whose mailbox is empty and one whose mailbox is full are answered alike: the same status, the
// same fields, the same size, and in the same time as far as this machine can see (even_blocks.mjs says how it looks,
// and why a difference is one). Two unknown codes are compared beside them: what they differ by is noise, and a run
// in which they seem to differ, or in which a planted delay of 2 ms would not be seen, shows nothing and fails.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Deployment } from "../deployment/deployment.mjs";
import { answer, arrived, report } from "../deployment/round_trip.mjs";
import { notesOf } from "./bad_office.mjs";
import { found, quantile, resolution, sample, score } from "./even_blocks.mjs";
import { Findings } from "./findings.mjs";
import { ForgedReporter } from "./forged_reporter.mjs";
import { Poller, randomCode } from "./polling.mjs";
import { ask } from "./wire.mjs";

const blocks = process.env.PARAPET_FULL ? 5_000 : 400;
const seen = 2; // milliseconds of delay that a run has to be able to see
const replies = 4; // a mailbox page holds no more

// Who looks from outside has a processor of their own: here service and client would leave each other's caches as the work
// of the moment leaves them, and that is seen. Where there is one processor alone nothing is moved.
function onOtherProcessor(service) {
  if (availableParallelism() < 2) return;
  execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "0", String(service)], { stdio: "ignore" });
  execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", "1", String(process.pid)], { stdio: "ignore" });
}

const findings = new Findings();
const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  await deployment.start("reviewer");
  await report(deployment, "full", "A text.");
  const { cases } = await arrived(deployment, "clerk", 1);
  for (let i = 0; i < replies; i++) await answer(deployment, "clerk", cases[0].case, `Answer ${i}.`);
  await report(deployment, "empty", "A text.");
  const origin = deployment.origins.intake;
  const [root] = notesOf((await ask(origin, "/api/deployment")).bytes);
  const codeOf = (name) => readFile(deployment.path(`${name}.code`), "utf8");
  const codes = { unknown: randomCode(), "another unknown": randomCode(), empty: await codeOf("empty"), full: await codeOf("full") };

  const shapes = new Map();
  const kinds = Object.fromEntries(
    Object.entries(codes).map(([name, code]) => {
      const poller = new Poller(origin, new ForgedReporter(code, root));
      return [name, async () => {
        const { status, head, size, held, milliseconds } = await poller.look();
        shapes.set(name, { shape: `${status} ${head} ${size}`, held });
        return milliseconds;
      }];
    }),
  );
  const waitFull = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const page = await new ForgedReporter(codes.full, root).look(origin);
      if (page.bytes[5] === replies) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the replies did not reach the mailbox");
  };
  await waitFull();

  onOtherProcessor(intake.pid);
  const times = await sample(kinds, blocks);
  for (const [name, { shape, held }] of shapes) {
    findings.that(`the answer to ${name}: ${shape}`, shape === shapes.get("unknown").shape);
    findings.that(`${name}: the page says held ${held}`, held === (name.includes("unknown") ? 0 : 1));
  }
  const sees = resolution(times.unknown, times["another unknown"]);
  findings.that(`this machine is too busy to show anything: it sees ${sees.toFixed(2)} ms`, sees <= seen);
  for (const [a, b] of [["unknown", "another unknown"], ["unknown", "empty"], ["unknown", "full"], ["empty", "full"]]) {
    const by = score(times[a], times[b]);
    findings.that(`${a} and ${b} are told apart by time: score ${by.toFixed(1)}`, Math.abs(by) < found);
    console.log(`  ${a} and ${b}: score ${by.toFixed(1)} of ${found}; medians ${quantile(times[a], 0.5).toFixed(3)} and ${quantile(times[b], 0.5).toFixed(3)} ms`);
  }
  console.log(`  a delay of ${sees.toFixed(2)} ms would have been seen`);
  findings.end("a mailbox looks the same from outside, whether unknown, empty or full");
} catch (error) {
  throw findings.joinedTo(error, deployment);
} finally {
  await deployment.remove();
}
