// While the office's computer is flooded: the page works on a puzzle, waits, and offers the sealed file meanwhile.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "../deployment/program.mjs";
import { report } from "../deployment/round_trip.mjs";
import { patience } from "./browser.mjs";
import { downloaded, heading, press } from "./case.mjs";
import { fillReport, openCase, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const french = await words("fr");
const wait = 15; // seconds
const { deployment, browser } = await stage(["intake"], { settings: { intake: { hourly_reports: 4 } } });

test("a puzzle is worked on, a wait is told in the language that is chosen, the sealed file can be taken along, and one report arrives", async () => {
  const origin = deployment.origins.intake;
  for (const name of ["first", "second", "third"]) await report(deployment, name, "A report before this one.");
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  page.setDefaultTimeout(patience);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const answers = [];
  await page.route("**/api/submit", async (route) => {
    if (answers.length === 1) {
      answers.push("wait");
      return route.fulfill({ status: 503, contentType: "application/json", body: `{"error":"wait","seconds":${wait}}` });
    }
    const answer = await route.fetch();
    answers.push(answer.status());
    return route.fulfill({ response: answer });
  });
  await fillReport(page, { origin, text: "A procurement officer split one order into four.", files: [] });
  const groups = await writeCodeDown(page);
  await heading(page, say("busy.title"));
  const before = (sentence) => sentence.split("{time}")[0];
  await page.getByText(before(say("busy.wait", { time: "{time}" }))).waitFor();
  await page.getByRole("combobox").selectOption("fr");
  await page.getByText(before(french("busy.wait", { time: "{time}" }))).waitFor();
  await page.getByRole("combobox").selectOption("en");
  await page.getByText(before(say("busy.wait", { time: "{time}" }))).waitFor();
  await press(page, say("offline.make"));
  const link = page.getByRole("link", { name: say("offline.save") });
  await link.waitFor();
  const file = deployment.path("meanwhile.ppb");
  await writeFile(file, await downloaded(page, link));

  await heading(page, say("sent.title"));
  assert.deepEqual(answers, [428, "wait", 200]);
  // The file is the same report: accepted again, and still the only thing under this code.
  await run(deployment.program("report"), ["send", file, "--to", origin]);
  await openCase(page, origin, groups);
  await press(page, say("own.title"));
  await page.getByRole("heading", { name: say("own.report"), exact: true }).waitFor();
  assert.equal(await page.locator("article").count(), 1);
  assert.deepEqual(faults, []);
});
