// The same words typed on the page, on the pages without scripts, into the offline file, and written down for the
// command line, reach the desk as the same answers, octet for octet.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";
import { arrived } from "../deployment/round_trip.mjs";
import { launch } from "./browser.mjs";
import { words } from "./words.mjs";

const say = await words("en");
let deployment;
let browser;
before(async () => {
  deployment = await Deployment.create();
  await deployment.start("intake");
  await deployment.start("reviewer");
  await deployment.startPlain();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await deployment?.remove();
});

const told = " \u00a0First line\nsecond:\ttwo\n\nthird: e\u0301 \u00e9 \u0645\u0627 \u062d\u062f\u062b \u202babc\u202c \u{1f512} <b> & \"x\" \u2003\n\n";
const act = "A threat, \u0641\u064a \u0645\u0643\u062a\u0628\u0647\u200f";

const click = (page, name) => page.getByRole("button", { name: say(name), exact: true }).click();
const title = (page, name) => page.getByRole("heading", { name: say(name), exact: true, level: 1 }).waitFor();

// From the first page to the last question. The words on the three pages are the same.
async function answerAll(page, address) {
  await page.goto(address);
  await click(page, "form.protection");
  await title(page, "people.title");
  await click(page, "people.next");
  await title(page, "form.protection.section.activity");
  await page.getByLabel(say("form.protection.activity.cooperated"), { exact: true }).check();
  await page.getByLabel(say("form.protection.activity.reported"), { exact: true }).check();
  await page.getByLabel(say("form.protection.activity_what")).fill(told);
  await click(page, "tell.next");
  await title(page, "form.protection.section.acts");
  await click(page, "form.protection.acts.add"); // the first entry stays empty until the second is filled
  const acts = page.locator("fieldset.entry");
  await acts.nth(1).getByLabel(say("form.protection.acts.what")).fill(act);
  await acts.nth(1).getByText(say("form.list.more")).click();
  await acts.nth(1).getByLabel(say("form.protection.acts.type.transfer"), { exact: true }).check();
  await acts.nth(1).getByLabel(say("form.protection.acts.type.dismissal"), { exact: true }).check();
  await acts.nth(1).getByLabel(say("form.date.year")).first().fill("٢٠٢٦");
  await acts.nth(1).getByLabel(say("form.date.month")).first().fill("3");
  await acts.nth(0).getByLabel(say("form.protection.acts.what")).fill("First\r\nof two");
  await click(page, "tell.next");
  await title(page, "form.protection.section.speak");
  await page.getByLabel(say("form.protection.may_speak.hr"), { exact: true }).check();
  await page.getByLabel(say("form.protection.may_speak.nobody"), { exact: true }).uncheck();
  await click(page, "tell.next");
}

async function typeGroups(page) {
  const groups = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await click(page, "code.written");
  for (const box of await page.locator(".field:has(input[inputmode=numeric])").all())
    await box.locator("input").fill(groups[Number(/\d+/.exec(await box.locator("label").innerText())[0]) - 1]);
}

async function byPage() {
  const page = await browser.newPage();
  await answerAll(page, deployment.origins.intake);
  await click(page, "files.next");
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "code.ask.send");
  await title(page, "sent.title");
}

async function withoutScripts() {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await answerAll(page, deployment.origins.plain);
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "tell.next");
  await title(page, "files.title");
  await click(page, "code.ask.send");
  await title(page, "sent.title");
}

async function offline() {
  const notes = (name) => deployment.path("office", "deployment", name);
  const build = fileURLToPath(new URL("../../intake/web/offline.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [build, notes("root.note"), notes("rosters/1.note"), deployment.path("form.html")]);
  const page = await (await browser.newContext({ offline: true, acceptDownloads: true })).newPage();
  await answerAll(page, pathToFileURL(deployment.path("form.html")).href);
  await click(page, "files.next");
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "offline.make");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: say("offline.save") }).click();
  await (await saving).saveAs(deployment.path("form.ppb"));
  await run(deployment.program("report"), ["send", deployment.path("form.ppb"), "--to", deployment.origins.intake]);
}

async function byCommand() {
  const answers = {
    may_speak: ["hr"],
    activity: ["cooperated", "reported"],
    activity_what: told,
    acts: [{ what: "First\r\nof two" }, { when: "2026-03", type: ["transfer", "dismissal"], what: act }],
  };
  await writeFile(deployment.path("answers.json"), JSON.stringify({ form: "protection", answers }));
  await run(deployment.program("report"), [
    "report", deployment.path("answers.json"), "--answers", "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(),
    "--out", deployment.path("answers.ppb"), "--receipt-out", deployment.path("answers.code"),
  ]);
}

test("page, pages without scripts, offline file and command line: the desk opens the same answers, octet for octet", { timeout: 240_000 }, async () => {
  for (const path of [byPage, withoutScripts, offline, byCommand]) await path();
  const { cases } = await arrived(deployment, "clerk", 4);
  const reports = [];
  for (const one of cases)
    reports.push(JSON.parse(await deployment.atDesk("clerk", "read", "--case", one.case, "--purpose", "intake", "--no-conflict")).messages[0]);
  assert.deepEqual(reports.map(({ plain }) => plain).sort(), [false, false, false, true]);
  const answers = reports.map((report) => JSON.stringify([report.form, report.answers]));
  for (const one of answers) assert.equal(one, answers[0]);
  for (const said of [told.trim(), act, "First\nof two", "2026-03"]) assert.ok(answers[0].includes(JSON.stringify(said).slice(1, -1)), said);
});
