// Leaving in a hurry, going back, loading anew: nothing is shown to who comes next, and nothing is lost by a wrong key.

import assert from "node:assert/strict";
import { test } from "node:test";
import { watchedPage } from "./browser.mjs";
import { fillReport, reachFiles } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const text = "The head of unit asked for a second invoice.";
const { deployment, browser } = await stage(["intake"]);
const origin = deployment.origins.intake;

async function visitor() {
  const one = await watchedPage(browser, origin);
  one.asked = []; // what the browser asked the person before it left
  one.page.on("dialog", (dialog) => {
    one.asked.push(dialog.type());
    void dialog.accept();
  });
  return one;
}

async function isBlank({ page, asked }) {
  await page.waitForURL("about:blank");
  assert.deepEqual(asked, []);
  await page.goBack();
  await page.getByRole("heading", { name: say("start.title") }).waitFor();
  assert.ok(!(await page.content()).includes(text));
  await page.getByRole("button", { name: "Report something wrong" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  assert.equal(await page.getByLabel("Tell us in your own words").inputValue(), "");
}

test("the button leaves at once, without a question, and going back finds an empty form", async () => {
  const one = await visitor();
  await reachFiles(one.page, { origin, text });
  await one.page.getByRole("button", { name: say("page.leave") }).click();
  await isBlank(one);
  await one.close();
});

test("the Escape key three times does the same, from a field too; once it does nothing", async () => {
  const one = await visitor();
  await reachFiles(one.page, { origin, text });
  await one.page.goBack();
  await one.page.getByRole("heading", { name: "Do you want to say who you are?" }).waitFor();
  await one.page.getByRole("radio").first().press("Escape");
  await one.page.getByRole("heading", { name: "Do you want to say who you are?" }).waitFor();
  await one.page.getByRole("radio").first().press("Escape");
  await one.page.getByRole("radio").first().press("Escape", { noWaitAfter: true });
  await isBlank(one);
  await one.close();
});

test("a page with something written in it is not left by mistake, and one that was loaded anew says that it kept nothing", async () => {
  const { page, asked, close } = await visitor();
  await page.goto(origin);
  await page.getByRole("heading", { name: say("start.title") }).waitFor();
  assert.equal(await page.getByText(say("start.anew")).count(), 0);
  await reachFiles(page, { origin, text });
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await page.getByText(say("start.anew")).waitFor();
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await close();
});

test("a page that the telephone closed while its camera was open says that it kept nothing", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  await page.addInitScript(() => Object.defineProperty(document, "wasDiscarded", { value: true }));
  await page.goto(origin);
  await page.getByText(say("start.anew")).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("a telephone is told to take photos before it writes", async () => {
  const { page, faults, close } = await watchedPage(browser, origin, { width: 360, height: 740 }, { hasTouch: true, isMobile: true });
  await page.goto(origin);
  await page.getByRole("button", { name: "Ask for protection" }).click();
  await page.getByText(say("people.camera")).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("history holds one title and one address, whatever was done", async () => {
  const { page, close } = await visitor();
  await fillReport(page, { origin, text, files: [] });
  const devtools = await page.context().newCDPSession(page);
  const { entries } = await devtools.send("Page.getNavigationHistory");
  const here = entries.filter(({ url }) => url !== "about:blank");
  assert.ok(here.length > 5);
  assert.deepEqual([...new Set(here.map(({ url }) => url))], [`${origin}/`]);
  assert.deepEqual([...new Set(here.map(({ title }) => title))], [say("page.title")]);
  await close();
});

test("back through every screen and forward again, nothing that was written is lost", async () => {
  const { page, faults, close } = await visitor();
  await page.goto(origin);
  await page.getByRole("button", { name: "Ask for protection" }).click();
  await page.getByLabel("Chief ethics officer").check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("I helped with an audit or an investigation").check();
  await page.getByLabel("Tell us a little about it").fill(text);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("What happened?").fill("My contract was not renewed.");
  await page.getByText(say("form.list.more")).click();
  await page.getByLabel("Contract not renewed, or ended early").check();
  await page.getByLabel("Year").first().fill("2026");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Human resources").check();
  await page.getByRole("button", { name: "Next" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("x") });
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("heading", { name: say("check.title") }).waitFor();
  const checked = await page.locator("main").innerText();
  for (const part of [text, "My contract was not renewed.", "2026", "Human resources", "list.txt"]) assert.ok(checked.includes(part), part);

  const titles = [];
  const heading = () => page.locator("h1").innerText();
  while ((await heading()) !== say("start.title")) {
    titles.unshift(await heading());
    await (titles.length % 2 === 0 ? page.goBack() : page.getByRole("button", { name: say("page.back"), exact: true }).click());
    await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, titles[0]);
  }
  assert.equal(titles.length, 6);
  for (const title of titles) {
    await page.goForward();
    await page.getByRole("heading", { name: title, exact: true }).waitFor();
  }
  assert.equal(await page.locator("main").innerText(), checked);
  assert.deepEqual(faults, []);
  await close();
});
