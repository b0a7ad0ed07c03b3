#!/usr/bin/env node
// kill -9 of the reviewer service at random moments while officers read and answer: every release a desk got has
// its leaf on a log that verifies, and every answer that was confirmed reaches the mailbox.
// PARAPET_FULL=1: fifty times, else eight.

import { Deployment } from "../deployment/deployment.mjs";
import { arrived, daysFromNow, report, status } from "../deployment/round_trip.mjs";
import { run } from "../deployment/program.mjs";
import { Desk } from "./desk.mjs";

const times = process.env.PARAPET_FULL ? 50 : 8;
const members = ["clerk", "chief", "alternate"];

const deployment = await Deployment.create({ pages: false });

async function exportedLog() {
  const file = deployment.path("log.ppl");
  await run(deployment.program("vault"), ["export-log", deployment.path("stores"), file]);
  const said = await run(deployment.program("audit"), [
    "verify", "--root", deployment.path("office", "deployment", "root.note"),
    "--roster", deployment.path("office", "deployment", "rosters", "1.note"), file,
  ]);
  return { entries: Number(/(\d+) entries verified/.exec(said)[1]), reads: Number(/(\d+) read/.exec(said)?.[1] ?? 0) };
}

try {
  await deployment.start("intake");
  const service = await deployment.start("reviewer");
  const at = /listening on \S+:(\d+)/.exec(service.said)[1];
  await deployment.listenAgain("reviewer", Number(at)); // desks keep their address of the service
  await report(deployment, "case", "A text.");
  const caseId = (await arrived(deployment, "clerk", 1)).cases[0].case;
  const desks = await Promise.all(members.map((member) => Desk.unlocked(deployment, member)));

  const released = new Set();
  const confirmed = [];
  let broken = 0;
  let told = 0;
  let over = false;
  const refusals = new Map();
  const refused = ({ code }) => {
    broken++;
    refusals.set(code, (refusals.get(code) ?? 0) + 1);
  };
  const readAgainAndAgain = async (desk, answers) => {
    while (!over) {
      const shown = await desk.ask("/api/read", { case: caseId, purpose: "assess", no_conflict: true });
      if (shown.code !== "") {
        refused(shown);
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      released.add(shown.json.leaf.index);
      if (!answers) continue;
      const text = `Answer ${told++}.`;
      const reply = { case: caseId, type: "acknowledgement", status: "acknowledged", text, look_again: daysFromNow(30) };
      const sent = await desk.ask("/api/reply", reply);
      if (sent.code === "") confirmed.push(text);
      else refused(sent);
    }
  };
  const work = desks.map((desk, i) => readAgainAndAgain(desk, i === 0));
  for (let round = 0; round < times; round++) {
    await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 800));
    await deployment.stop("reviewer", "SIGKILL");
    await deployment.start("reviewer");
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  over = true;
  await Promise.all(work);

  await new Promise((resolve) => setTimeout(resolve, 1_000)); // the service keeps its checkpoint four times a second
  const log = await exportedLog();
  if (released.size < times || confirmed.length === 0 || broken === 0) throw new Error("too little happened to show anything");
  const unexpected = [...refusals.keys()].filter((code) => !["unreachable", "duplicate", "truncated"].includes(code));
  if (unexpected.length > 0) throw new Error(`a desk was refused with ${unexpected}`);
  if (log.reads < released.size) throw new Error(`${released.size} releases, but ${log.reads} reads on the log`);
  if (Math.max(...released) >= log.entries) throw new Error("a release whose leaf is not on the log");
  const mailbox = await status(deployment, "case");
  for (const text of confirmed) if (!mailbox.includes(text)) throw new Error(`a confirmed answer did not reach the mailbox: ${text}`);
  console.log(`${times} kills: ${released.size} releases with ${log.reads} reads on the log; ${confirmed.length} answers confirmed and there; ${broken} broken off`);
} finally {
  await deployment.remove();
}
