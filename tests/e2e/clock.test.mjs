// A device whose date is wrong: the case counts from the office's day and says so, and a list of readers that is newer
// than the device's date is not taken for a wrong one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { daysFromNow } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { lookerInAll } from "./looker.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const day = 86_400;
const { deployment, browser, clock } = await stage(["intake", "reviewer"], { movedClock: true });
const mine = await Case.reported(deployment, "clock");
await mine.reply("acknowledgement", "acknowledged", "Thank you.", { look: 1 });

async function deviceOff(days, viewport) {
  const one = await watchedPage(browser, deployment.origins.intake, viewport);
  await one.page.clock.setFixedTime(Date.now() + days * day * 1000 + 60_000 * Math.sign(days));
  return one;
}

test("two days ahead: nobody is called late before the office's own day, and the case says that this device's clock is wrong", async () => {
  const { page, faults, close } = await deviceOff(2);
  await mine.open(page, say);
  await page.getByText(say("case.look", { date: daysFromNow(1) })).waitFor();
  await page.getByText(say("case.clock")).waitFor();
  assert.equal(await page.getByText(say("case.late.do")).count(), 0);
  await close();
  const right = await deviceOff(0);
  await mine.open(right.page, say);
  await right.page.getByText(say("case.look", { date: daysFromNow(1) })).waitFor();
  assert.equal(await right.page.getByText(say("case.clock")).count(), 0);
  assert.deepEqual([...faults, ...right.faults], []);
  await right.close();
});

test("three days behind a fresh list of readers: the page names the date, takes nothing new, and still opens a case", async () => {
  const { page, faults, close } = await deviceOff(-3, { width: 320, height: 640 });
  await page.goto(deployment.origins.intake);
  await heading(page, say("closed.title"));
  await page.getByText(say("closed.date", { date: daysFromNow(-3) })).waitFor();
  await (await lookerInAll(page, "en", "date"))("closed", (says) => page.getByText(says("closed.date", { date: daysFromNow(-3) })).waitFor());
  assert.equal(await page.getByText(say("closed.keys")).count(), 0);
  assert.equal(await page.getByRole("button", { name: say("form.misconduct"), exact: true }).count(), 0);
  await press(page, say("closed.code"));
  for (const [i, group] of mine.groups.entries()) await page.locator(".receipt-input input").nth(i).fill(group);
  await press(page, say("enter.open"));
  await page.getByText(say("case.clock")).waitFor();
  await page.getByText(say("case.look", { date: daysFromNow(1) })).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("three days behind: an office that is late is late all the same", async () => {
  clock.move(3 * day);
  const { page, faults, close } = await deviceOff(0);
  await mine.open(page, say);
  await page.getByText(say("case.late.since", { date: daysFromNow(1) })).waitFor();
  await page.getByText(say("case.clock")).waitFor();
  assert.deepEqual(faults, []);
  await close();
  clock.move(0);
});
