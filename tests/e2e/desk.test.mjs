// The officer's page: what came, as the questionnaire asked for it, with marks where it does not fit; and answers with a
// due day, a decision among them, as their reporter sees them. By keyboard, at 1280 px.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { run } from "../deployment/program.mjs";
import { arrived, daysFromNow } from "../deployment/round_trip.mjs";
import { violations } from "./accessibility.mjs";
import { watchedPage } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { read, unlock } from "./officer.mjs";
import { stage } from "./stage.mjs";
import { twin } from "./twin.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const pictures = process.env.PARAPET_PICTURES;
let officer;
const { deployment, browser } = await stage(["intake", "reviewer"]);

async function look(name) {
  assert.deepEqual(await violations(officer.page), [], name);
  const wide = await officer.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name}: ${wide} px too wide`);
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await officer.page.screenshot({ path: `${pictures}/desk-${name}.png`, fullPage: true });
}

// The clerk's page with this case read.
async function opened(id, text) {
  const desk = await deployment.startDesk("clerk");
  officer = await watchedPage(browser, new URL(desk.address).origin, { width: 1280, height: 900 });
  await officer.page.goto(desk.address);
  await officer.page.getByLabel("Passphrase").waitFor();
  // What is not known before the server was asked is not said.
  assert.equal(await officer.page.locator(".banner:not(.trial)").count(), 0);
  await look("locked");
  await unlock(officer.page, desk, await deployment.passphrase("clerk"));
  await look("cases");
  await officer.page.locator(".row", { hasText: `${id.slice(0, 4)} ${id.slice(4, 8)}` }).click();
  await officer.page.getByLabel(/no conflict of interest/).check();
  await look("before-reading");
  await read(officer.page, text);
}

async function left() {
  assert.deepEqual(officer.faults, []);
  await officer.close();
  await deployment.stop("desk clerk");
}

// Tab until this field or button has the focus.
async function tabTo(id) {
  for (let steps = 0; steps < 60; steps++) {
    await officer.page.keyboard.press("Tab");
    if (await officer.page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
  }
  assert.fail(`Tab does not lead to ${id}`);
}

// In the list that has the focus.
async function pick(wanted) {
  await officer.page.keyboard.press("Home");
  const chosen = () => officer.page.evaluate(() => document.activeElement.selectedOptions[0].text);
  for (let steps = 0; (await chosen()) !== wanted; steps++) {
    assert.ok(steps < 8, `no ${wanted} in the list`);
    await officer.page.keyboard.press("ArrowDown");
  }
}

test("answers stand under the titles of their questionnaire, and what no page would have sent is shown and marked", async () => {
  const note = (...path) => readFile(deployment.path("office", "deployment", ...path));
  const what = "One order was split into four.";
  const { bundle } = await twin.seal({ what, files: [] }, await note("root.note"), await note("rosters", "1.note"), {
    about: ["fraud", "sorcery"],
    from: "2026-02-30",
    shoe_size: "44",
    what,
    where: "Depot 4, by the gate. ".repeat(60),
    witnesses: [{ may_contact: "no", name: "A storekeeper" }, { knows: "The second invoice", name: "A driver" }],
  });
  await writeFile(deployment.path("strange.ppb"), bundle);
  await run(deployment.program("report"), ["send", deployment.path("strange.ppb"), "--to", deployment.origins.intake]);
  const [{ case: id }] = (await arrived(deployment, "clerk", 1)).cases;
  await opened(id, what);
  const { page } = officer;
  assert.deepEqual(await page.locator(".answers h3").allInnerTexts(), [
    ...["story", "about", "place", "identity", "witnesses"].map((section) => say(`form.misconduct.section.${section}`)), "Not in the questionnaire",
  ]);
  await page.getByText("Places where this does not fit the questionnaire: 6.").waitFor();
  const answer = (question) => page.locator(".answer", { has: page.getByText(question, { exact: true }) });
  for (const [question, came, mark] of [
    [say("form.misconduct.about"), "sorcery", "“sorcery” is none of the choices."],
    [say("form.misconduct.from"), "2026-02-30", "There is no such day."],
    [say("form.misconduct.where"), "by the gate", "Longer than the questionnaire allows."],
    [say("form.misconduct.pass_on"), "", "Nothing was chosen, though an answer is needed."],
    ["shoe_size", "44", "The questionnaire has no such question. Shown as it came."],
  ]) {
    const text = await answer(question).first().innerText();
    assert.ok(text.includes(came) && text.includes(mark), `${question}: ${text}`);
  }
  assert.equal(await page.locator(".answer", { hasText: say("form.misconduct.about.fraud") }).count(), 1);
  const entries = await page.locator(".entries > li").allInnerTexts();
  assert.match(entries[0], /^Witness 1\n[^]*A storekeeper[^]*May we contact this person\?\s+No$/);
  assert.match(entries[1], /^Witness 2\n[^]*A driver[^]*May we contact this person\?\s+Nothing was chosen, though an answer is needed\.$/);
  await look("marked");
  await left();
});

test("by keyboard: a question with a due day, then a decision with its last day; the reporter's page shows both", async () => {
  const text = "The head of unit signs hours that nobody worked.";
  const mine = await Case.reported(deployment, "due", text);
  await opened(mine.id, text);
  const { page } = officer;
  const type = async (field, typed) => {
    await tabTo(field);
    await page.keyboard.type(typed);
  };
  const day = (n) => daysFromNow(n).replace(/(\d+)-(\d+)-(\d+)/, "$2$3$1"); // as this browser's field is typed
  const send = async (textTyped, due) => {
    await type("due", due);
    await type("text", textTyped);
    await tabTo("send");
    await page.keyboard.press("Enter");
  };

  await tabTo("type");
  await pick("Decision");
  await page.getByText("Please send an acknowledgement first.").waitFor();
  await look("decision-too-early");
  await pick("Question");
  await send("Which month was it?", day(-1));
  await page.getByText("Please choose a day after today.").waitFor();
  await look("due-past");
  assert.equal(await page.evaluate(() => document.activeElement.id), "due");
  await page.keyboard.type(day(10));
  await tabTo("send");
  await page.keyboard.press("Enter");
  await page.locator(".office", { hasText: `due by ${daysFromNow(10)}` }).waitFor();

  const reporter = await watchedPage(browser, deployment.origins.intake);
  await mine.open(reporter.page, say);
  await reporter.page.getByText("Which month was it?").waitFor();
  await reporter.page.getByText(say("case.due", { date: daysFromNow(10) })).waitFor();

  await page.locator("#type").focus();
  await pick("Decision");
  await send(" ", day(40));
  await page.getByText("Please write what was decided, and why.").waitFor();
  await look("no-reasons");
  await page.keyboard.type("Retaliation not established.");
  await tabTo("send");
  await page.keyboard.press("Enter");
  await page.locator(".office", { hasText: "Retaliation not established." }).getByText(`until ${daysFromNow(40)}`).waitFor();
  await look("decided");

  await press(reporter.page, say("case.refresh"));
  await reporter.page.getByText(say("case.explain.decision")).waitFor();
  await press(reporter.page, say("decision.title"));
  await heading(reporter.page, say("decision.title"));
  await reporter.page.getByText("Retaliation not established.").waitFor();
  await reporter.page.getByText(say("decision.review.last", { date: daysFromNow(40) })).waitFor();
  assert.deepEqual(reporter.faults, []);
  await reporter.close();
  await left();
});
