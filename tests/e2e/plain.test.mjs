// The way without scripts: parapet-plain in a browser that runs none, from the first page to the answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { members } from "../deployment/deployment.mjs";
import { answer, arrived } from "../deployment/round_trip.mjs";
import { stage } from "./stage.mjs";
import { click, lookAt, openCase, pageWithoutScripts, title } from "./without_scripts.mjs";
import { shownName, words } from "./words.mjs";

const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);

// Something in every empty field, the first of every choice.
async function answerEverything(page, text) {
  for (const fold of await page.locator("details:not([open]) > summary").all()) await fold.click();
  for (const box of await page.locator("textarea, .field input[type=text]").all()) if ((await box.inputValue()) === "") await box.fill(text);
  for (const group of await page.locator("fieldset").all()) {
    const options = group.locator(":scope > label.tick input");
    if ((await options.count()) > 0 && (await group.locator(':scope > label.tick input:checked:not([value=""])').count()) === 0) await options.first().check();
  }
}

// From the first page to "Is this right?".
async function fillForm(page, say, form, text, look) {
  await click(page, say(`form.${form}`));
  await title(page, say("people.title"));
  await look("people");
  await click(page, say("people.next"));
  for (let steps = 0; steps < 12; steps++) {
    if (await page.getByRole("heading", { name: say("check.title"), exact: true }).isVisible()) break;
    await answerEverything(page, text);
    await look(`step-${steps}`);
    await click(page, say("tell.next"));
  }
  await title(page, say("check.title"));
  await look("check");
}

// To "Sent"; the code as it was written down.
async function keepCodeAndSend(page, say, look, files) {
  await click(page, say("check.next"));
  const code = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await look("code");
  await click(page, say("code.written"));
  await look("ask");
  for (const box of await page.locator(".field:has(input[inputmode=numeric])").all()) {
    const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
    await box.locator("input").fill(code[n - 1]);
  }
  // Enter in a field goes on, past the languages above it.
  await page.locator("input[inputmode=numeric]").last().press("Enter");
  await title(page, say("files.title"));
  await look("files");
  await page.locator("input[type=file]").setInputFiles(files);
  await click(page, say("code.ask.send"));
  await title(page, say("sent.title"));
  await look("sent");
  return code;
}

// Until what the office wrote has come.
async function seeAnswer(page, say, text) {
  for (let tries = 0; !(await page.getByText(text, { exact: true }).isVisible()); tries++) {
    assert.ok(tries < 50, "the answer did not come");
    await page.waitForTimeout(200);
    await click(page, say("case.refresh"));
  }
}

// One later part of the report's own questionnaire, and one choice.
async function addToCase(page, say, form, later, look, text) {
  await click(page, say("more.title"));
  await look("more");
  await click(page, say(`form.${form}.section.${later}`));
  await answerEverything(page, text);
  for (const year of await page.getByLabel(say("form.date.year"), { exact: true }).all()) await year.fill("2026");
  await look("adding");
  await click(page, say("more.send"));
  await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
  await click(page, say("choices.title"));
  await look("choices");
  await click(page, say("form.choices.section.withdraw"));
  await page.getByLabel(say("option.no"), { exact: true }).first().check();
  await look("withdraw");
  await click(page, say("more.send"));
  await title(page, say("case.title"));
  await click(page, say("choices.title"));
  await page.getByRole("heading", { name: say("choices.so_far") }).waitFor();
  await click(page, say("page.back"));
}

// What the officer sees of the case: sealed by the gateway.
async function readAtDesk(caseId, messages) {
  for (let tries = 0; ; tries++) {
    const opened = JSON.parse(await deployment.atDesk("clerk", "read", "--case", caseId, "--purpose", "intake", "--no-conflict"));
    if (opened.messages.length >= messages) return opened.messages;
    assert.ok(tries < 50);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const later = { misconduct: "fear", protection: "situation", advice: "you" };
let cases = 0;
for (const language of ["en", "ar"])
  for (const form of ["misconduct", "protection", "advice"])
    test(`${form} in ${language} without scripts: sent with a file, read, answered, added to`, { timeout: 400_000 }, async () => {
      const say = await words(language);
      const { page, foreign, close } = await pageWithoutScripts(browser, deployment.origins.plain);
      // What does not depend on the form is looked at once.
      const look = async (name) => {
        if (form === "misconduct" || /^(step|check|adding|own)/.test(name)) await lookAt(page, `${form}-${name}`, language);
      };
      await page.goto(deployment.origins.plain);
      if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
      await page.getByText(say("plain.seen")).waitFor();
      await look("start");
      for (const role of ["chief", "alternate", "clerk"]) await page.getByText(shownName(say, role, members[role]), { exact: true }).waitFor();
      const text = `Said without scripts ${language} ${form}: “the office” & <b>`;
      await fillForm(page, say, form, text, look);
      const code = await keepCodeAndSend(page, say, look, [{ name: "list & <i>.txt", mimeType: "text/plain", buffer: Buffer.from("one, two, three") }]);
      assert.match(await page.locator("main").innerText(), /list & <i>\.txt.*15/);
      cases += 1;

      await openCase(page, deployment.origins.plain, say, code, language);
      await page.getByText(say("case.explain.received"), { exact: true }).waitFor();
      const inbox = await arrived(deployment, "clerk", cases);
      const unanswered = inbox.cases.find((one) => !one.answered) ?? inbox.cases[0];
      const [report] = await readAtDesk(unanswered.case, 1);
      assert.equal(report.plain, true); // author 3: text that a server saw
      assert.ok(JSON.stringify(report.answers).includes(JSON.stringify(text).slice(1, -1)));
      await answer(deployment, "clerk", unanswered.case, `We have read it, ${language} ${form}.`);
      await seeAnswer(page, say, `We have read it, ${language} ${form}.`);
      await look("case");
      const withoutMarks = (text) => text.replace(/[\u2066-\u2069]/g, "");
      const from = say("messages.from", { label: shownName(say, "clerk", members.clerk) });
      assert.equal(withoutMarks(await page.locator("article h3").first().innerText()), withoutMarks(from));
      await page.locator("textarea").fill("A second message");
      await click(page, say("case.write.send"));
      await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
      await addToCase(page, say, form, later[form], look, `Told later ${form}`);
      await click(page, say("own.title"));
      await page.getByText("A second message", { exact: true }).waitFor();
      const own = await page.locator("main").innerText();
      for (const said of [text, `Told later ${form}`]) assert.ok(own.includes(said), said);
      await look("own");
      assert.ok(JSON.stringify(await readAtDesk(unanswered.case, 4)).includes(`Told later ${form}`));
      assert.deepEqual(foreign, []);
      await close();
    });
