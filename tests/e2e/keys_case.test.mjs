// With the keyboard alone what keys.test.mjs does not walk: files, consents and looking once more, all that a case offers,
// and the way without scripts; and the screens of a case at 400 % zoom, from right to left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { watchedPage } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { cutOff, Keyboard, zoomed } from "./keyboard.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);
const origin = deployment.origins.intake;
const mine = await Case.reported(deployment, "keys");
await mine.decide("It was not established.");

// The focus is on "Choose files".
async function chooses(page, keys, name) {
  assert.ok((await keys.focused()).name.startsWith(say("files.choose")));
  const coming = page.waitForEvent("filechooser");
  await keys.press("Enter");
  await (await coming).setFiles([{ name, mimeType: "text/plain", buffer: Buffer.from("one") }]);
  await page.locator(`.files input[value="${name}"]`).waitFor();
}

async function typeGroups(page, keys, code) {
  for (const n of (await page.locator("form label").allInnerTexts()).map((label) => Number(/\d+/.exec(label)?.[0])).filter(Boolean))
    await keys.type(say("code.group", { n }), code[n - 1]);
}

const groupsShown = async (page) => (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());

test("by keyboard alone: files chosen and taken out, a consent, what was said looked at and changed, a witness with a consent", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  page.on("filechooser", () => undefined); // else each wait for one switches them on and off anew, and comes too late
  const keys = new Keyboard(page);
  const section = (name) => say(`form.misconduct.section.${name}`);
  await page.goto(origin);
  await heading(page, say("start.choose"));
  await keys.on(say("form.misconduct"), say("people.title"));
  await keys.on(say("people.next"), section("story"));
  await keys.type(say("form.misconduct.what"), "It happened.");
  await keys.on(say("tell.next"), section("about"));
  await keys.on(say("tell.next"), section("place"));
  await keys.on(say("tell.next"), section("identity"));
  await keys.to(say("form.misconduct.pass_on.without")); // Tab goes to what is chosen of a group, arrows within it
  await keys.press("ArrowDown");
  assert.ok((await keys.focused()).name.startsWith(say("form.misconduct.pass_on.with")));
  await keys.press("ArrowDown");
  await keys.on(say("tell.next"), say("files.title"));
  await keys.to(say("files.choose"));
  await chooses(page, keys, "by mistake.txt");
  await keys.to(say("files.remove", { name: "by mistake.txt" }));
  await keys.press("Enter");
  await page.locator('.files input[value="by mistake.txt"]').waitFor({ state: "detached" });
  // Back where the next one is chosen.
  await chooses(page, keys, "list.txt");
  await keys.on(say("files.next"), say("check.title"));
  assert.ok((await page.locator("main").innerText()).includes(say("form.misconduct.pass_on.ask")));
  await keys.on(`${say("check.change")}: ${section("story")}`, section("story"));
  await keys.to(say("form.misconduct.what"));
  await keys.press("Control+End");
  await page.keyboard.type(" Twice.");
  await keys.on(say("more.done"), say("check.title"));
  await page.getByText("It happened. Twice.").waitFor();
  await keys.on(section("witnesses"), section("witnesses"));
  await keys.type(say("form.misconduct.witnesses.name"), "A storekeeper");
  await keys.to(say("option.no")); // preset: no
  await keys.press("ArrowUp");
  await keys.on(say("more.done"), say("check.title"));
  await page.getByText("A storekeeper").waitFor();
  await keys.on(say("check.next"), say("code.title"));
  const code = await groupsShown(page);
  await keys.on(say("code.written"), say("code.ask.title"));
  await typeGroups(page, keys, code);
  await keys.on(say("code.ask.send"), say("sent.title"));
  await page.getByText("list.txt").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("by keyboard alone without scripts: from the first page to Sent, and from the code to a message sent", async () => {
  const { page, faults, close } = await watchedPage(browser, deployment.origins.plain);
  const keys = new Keyboard(page);
  await page.goto(deployment.origins.plain);
  await keys.goes(say("form.advice"), say("people.title"));
  await keys.goes(say("people.next"), say("form.advice.section.question"));
  await keys.to(say("form.advice.subtype.how"));
  await keys.press("Space");
  await keys.type(say("form.advice.question"), "May I?");
  await keys.goes(say("tell.next"), say("check.title"));
  await keys.goes(say("check.next"), say("code.title"));
  const code = await groupsShown(page);
  await keys.goes(say("code.written"), say("code.ask.title"));
  await typeGroups(page, keys, code);
  await keys.goes(say("tell.next"), say("files.title"));
  await keys.goes(say("code.ask.send"), say("sent.title"));
  await page.goto(deployment.origins.plain);
  await keys.goes(say("start.code"), say("enter.title"));
  await keys.type(say("plain.code"), code.join(""));
  await keys.goes(say("enter.open"), say("case.title"));
  await keys.type(say("case.write.help"), "One more thing.");
  await keys.to(say("case.write.send"));
  await keys.press("Enter");
  await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("at 400 % zoom from right to left the screens of a case reflow into the width, and nothing is cut off", async () => {
  const says = await words("ar");
  const { page, faults, close } = await watchedPage(browser, origin, zoomed.viewport, { ...zoomed.more, locale: "ar" });
  const look = async (screen) => assert.deepEqual(await cutOff(page), [], screen);
  await mine.open(page, says);
  await heading(page, says("filing.title"));
  await look("case");
  for (const name of ["messages.title", "decision.title", "own.title", "more.title", "choices.title", "help.title", "remove.title"]) {
    await press(page, says(name));
    await heading(page, name === "help.title" ? says("help.who") : says(name));
    await look(name);
    if (name === "choices.title")
      for (const one of ["withdraw", "handler"]) {
        await press(page, says(`form.choices.section.${one}`));
        await heading(page, says(`form.choices.section.${one}`));
        await look(one);
        await press(page, says("page.back"));
        await heading(page, says(name));
      }
    await press(page, says("page.back"));
    await heading(page, says("case.title"));
  }
  assert.deepEqual(faults, []);
  await close();
});

test("by keyboard alone: a case added to, a review asked for, a withdrawal sent and taken back, the proof saved, access removed", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  const keys = new Keyboard(page);
  await page.goto(origin);
  await heading(page, say("start.choose"));
  await keys.on(say("start.code"), say("enter.title"));
  await keys.to(say("code.group", { n: 1 }));
  await page.keyboard.type(mine.groups.join(""), { delay: 5 });
  await keys.on(say("enter.open"), say("case.title"));
  await heading(page, say("filing.title"));
  await keys.to(say("filing.save"));
  const saved = page.waitForEvent("download");
  await keys.press("Enter");
  await saved;

  await keys.on(say("more.title"), say("more.title"));
  const persons = say("form.misconduct.section.persons");
  await keys.on(persons, persons);
  await keys.type(say("form.misconduct.persons.name"), "The head of unit");
  await keys.on(say("more.send"), say("case.title"));
  await keys.on(say("decision.title"), say("decision.title"));
  const review = say("form.choices.section.review");
  await keys.on(say("decision.review.ask"), review);
  await keys.type(say("form.choices.my_review"), "It does not mention the appraisal.");
  await keys.on(say("more.send"), say("case.title"));

  await keys.on(say("choices.title"), say("choices.title"));
  const withdraw = say("form.choices.section.withdraw");
  await keys.on(withdraw, withdraw);
  await keys.to(say("option.yes"));
  await keys.press("Space");
  for (const group of await page.locator("main fieldset:visible").all()) {
    const first = group.locator("label.tick input").first();
    if (await group.locator("label.tick input:checked").count() > 0) continue;
    await keys.to((await first.evaluate((input) => input.labels[0].innerText)).trim());
    await keys.press("Space");
  }
  await keys.on(say("more.send"), say("case.title"));
  await keys.on(say("choices.title"), say("choices.title"));
  await keys.on(say("withdraw.back"), say("case.title"));

  await keys.on(say("remove.title"), say("remove.title"));
  await keys.on(say("remove.on"), say("remove.sure"));
  await keys.on(say("remove.act"), say("removed.title"));
  const said = JSON.stringify(await mine.shownTo("alternate", 5));
  for (const text of ["The head of unit", "appraisal"]) assert.ok(said.includes(text), text);
  assert.deepEqual(faults, []);
  await close();
});
