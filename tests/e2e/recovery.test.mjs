// Where a roster has a recovery key, it is named wherever it is said who reads.

import assert from "node:assert/strict";
import { rename, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "../deployment/program.mjs";
import { watchedPage } from "./browser.mjs";
import { fillReport } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { shownName, words } from "./words.mjs";

const say = await words("en");
const label = "A key in the safe of the board";
const { deployment, browser } = await stage(["intake", "plain"], { prepare: addRecovery });

// The evaluation's roster, followed by one that has this member, too.
async function addRecovery(deployment) {
  const office = (...parts) => deployment.path("office", ...parts);
  const keys = (...args) => run(deployment.program("keys"), args);
  const at = (name) => deployment.path(`recovery.${name}`);
  await writeFile(at("words"), "bado-kime-fopu-tasi-velo-rusa\n", { mode: 0o600 });
  await keys("enrol", label, at("key"), at("enrolment"), "--passphrase-file", at("words"));
  await keys("roster", at("roster"), "--root", office("deployment", "root.note"), "--previous", office("deployment", "rosters", "1.note"),
    "--member", `${at("enrolment")}:recovery`, "--escrow", "2");
  await keys("sign", at("roster"), office("root", "officer.key"), "root-1", "--passphrase-file", office("root", "officer.passphrase"));
  await rename(at("roster"), office("deployment", "rosters", "2.note"));
}

test("the page names the recovery key among those who can read, and not once somebody is left out", async () => {
  const { page, faults, close } = await watchedPage(browser, deployment.origins.intake);
  await page.goto(deployment.origins.intake);
  await page.getByText(say("start.recovery")).waitFor();
  await page.getByText(label).waitFor();
  await fillReport(page, { origin: deployment.origins.intake, text: "It happened.", files: [] });
  await page.getByText(label).waitFor();
  await fillReport(page, { origin: deployment.origins.intake, text: "It happened.", files: [], exclude: "Intake clerk" });
  await page.getByText(say("check.left")).waitFor();
  assert.equal(await page.getByText(label).count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("so does the way without scripts", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(deployment.origins.plain);
  await page.getByText(say("start.recovery")).waitFor();
  await page.getByText(label).waitFor();
  await context.close();
});

test("so does the command line, in the same words, and not once somebody is left out", async () => {
  const at = (name) => deployment.path(`by-command.${name}`);
  await writeFile(at("text"), "It happened.");
  const seal = async (name, ...more) => run(deployment.program("report"), [
    "seal", at("text"), at(`${name}.ppb`), "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(),
    "--receipt-out", at(`${name}.code`), ...more,
  ]);
  assert.ok((await seal("all")).includes(`${say("start.recovery")}\n  ${shownName(say, "recovery", label)}\n`));
  const without = await seal("less", "--exclude", "Intake clerk");
  assert.ok(without.includes(`${say("check.left")}\n  Intake clerk\n`));
  assert.ok(!without.includes(label));
});
