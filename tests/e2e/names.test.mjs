// A name that is confided on the page: opened by two of three keepers for the officer who asks, and by nobody else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, askForName } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const name = "Storekeeper of depot nine";
const contact = "by post, at the depot";
const { deployment, browser } = await stage(["intake", "reviewer"]);

const atDesk = async (member, ...command) => JSON.parse(await deployment.atDesk(member, ...command));
const refusal = (promise) => promise.then(() => "accepted", (fault) => /parapet-desk: ([a-z-]+):/.exec(String(fault))?.[1]);

async function confide(page) {
  await page.getByLabel(say("form.misconduct.known.office"), { exact: true }).check();
  await page.getByLabel(say("form.misconduct.name")).fill(name);
  await page.getByLabel(say("form.misconduct.contact")).fill(contact);
}

// A report through the page; what its submission weighed, and the code.
async function report(given) {
  const origin = deployment.origins.intake;
  const { page, faults } = await watchedPage(browser, origin);
  const sizes = [];
  page.on("request", (request) => request.url().endsWith("/api/submit") && sizes.push(request.postDataBuffer().length));
  await fillReport(page, { origin, text: "One order was split into four.", files: [] });
  if (given) {
    await page.getByRole("button", { name: `${say("check.change")}: ${say("form.misconduct.section.identity")}` }).click();
    await page.getByText(say("identity.kept")).waitFor();
    await confide(page);
    await page.getByRole("button", { name: say("more.done") }).click();
    await page.getByText(say("check.identity")).waitFor();
  }
  const groups = await keepCodeAndSend(page);
  assert.deepEqual(faults, []);
  return { page, groups, sizes };
}

// Every step of asking for a name and opening it, and what each said to whom before there was enough.
async function open(caseId) {
  const seen = {};
  const request = await askForName(deployment, "clerk", caseId, "We must warn this person.");
  seen.before = await refusal(deployment.atDesk("clerk", "open-name", "--request", request));
  await deployment.atDesk("keeper-1", "approve-name", "--request", request);
  seen.withOne = await refusal(deployment.atDesk("clerk", "open-name", "--request", request));
  await deployment.atDesk("keeper-2", "approve-name", "--request", request);
  seen.byAnother = await refusal(deployment.atDesk("chief", "open-name", "--request", request));
  seen.byKeeper = await refusal(deployment.atDesk("keeper-2", "open-name", "--request", request));
  const { requests } = await atDesk("keeper-3", "names");
  const { request: n, case: _, asked, ...shown } = requests.find((one) => String(one.request) === request);
  seen.shown = shown;
  return { seen, opened: await atDesk("clerk", "open-name", "--request", request) };
}

test("a name that is confided opens with two keepers; without a name every step looks the same", async () => {
  const confided = await report(true);
  const first = (await arrived(deployment, "clerk", 1)).cases[0].case;
  const anonymous = await report(false);
  const both = (await arrived(deployment, "clerk", 2)).cases.map((one) => one.case);
  const second = both.find((one) => one !== first);
  assert.deepEqual(confided.sizes, anonymous.sizes);

  for (const caseId of [first, second]) {
    const read = await deployment.atDesk("clerk", "read", "--case", caseId, "--no-conflict");
    assert.ok(!read.includes(name) && !read.includes(contact) && !read.includes('"known"'));
  }
  const withName = await open(first);
  const withoutName = await open(second);
  assert.deepEqual(withName.seen, withoutName.seen);
  assert.deepEqual(
    [withName.seen.before, withName.seen.withOne, withName.seen.byAnother, withName.seen.byKeeper],
    ["threshold", "threshold", "forbidden", "unknown-signer"],
  );
  const { leaf, ...opened } = withName.opened;
  assert.deepEqual(opened, { opened: true, false_shares: [], given: true, name, contact, known: "office" });
  assert.equal(withoutName.opened.given, false);
  assert.ok(!JSON.stringify(withName.seen).includes(name));
});

test("a name can be given later, from the case, and a refusal with its reason reaches who asked", async () => {
  const { page, groups } = await report(false);
  const { cases } = await arrived(deployment, "clerk", 3);
  const origin = deployment.origins.intake;
  await openCase(page, origin, groups);
  await page.getByRole("button", { name: say("more.title") }).click();
  await page.getByRole("button", { name: say("form.misconduct.section.identity"), exact: true }).click();
  await confide(page);
  await page.getByRole("button", { name: say("more.send") }).click();
  await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();

  let caseId;
  for (let tries = 0; caseId === undefined; tries++) {
    const inbox = await arrived(deployment, "clerk", 3);
    caseId = inbox.cases.find((one) => one.messages === 2)?.case;
    assert.ok(tries < 50, "the message has not arrived");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.equal(cases.length, 3);
  const asked = await atDesk("clerk", "ask-name", "--case", caseId, "--no-conflict", "--message", "1", "--text", "To answer this person.");
  const request = String(asked.leaf);
  await deployment.atDesk("keeper-3", "refuse-name", "--request", request, "--text", "Ask through the mailbox first.");
  const told = (await atDesk("clerk", "names")).requests.find((one) => String(one.request) === request);
  assert.deepEqual(told.answers.map(({ agreed, reason }) => ({ agreed, reason })), [{ agreed: false, reason: "Ask through the mailbox first." }]);
  for (const keeper of ["keeper-1", "keeper-2"]) await deployment.atDesk(keeper, "approve-name", "--request", request);
  assert.equal((await atDesk("clerk", "open-name", "--request", request)).name, name);
});
