// People without scripts who all come at once, and code's holders who look into their mailboxes.

import { readFile } from "node:fs/promises";
import { Deployment } from "../../deployment/deployment.mjs";
import { report } from "../../deployment/round_trip.mjs";
import { notesOf } from "../../faults/bad_office.mjs";
import { crowd, memoryOf } from "../../faults/crowd.mjs";
import { quantile } from "../../faults/even_blocks.mjs";
import { ForgedReporter } from "../../faults/forged_reporter.mjs";
import { Poller, pollAtRate, randomCode } from "../../faults/polling.mjs";
import { ask } from "../../faults/wire.mjs";
import { print, printLoad } from "../lines.mjs";

const people = 500;
const perMinute = 5_000;
const seconds = 60;
const holders = 64;

const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  const plain = await deployment.startPlain();
  await report(deployment, "case", "A text.");
  const [root] = notesOf((await ask(deployment.origins.intake, "/api/deployment")).bytes);
  const code = await readFile(deployment.path("case.code"), "utf8");

  const idle = memoryOf(intake.pid).now;
  const pollers = [code, ...Array.from({ length: holders - 1 }, randomCode)].map((one) => new Poller(deployment.origins.intake, new ForgedReporter(one, root)));
  const looked = await pollAtRate(pollers, perMinute, seconds);
  pollers.forEach((poller) => poller.end());
  print("visitors_mailbox_looks", looked.perMinute, "a minute");
  print("visitors_mailbox_looks_failed", looked.failed, "looks");
  print("visitors_mailbox_look_half", quantile(looked.milliseconds, 0.5), "ms");
  print("visitors_mailbox_look_99_of_100", quantile(looked.milliseconds, 0.99), "ms");
  print("visitors_mailbox_intake_memory_growth", memoryOf(intake.pid).most - idle, "MiB");

  const before = memoryOf(plain.pid).now;
  const all = await crowd(deployment.origins.plain, people);
  print("visitors_plain_at_once", people, "people");
  print("visitors_plain_failed", all.failures.length, "people");
  print("visitors_plain_half", quantile(all.seconds, 0.5), "s");
  print("visitors_plain_last", Math.max(...all.seconds), "s");
  print("visitors_plain_memory", memoryOf(plain.pid).most, "MiB");
  print("visitors_plain_memory_growth", memoryOf(plain.pid).most - before, "MiB");
  printLoad("visitors");
} finally {
  await deployment.remove();
}
