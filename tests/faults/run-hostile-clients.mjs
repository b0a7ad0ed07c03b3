#!/usr/bin/env node
// 100 000 header lines, 10 000 half-open connections and 200 that send one octet a second, against the real intake,
// reviewer and gateway without scripts: an honest client gets its answer within a second all the while, and afterwards descriptors and memory are
// back. Loopback only. Half-open connections are let go by the servers themselves, 10 s after they began.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Deployment } from "../deployment/deployment.mjs";
import { PlainVisitor } from "../deployment/plain_visitor.mjs";
import { arrived, report } from "../deployment/round_trip.mjs";
import { Desk } from "./desk.mjs";
import { Findings } from "./findings.mjs";
import { ForgedReporter } from "./forged_reporter.mjs";
import { HostileConnections, rawAnswer } from "./hostile_connections.mjs";
import { notesOf } from "./bad_office.mjs";
import { ask } from "./wire.mjs";

const halfOpen = 10_000;
const wanted = halfOpen + 1_000;
const seconds = process.env.PARAPET_FULL ? 30 : 4; // how long the slow ones drip
const most = 1_000; // milliseconds an honest client waits
// MiB that may stay when a flood is over. Threads that rest give their stacks back (10 MiB if all 32 kept them); what
// stays is in pieces of the allocator's that something still stands in, 2 to 6 MiB as measured; of the gateway's, which
// makes whole pages, up to 10.
const mayStay = { octets: 10, forms: 16 };

// Both ends of all connections are ours: this process and each server need that many descriptors.
function withDescriptors() {
  const has = Number(/^Max open files +(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))[1]);
  if (has >= wanted) return;
  const self = `ulimit -n ${wanted} && exec "$0" "$@"`;
  const again = spawnSync("bash", ["-c", self, process.execPath, fileURLToPath(import.meta.url)], { stdio: "inherit" });
  if (again.status === null) throw new Error("this test needs bash");
  process.exit(again.status);
}

function used(pid) {
  const memory = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
  return { descriptors: readdirSync(`/proc/${pid}/fd`).length, mib: memory / 1024 };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The slowest of honest askings, one after the other, until the time is over.
async function slowest(honest, until, atLeast = 5) {
  let worst = 0;
  for (let n = 0; n < atLeast || Date.now() < until; n++) {
    const began = performance.now();
    await honest();
    worst = Math.max(worst, performance.now() - began);
    await pause(50);
  }
  return worst;
}

// Where a server of ours is asked something, sent a little, and sent much.
const octets = { asked: "/api/challenge", short: "/api/read", long: "/api/submit", mayStay: mayStay.octets };
const forms = { asked: "/", short: "/", long: "/", mayStay: mayStay.forms };

async function flood(findings, program, origin, honest, at = octets) {
  const name = program.name;
  await slowest(honest, 0, 20); // what it reads and keeps once is no flood's
  const before = used(program.pid);
  let longest = 0;
  const answered = (what, worst) => {
    longest = Math.max(longest, worst);
    findings.that(`${name}, ${what}: an honest client waited ${Math.round(worst)} ms`, worst < most);
  };

  const lines = `GET ${at.asked} HTTP/1.1\r\nhost: a\r\n${"a: b\r\n".repeat(100_000)}\r\n`;
  const said = await rawAnswer(origin, lines);
  findings.that(`${name}, 100 000 header lines: said ${said.slice(0, 40)}`, said.startsWith("HTTP/1.1 431 ") && said.endsWith('{"error":"too-large"}'));
  answered("after 100 000 header lines", await slowest(honest, 0));

  const slow = new HostileConnections(origin);
  await slow.add(70, "G"); // a head
  await slow.add(70, `POST ${at.short} HTTP/1.1\r\nhost: a\r\ncontent-length: 4096\r\n\r\n`); // a short body
  await slow.add(60, `POST ${at.long} HTTP/1.1\r\nhost: a\r\ncontent-length: 2000000\r\n\r\n${"a".repeat(70_000)}`); // a long one
  slow.drip();
  answered("200 slow connections", await slowest(honest, Date.now() + seconds * 1_000));
  slow.end();

  const idle = new HostileConnections(origin);
  const asking = slowest(honest, Date.now() + 2_000);
  await idle.add(halfOpen, `GET ${at.asked} HTTP/1.1\r\nho`);
  const held = used(program.pid);
  findings.that(`${name} held ${held.descriptors} descriptors under ${idle.open} half-open connections`, held.descriptors > halfOpen);
  answered("while half-open connections come", await asking);
  answered("10 000 half-open connections", await slowest(honest, 0, 20));
  for (let tries = 0; idle.open > 0 && tries < 150; tries++) await pause(100);
  findings.that(`${name} still holds ${idle.open} half-open connections after 15 s`, idle.open === 0);
  idle.end();
  await pause(300);
  const after = used(program.pid);
  findings.that(`${name} has ${after.descriptors} descriptors, had ${before.descriptors}`, after.descriptors <= before.descriptors + 8);
  findings.that(`${name} uses ${after.mib.toFixed(1)} MiB, used ${before.mib.toFixed(1)}`, after.mib < before.mib + at.mayStay);
  console.log(`  ${name}: ${before.mib.toFixed(1)} MiB before, ${held.mib.toFixed(1)} under 10 000 connections, ${after.mib.toFixed(1)} after; an honest client waited ${Math.round(longest)} ms at most`);
}

withDescriptors();
const findings = new Findings();
const deployment = await Deployment.create({ pages: false });
try {
  const intake = await deployment.start("intake");
  const reviewer = await deployment.start("reviewer");
  const plain = await deployment.startPlain();
  await report(deployment, "case", "A text.");
  await arrived(deployment, "clerk", 1);
  const origins = deployment.origins;
  const [root] = notesOf((await ask(origins.intake, "/api/deployment")).bytes);
  const reporter = new ForgedReporter(await readFile(deployment.path("case.code"), "utf8"), root);
  const desk = await Desk.unlocked(deployment, "clerk");

  await flood(findings, intake, origins.intake, async () => {
    if ((await reporter.look(origins.intake)).bytes[4] !== 1) throw new Error("the mailbox did not answer as it should");
  });
  await flood(findings, reviewer, origins.reviewer, async () => {
    const { json } = await desk.ask("/api/inbox", {});
    if (json?.cases.length !== 1) throw new Error("the inbox did not answer as it should");
  });
  await flood(
    findings,
    plain,
    origins.plain,
    async () => {
      const visitor = new PlainVisitor(origins.plain);
      await visitor.come();
      await visitor.press("form:advice");
      if (!visitor.page.includes('value="next"')) throw new Error("the gateway did not answer as it should");
    },
    forms,
  );
  findings.end("honest clients are answered within a second beside hostile ones");
} catch (error) {
  throw findings.joinedTo(error, deployment);
} finally {
  await deployment.remove();
}
