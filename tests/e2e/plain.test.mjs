// The way without scripts: parapet-plain in a browser that runs none, from the first page to the answer.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { answer, arrived } from "../deployment/round_trip.mjs";
import { launch } from "./browser.mjs";
import { words } from "./words.mjs";

const pictures = process.env.PARAPET_PICTURES;

let browser;
let deployment;

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

async function pageWithoutScripts() {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(deployment.origins.plain)) foreign.push(request.url());
  });
  return { page, foreign, close: () => context.close() };
}

let shown = 0;
async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/plain-${String(shown++).padStart(2, "0")}-${name}.png`, fullPage: true });
}

// Something in every empty field, the first of every choice.
async function answerEverything(page, text) {
  for (const box of await page.locator("textarea, .field input[type=text]").all()) if ((await box.inputValue()) === "") await box.fill(text);
  for (const group of await page.locator("fieldset").all()) {
    const options = group.locator(":scope > label.tick input");
    if ((await options.count()) > 0 && (await group.locator(":scope > label.tick input:checked").count()) === 0) await options.first().check();
  }
}

const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

// From the first page to "Is this right?".
async function fillForm(page, say, form, text) {
  await click(page, say(`form.${form}`));
  await page.getByRole("heading", { name: say("people.title"), exact: true }).waitFor();
  await picture(page, `${form}-people`);
  await click(page, say("people.next"));
  for (let steps = 0; steps < 12; steps++) {
    if (await page.getByRole("heading", { name: say("check.title"), exact: true }).isVisible()) break;
    await answerEverything(page, text);
    await picture(page, `${form}-step`);
    await click(page, say("tell.next"));
  }
  await page.getByRole("heading", { name: say("check.title"), exact: true }).waitFor();
  await picture(page, `${form}-check`);
}

// To "Sent"; the code as it was written down.
async function keepCodeAndSend(page, say, files = []) {
  await click(page, say("check.next"));
  const code = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await picture(page, "code");
  await click(page, say("code.written"));
  for (const box of await page.locator(".field:has(input[inputmode=numeric])").all()) {
    const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
    await box.locator("input").fill(code[n - 1]);
  }
  if (files.length > 0) await page.locator("input[type=file]").setInputFiles(files);
  await picture(page, "ask");
  await click(page, say("code.ask.send"));
  await page.getByRole("heading", { name: say("sent.title"), exact: true }).waitFor();
  await picture(page, "sent");
  return code;
}

async function openCase(page, say, code) {
  await page.goto(deployment.origins.plain);
  if (say("start.code") !== "I have a code") await page.locator(`button[value="lang:ar"]`).click();
  await click(page, say("start.code"));
  await page.getByLabel(say("enter.title")).fill(code.join(" "));
  await click(page, say("enter.open"));
  await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
}

let cases = 0;
for (const language of ["en", "ar"])
  for (const form of ["misconduct", "protection", "advice"])
    test(`${form} in ${language} without scripts: sent with a file, answered, written to again`, { timeout: 120_000 }, async () => {
      const say = await words(language);
      const { page, foreign, close } = await pageWithoutScripts();
      await page.goto(deployment.origins.plain);
      if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
      assert.equal(await page.locator("html").getAttribute("dir"), language === "ar" ? "rtl" : "ltr");
      await page.getByText(say("plain.seen")).waitFor();
      await picture(page, `${form}-start-${language}`);
      const text = `Said without scripts ${language} ${form}: “the office” & <b>`;
      await fillForm(page, say, form, text);
      const code = await keepCodeAndSend(page, say, [{ name: "list & <i>.txt", mimeType: "text/plain", buffer: Buffer.from("one, two, three") }]);
      assert.match(await page.locator("main").innerText(), /list & <i>\.txt \(.*15/);
      cases += 1;

      await openCase(page, say, code);
      await page.getByText(say("case.none"), { exact: true }).waitFor();
      await picture(page, "case");
      const inbox = await arrived(deployment, "clerk", cases);
      const unanswered = inbox.cases.find((one) => !one.answered) ?? inbox.cases[0];
      await answer(deployment, "clerk", unanswered.case, `We have read it, ${language} ${form}.`);
      await click(page, say("case.refresh"));
      await page.locator("textarea").fill("A second message");
      await click(page, say("case.write.send"));
      await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
      await click(page, say("own.title"));
      await page.getByText("A second message", { exact: true }).waitFor();
      assert.ok((await page.locator("main").innerText()).includes(text));
      await picture(page, "own");
      assert.deepEqual(foreign, []);
      await close();
    });
