// What a person is writing inside a case: it waits while they look at something else, and is gone once it was sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { watchedPage } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { speak } from "./looker.mjs";
import { openCase } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const { deployment, browser } = await stage(["intake", "reviewer"]);

const note = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("x") };
const formSays = (name) => say(`form.${name}`);
const choice = (section) => ({
  open: async (page) => {
    await press(page, say("choices.title"));
    await press(page, formSays(`choices.section.${section}`));
    await heading(page, formSays(`choices.section.${section}`));
  },
  send: say("more.send"),
});
const firstYes = (page) => page.locator("main fieldset:visible").first().locator("input").first();

// How to come to each screen from the case, what is typed there, and what shows that it is still there.
const screens = [
  {
    open: (page) => press(page, say("case.write")),
    send: say("case.write.send"),
    type: async (page) => {
      await page.getByLabel(say("case.write.help")).fill("A new meeting was held.");
      await page.locator("input[type=file]").setInputFiles([note]);
    },
    typed: async (page) => [await page.getByLabel(say("case.write.help")).inputValue(), String(await page.locator(".files li").count())],
    there: ["A new meeting was held.", "1"],
    gone: ["", "0"],
  },
  {
    open: async (page) => {
      await press(page, say("more.title"));
      await press(page, formSays("misconduct.section.fear"));
    },
    send: say("more.send"),
    type: (page) => page.getByLabel(formSays("misconduct.fear_why")).fill("My contract ends in May."),
    typed: async (page) => [await page.getByLabel(formSays("misconduct.fear_why")).inputValue()],
    there: ["My contract ends in May."],
    gone: [""],
  },
  {
    ...choice("handler"),
    type: (page) => page.getByLabel(formSays("choices.my_objection_why")).fill("We share an office."),
    typed: async (page) => [await page.getByLabel(formSays("choices.my_objection_why")).inputValue()],
    there: ["We share an office."],
    gone: [""],
    before: (page) => page.getByLabel(formSays("choices.my_objection"), { exact: true }).fill("Intake clerk"),
  },
  {
    ...choice("review"),
    type: (page) => page.getByLabel(formSays("choices.my_review")).fill("It leaves out the appraisal."),
    typed: async (page) => [await page.getByLabel(formSays("choices.my_review")).inputValue()],
    there: ["It leaves out the appraisal."],
    gone: [""],
  },
  {
    ...choice("withdraw"),
    type: (page) => firstYes(page).check(),
    typed: async (page) => [await firstYes(page).isChecked()],
    there: [true],
    gone: [false],
    before: (page) => page.locator("main fieldset:visible").last().locator("input").first().check(),
  },
];

test("back, another screen and a look at the case anew lose nothing that was typed in it; leaving asks; sent, it is gone", async () => {
  const mine = await Case.reported(deployment, "unsent");
  await mine.decide("Retaliation not established.");
  const { page, faults, close } = await watchedPage(browser, deployment.origins.intake);
  const asked = [];
  let answer = "dismiss";
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog[answer]();
  });
  const title = () => page.locator("h1").innerText();
  const home = async () => {
    for (let shown = await title(); shown !== say("case.title"); shown = await title()) {
      await press(page, say("page.back"));
      await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, shown);
    }
  };
  await mine.open(page, say);
  await page.getByText(say("case.explain.decision")).waitFor();
  for (const screen of screens) {
    await screen.open(page);
    await screen.type(page);
    await press(page, say("help.title"));
    await heading(page, say("help.who"));
    await press(page, say("page.back"));
    assert.deepEqual(await screen.typed(page), screen.there);
    await home();
  }
  await press(page, say("case.refresh"));
  await heading(page, say("case.title"));
  await page.evaluate(() => window.location.reload());
  await heading(page, say("case.title"));
  assert.deepEqual(asked, ["beforeunload"]);

  for (const screen of screens) {
    await screen.open(page);
    assert.deepEqual(await screen.typed(page), screen.there);
    await screen.before?.(page);
    await press(page, screen.send);
    await heading(page, say("case.title"));
    await screen.open(page);
    assert.deepEqual(await screen.typed(page), screen.gone);
    await home();
  }
  answer = "accept";
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await openCase(page, deployment.origins.intake, mine.groups);
  await heading(page, say("case.title"));
  assert.deepEqual(faults, []);
  await close();
});

test("changed to another language while it is sent, a message says there what became of it, and is sent once however often it is pressed", async () => {
  const mine = await Case.reported(deployment, "unsent-twice");
  const { page, faults, close } = await watchedPage(browser, deployment.origins.intake);
  const french = await words("fr");
  const tries = [];
  await page.route("**/api/submit", (route) => void tries.push(route));
  const tried = async (n) => {
    while (tries.length < n) await page.waitForTimeout(50);
    return tries[n - 1];
  };
  await mine.open(page, say);
  await press(page, say("case.write"));
  await page.locator("#write").fill("Which day is it?");
  await press(page, say("case.write.send"));
  const refused = await tried(1);
  await speak(page, "fr");
  await page.getByText(french("sending.keep"), { exact: true }).waitFor();
  await refused.fulfill({ status: 400, contentType: "application/json", body: '{"error":"too-large"}' });
  await page.getByText(french("error.other", { code: "too-large" }), { exact: true }).waitFor();
  assert.equal(await page.locator("#write").inputValue(), "Which day is it?");

  const button = page.getByRole("button", { name: french("case.write.send"), exact: true });
  await button.click();
  const taken = await tried(2);
  await speak(page, "en");
  await page.getByText(say("sending.keep"), { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: say("case.write.send"), exact: true }).isEnabled(), false);
  await page.locator("#write").fill("Which day is it? And at what hour?");
  await taken.continue();
  await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
  assert.equal(tries.length, 2);
  await press(page, say("case.write"));
  assert.equal(await page.locator("#write").inputValue(), "Which day is it? And at what hour?"); // typed meanwhile, not lost
  assert.deepEqual(faults.filter((fault) => !/status of 400/.test(fault)), []);
  await close();
});
