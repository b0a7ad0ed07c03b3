#!/usr/bin/env node
// The real programs before everything that can be wrong with what comes in: each is refused by its own code, no
// refusal changes an octet of what is kept, and honest work goes on before, between and after.

import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";
import { answer, arrived, report, status } from "../deployment/round_trip.mjs";
import { refuseBadCommandLines } from "./bad_command_lines.mjs";
import { notesOf, refuseBadJson, refuseBadOctets, ridsOf } from "./bad_office.mjs";
import { challengeOf, refuseBadQuestions, tellNothingApart } from "./bad_questions.mjs";
import { refuseBadSubmissions } from "./bad_submissions.mjs";
import { refuseBadUploads, refuseChangedUpload } from "./bad_uploads.mjs";
import { Desk } from "./desk.mjs";
import { Findings, settled, whatIntakeKeeps } from "./findings.mjs";
import { ForgedReporter } from "./forged_reporter.mjs";
import { MovedClock } from "./moved_clock.mjs";
import { ask, u32 } from "./wire.mjs";

const day = 86_400;
const findings = new Findings();
const deployment = await Deployment.create({ pages: false });
const clock = new MovedClock(deployment);

// A report that is sealed and not sent: its octets and its reporter.
async function sealed(name, root, files = []) {
  await writeFile(deployment.path(`${name}.txt`), "A text.", { mode: 0o600 });
  const args = ["seal", deployment.path(`${name}.txt`), deployment.path(`${name}.ppb`), "--to", deployment.origins.intake];
  const attach = files.flatMap((file) => ["--attach", file]);
  const fingerprint = ["--fingerprint", await deployment.fingerprint()];
  await run(deployment.program("report"), [...args, ...fingerprint, "--receipt-out", deployment.path(`${name}.code`), ...attach]);
  const code = await readFile(deployment.path(`${name}.code`), "utf8");
  return { bundle: await readFile(deployment.path(`${name}.ppb`)), reporter: new ForgedReporter(code, root) };
}

async function unchanged(what, work) {
  const before = await settled(deployment);
  await work();
  findings.that(`${what} leaves what intake keeps as it was, octet for octet`, before === (await whatIntakeKeeps(deployment)));
}

// Stale is what was honest when it was made. The clock goes on; nothing else changes.
async function refuseStale(intake, reporter, fresh) {
  const page = u32(0);
  const question = reporter.question("view", await challengeOf(intake), page);
  clock.move(4 * 60);
  const inTime = reporter.question("view", await challengeOf(intake), page);
  clock.move(5 * 60 + 2);
  findings.refused("a challenge after five minutes", await ask(intake, "/api/mailbox", question), "challenge-expired");
  findings.that("a challenge of one minute is good", (await ask(intake, "/api/mailbox", inTime)).code === "");
  clock.move(100 * day);
  findings.refused("a report when the roster has run out", await ask(intake, "/api/submit", fresh.bundle), "expired");
  findings.that("who has a code is served all the same", (await reporter.look(intake)).code === "");
  const late = deployment.path("late.ppb");
  const seal = ["seal", deployment.path("fresh.txt"), late, "--to", intake, "--receipt-out", deployment.path("late.code")];
  const env = clock.env;
  const words = await run(deployment.program("report"), seal, { env }).catch((error) => error.message);
  findings.that(`sealing for a roster that has run out is refused in words: ${words}`, /ended with 1:[^]*has run out[^]*\(expired\)/.test(words));
  clock.move(-2 * day);
  const early = await run(deployment.program("report"), seal, { env }).catch((error) => error.message);
  findings.that(`sealing for a roster of the future is refused in words: ${early}`, /ended with 1:[^]*date right[^]*\(not-yet-valid\)/.test(early));
  clock.move(0);
  findings.that("the same report in its time is accepted", (await ask(intake, "/api/submit", fresh.bundle)).code === "");
}

try {
  deployment.env = clock.env;
  await deployment.start("intake");
  await deployment.start("reviewer");
  const { intake, reviewer } = deployment.origins;
  const [rootText, rosterText] = notesOf((await ask(intake, "/api/deployment")).bytes);
  const file = deployment.path("file.bin");
  await writeFile(file, randomBytes(300_000));
  const honest = await sealed("honest", rootText);
  const fresh = await sealed("fresh", rootText);
  const large = await sealed("large", rootText, [file]);
  const spoiled = await sealed("spoiled", rootText, [file]);

  await unchanged("a bad submission", () => refuseBadSubmissions(findings, intake, fresh.reporter, fresh.bundle, ridsOf(rosterText)));
  findings.that("the honest one is accepted", (await ask(intake, "/api/submit", honest.bundle)).code === "");
  await arrived(deployment, "clerk", 1);
  await unchanged("a repeated submission or a question", async () => {
    findings.that("the same again is accepted again", (await ask(intake, "/api/submit", honest.bundle)).code === "");
    const other = honest.reporter.resealed(honest.bundle, ({ cores }) => (cores[0].bytes[cores[0].bytes.length - 1] ^= 1));
    findings.refused("other octets in the same place", await ask(intake, "/api/submit", other), "duplicate");
    await refuseBadQuestions(findings, intake, reviewer, honest.reporter);
    await tellNothingApart(findings, intake, honest.reporter, fresh.reporter);
  });
  await refuseBadUploads(findings, intake, large.bundle);
  await refuseChangedUpload(findings, intake, spoiled.bundle);
  await refuseStale(intake, honest.reporter, fresh);

  const caseId = honest.reporter.caseId.toString("hex");
  await unchanged("bad input at the reviewer service", () => refuseBadOctets(findings, reviewer, honest.reporter));
  const desk = await Desk.unlocked(deployment, "clerk");
  const shown = await refuseBadJson(findings, desk, caseId);
  findings.that("the text is the one that was sent", JSON.stringify(shown).includes("A text."));

  // Exactly the three honest ones arrived, and the way back is open.
  const inbox = await arrived(deployment, "clerk", 3);
  findings.that(`the three honest reports arrived and nothing else: ${inbox.cases.length}`, inbox.cases.length === 3 && inbox.cases.every((one) => one.fault === undefined));
  await answer(deployment, "clerk", caseId, "Thank you.");
  await new Promise((resolve) => setTimeout(resolve, 500));
  findings.that("the answer came back", (await status(deployment, "honest")).includes("Thank you."));
  await report(deployment, "after", "A text after everything.");

  const log = deployment.path("log.ppl");
  await run(deployment.program("vault"), ["export-log", deployment.path("stores"), log]);
  await run(deployment.program("keys"), ["evaluation", deployment.path("foreign"), "--origin", "http://127.0.0.1"]);
  await refuseBadCommandLines(findings, deployment, { bundle: deployment.path("fresh.ppb"), log, foreign: "foreign" });
  await deployment.stopAll();
  findings.that("every page of every store is whole", !/DAMAGED/.test(await run(deployment.program("vault"), ["status", deployment.path("stores"), "--check"])));
  findings.end("bad input is refused by name, nothing is half-written, and honest work goes on");
} catch (error) {
  throw findings.joinedTo(error, deployment);
} finally {
  await deployment.remove();
}
