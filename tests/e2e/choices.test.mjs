// What the holder of a code decides after sending: it reaches the office in words, and what goes past the case team
// is sealed past it.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { arrived, daysFromNow } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const { deployment, browser } = await stage(["intake", "reviewer"]);

const heading = (page, name) => page.getByRole("heading", { name, exact: true }).waitFor();

// Opens one of the choices from the case, fills it, sends it, and comes back to the case.
async function choose(page, section, fill) {
  await page.getByRole("button", { name: say("choices.title") }).click();
  await heading(page, say("choices.title"));
  await page.getByRole("button", { name: say(`form.choices.section.${section}`), exact: true }).click();
  await heading(page, say(`form.choices.section.${section}`));
  await fill();
  await page.getByRole("button", { name: say("more.send") }).click();
  await heading(page, say("case.title"));
}

// What one member is shown of the case, once so many messages have arrived.
async function shownTo(member, caseId, messages) {
  for (let tries = 0; ; tries++) {
    const opened = JSON.parse(await deployment.atDesk(member, "read", "--case", caseId, "--purpose", "assess", "--no-conflict"));
    if (opened.messages.length >= messages) return opened.messages;
    assert.ok(tries < 50, `${member}: ${opened.messages.length} of ${messages} messages`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test("consents are taken back, a call is arranged, a decision is sent to an alternate reviewer for review, past the others", async () => {
  const origin = deployment.origins.intake;
  const { page, faults } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text: "A procurement officer split one order into four.", files: [] });
  const groups = await keepCodeAndSend(page);
  const caseId = (await arrived(deployment, "clerk", 1)).cases[0].case;

  await openCase(page, origin, groups);
  await heading(page, say("case.title"));
  await choose(page, "speak", async () => {
    await page.getByLabel(say("form.choices.my_speak.oversight"), { exact: true }).check();
    await page.getByLabel(say("form.choices.my_speak.hr"), { exact: true }).check();
  });
  await choose(page, "call", async () => {
    await page.getByLabel(say("option.yes"), { exact: true }).check();
    await page.getByLabel(say("form.choices.my_call_number")).fill("4711");
    await page.getByLabel(say("form.choices.my_call_times")).fill("Fridays after six.");
    await page.getByLabel(say("form.choices.my_call_words")).fill("The library.");
  });
  await choose(page, "speak", () => page.getByLabel(say("form.choices.my_speak.nobody"), { exact: true }).check());
  await page.getByRole("button", { name: say("choices.title") }).click();
  await heading(page, say("choices.so_far"));
  const soFar = await page.locator("main").innerText();
  assert.match(soFar, /4711/);
  assert.equal(soFar.split(say("form.choices.my_speak")).length - 1, 1); // the newest answer alone
  await page.getByText(say("choices.when.decision")).waitFor();

  const seen = await shownTo("clerk", caseId, 4);
  const answers = seen.flatMap((message) => message.answers ?? []);
  const call = answers.filter(({ id }) => id.startsWith("my_call")).map(({ id, value }) => [id, value]).sort();
  assert.deepEqual(call, [["my_call", "yes"], ["my_call_number", "4711"], ["my_call_times", "Fridays after six."], ["my_call_words", "The library."]]);
  assert.deepEqual(answers.filter(({ id }) => id === "my_speak").map(({ values }) => values), [["oversight", "hr"], ["nobody"]]);

  const reply = (type, status, text) => deployment.atDesk(
    "clerk", "reply", "--case", caseId, "--no-conflict", "--type", type, "--status", status, "--text", text, "--look-again", daysFromNow(30));
  await reply("acknowledgement", "acknowledged", "Thank you.");
  await reply("status", "review", "We are looking at it.");
  await reply("decision", "decision", "Retaliation not established.");
  const again = await watchedPage(browser, origin);
  for (let tries = 0; ; tries++) {
    await openCase(again.page, origin, groups);
    await heading(again.page, say("case.title"));
    if (await again.page.getByText("Retaliation not established.").isVisible()) break;
    assert.ok(tries < 50);
  }
  const why = "The decision does not mention the appraisal.";
  await choose(again.page, "review", () => again.page.getByLabel(say("form.choices.my_review")).fill(why));
  const alternate = await shownTo("alternate", caseId, 8);
  assert.ok(alternate.some((message) => message.answers?.some(({ value }) => value === why)));
  for (const member of ["clerk", "chief"]) {
    const others = await shownTo(member, caseId, 7);
    assert.ok(!JSON.stringify(others).includes(why), member);
  }
  assert.deepEqual([...faults, ...again.faults], []);
});
