// What a person decides about a decision, a handler, or the whole case: sealed, dated, and taken back where that is
// possible. Every screen of it is looked at in every language.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Deployment, members } from "../deployment/deployment.mjs";
import { daysFromNow } from "../deployment/round_trip.mjs";
import { launch } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { lookerInAll } from "./looker.mjs";
import { words } from "./words.mjs";

let deployment;
let browser;
before(async () => {
  deployment = await Deployment.create();
  await deployment.start("intake");
  await deployment.start("reviewer");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await deployment?.remove();
});

test("a decision is read, its last day counts from then, and a review goes to the alternates alone", async () => {
  const language = "ar";
  const say = await words(language);
  const mine = await Case.reported(deployment, `decision-${language}`);
  await mine.decide("Retaliation not established.");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: language });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const look = await lookerInAll(page, language, "decision");
  await mine.open(page, say);
  await page.getByText(say("case.explain.decision")).waitFor();
  await page.getByText(say("filing.what")).waitFor();
  await page.locator(".status", { hasText: say("case.since", { date: daysFromNow(0) }) }).waitFor();
  await look("case");
  await press(page, say("decision.title"));
  await page.getByText(say("decision.review.rule")).waitFor();
  await page.locator("article", { hasText: say("case.written", { date: daysFromNow(0) }) }).waitFor();
  await page.locator("p", { hasText: say("decision.review.last", { date: daysFromNow(30) }) }).waitFor();
  await look("decision");
  await press(page, say("decision.read.act"));
  await heading(page, say("case.title"));
  await press(page, say("decision.title"));
  const last = daysFromNow(30);
  await page.getByText(last).first().waitFor();
  await look("decision-read");
  await press(page, say("decision.review.ask"));
  await heading(page, say("form.choices.section.review"));
  await look("review");
  await page.getByLabel(say("form.choices.my_review")).fill("It does not mention the appraisal.");
  await press(page, say("more.send"));
  await heading(page, say("case.title"));
  await press(page, say("messages.title"));
  await page.locator(".mine", { hasText: "appraisal" }).waitFor();
  await look("messages");
  assert.ok(JSON.stringify(await mine.shownTo("alternate", 6)).includes("appraisal"));
  const clerk = await mine.shownTo("clerk", 5);
  assert.ok(!JSON.stringify(clerk).includes("appraisal"));
  assert.ok(clerk.some(({ answers }) => answers?.some(({ id, value }) => id === "my_read" && value === "yes")));
  assert.deepEqual(faults, []);
  await context.close();
});

test("a withdrawal can be taken back until its last day; an objection names a handler; access is removed", async () => {
  const language = "en";
  const say = await words(language);
  const mine = await Case.reported(deployment, `choices-${language}`);
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: language });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const look = await lookerInAll(page, language, "choices");
  await mine.open(page, say);
  await press(page, say("choices.title"));
  await press(page, say("form.choices.section.handler"));
  await heading(page, say("form.choices.section.handler"));
  await press(page, members.clerk);
  assert.equal(await page.getByLabel(say("form.choices.my_objection"), { exact: true }).inputValue(), members.clerk);
  await look("objection");
  await press(page, say("more.send"));
  await heading(page, say("case.title"));

  await press(page, say("choices.title"));
  await press(page, say("form.choices.section.withdraw"));
  await heading(page, say("form.choices.section.withdraw"));
  for (const group of await page.locator("main fieldset:visible").all()) await group.locator("label.tick input").first().check();
  for (const group of await page.locator("main fieldset:visible").all()) await group.locator("label.tick input").first().check();
  await look("withdraw");
  await press(page, say("more.send"));
  await heading(page, say("case.title"));
  await press(page, say("choices.title"));
  await page.getByText(daysFromNow(14)).first().waitFor();
  await look("withdrawn");
  await press(page, say("withdraw.back"));
  await heading(page, say("case.title"));
  await press(page, say("choices.title"));
  await heading(page, say("choices.so_far"));
  assert.equal(await page.getByText(daysFromNow(14)).count(), 0);
  const said = (await mine.shownTo("clerk", 5)).flatMap(({ answers }) => answers ?? []);
  assert.deepEqual(said.filter(({ id }) => id === "my_withdraw").map(({ value }) => value), ["yes", "no"]);
  assert.ok(said.some(({ id, value }) => id === "my_objection" && value === members.clerk));

  await press(page, say("help.title"));
  await heading(page, say("help.who"));
  await look("help");
  await press(page, say("page.back"));
  await press(page, say("page.back"));
  await heading(page, say("case.title"));
  await press(page, say("remove.title"));
  await heading(page, say("remove.title"));
  await look("remove");
  await press(page, say("remove.on"));
  await heading(page, say("remove.sure"));
  await look("remove-sure");
  await press(page, say("remove.act"));
  await heading(page, say("removed.title"));
  await look("removed");
  assert.deepEqual(faults, []);
  await context.close();
});
