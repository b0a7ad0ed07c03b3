// Every screen of the script path, in every language, for every questionnaire: sent, found again, read again, added
// to. On each screen: no accessibility violation, no sideways scrolling at 320 px, the right direction, and no
// sentence without words.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { Deployment } from "../deployment/deployment.mjs";
import { launch } from "./browser.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { languages, words } from "./words.mjs";

const pictures = process.env.PARAPET_PICTURES;
const forms = JSON.parse(await readFile(new URL("../../intake/web/dist/forms/offered.json", import.meta.url), "utf8"));
const choices = JSON.parse(await readFile(new URL("../../intake/forms/choices.1.json", import.meta.url), "utf8"));
let deployment;
let browser;
before(async () => {
  deployment = await Deployment.create();
  await deployment.start("intake");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await deployment?.remove();
});

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: `${pictures}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
}

// What must be true of any screen.
function looker(page, language, form) {
  const seen = [];
  const look = async (screen) => {
    await page.locator("h1").waitFor();
    const shown = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      dir: document.documentElement.dir,
      lang: document.documentElement.lang,
      unsaid: /\b(?:page|start|form|check|code|case|choices|files|found|sent|enter|own|more|error)\.[a-z]+/.exec(document.body.innerText)?.[0],
      focused: document.activeElement?.tagName,
    }));
    assert.ok(shown.wide <= 320, `${language} ${screen}: ${shown.wide} px wide`);
    assert.equal(shown.dir, language === "ar" ? "rtl" : "ltr");
    assert.equal(shown.lang, language);
    assert.equal(shown.unsaid, undefined, `${language} ${screen}`);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], `${language} ${screen}`);
    await picture(page, `${language}-${form}-${String(seen.length).padStart(2, "0")}-${screen}`);
    seen.push(screen);
  };
  return { look, seen };
}

// Something in every empty field that is shown: a text, the first option.
async function answerEverything(page, text) {
  for (const box of await page.locator("main textarea:visible").all()) if ((await box.inputValue()) === "") await box.fill(text);
  for (const group of await page.locator("main fieldset:visible").all()) {
    const options = group.locator(":scope > label.tick input");
    if ((await options.count()) > 0 && (await group.locator(":scope > label.tick input:checked").count()) === 0) await options.first().check();
  }
}

async function lookAtChoices(page, say, look) {
  const title = async (name) => page.getByRole("heading", { name: say(name), exact: true }).waitFor();
  await page.getByRole("button", { name: say("choices.title") }).click();
  await title("choices.title");
  await look("choices");
  for (const { id, offer } of choices.sections.filter(({ offer }) => offer !== "decision")) {
    await page.getByRole("button", { name: say(`form.choices.section.${id}`), exact: true }).click();
    await title(`form.choices.section.${id}`);
    const choice = page.locator("main input[type=radio]");
    if ((await choice.count()) > 0) await choice.first().check();
    await look(`choice-${id}`);
    await page.getByRole("button", { name: say("page.back") }).click();
    await title("choices.title");
  }
  await page.getByRole("button", { name: say("page.back") }).click();
  await title("case.title");
}

for (const language of await languages())
  for (const form of forms)
    test(`${form.id} in ${language}: every screen, sent, found again, added to`, async () => {
      const say = await words(language);
      const origin = deployment.origins.intake;
      const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: language });
      const page = await context.newPage();
      const faults = [];
      page.on("pageerror", (error) => faults.push(error.message));
      const { look, seen } = looker(page, language, form.id);
      try {
        await page.goto(origin);
        await page.getByRole("heading", { name: say("start.title") }).waitFor();
        await look("start");
        await page.getByRole("button", { name: say(`form.${form.id}`), exact: true }).click();
        for (let steps = 0; steps < 20; steps++) {
          const title = await page.locator("h1").innerText();
          if (title === say("check.title")) break;
          await look("step");
          if (title !== say("people.title") && title !== say("files.title")) await answerEverything(page, say("start.intro"));
          await page.locator("main button.first").last().click();
        }
        await page.getByRole("heading", { name: say("check.title") }).waitFor();
        await look("check");
        const groups = await keepCodeAndSend(page, { say, look });
        await openCase(page, origin, groups, { say, look });
        await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
        await look("case");
        await page.getByRole("button", { name: say("own.title") }).click();
        await page.getByText(say("start.intro")).first().waitFor();
        await look("own");
        await page.getByRole("button", { name: say("page.back") }).click();
        await lookAtChoices(page, say, look);
        await page.getByRole("button", { name: say("more.title") }).click();
        await page.getByRole("heading", { name: say("more.title"), exact: true }).waitFor();
        await look("more");
        const more = form.sections.filter(({ part }) => part === "later");
        for (const section of more) {
          const title = say(`form.${form.id}.section.${section.id}`);
          await page.getByRole("button", { name: title, exact: true }).click();
          await page.getByRole("heading", { name: title, exact: true }).waitFor();
          await look(section.id);
          await page.getByRole("button", { name: say("page.back") }).click();
          await page.getByRole("heading", { name: say("more.title"), exact: true }).waitFor();
        }
        const later = more.at(-1);
        await page.getByRole("button", { name: say(`form.${form.id}.section.${later.id}`), exact: true }).click();
        await page.getByRole("heading", { name: say(`form.${form.id}.section.${later.id}`), exact: true }).waitFor();
        await answerEverything(page, say("start.promise"));
        const line = page.locator("main input[type=text]:visible");
        if ((await line.count()) > 0) await line.first().fill("2024");
        await look("add");
        await page.getByRole("button", { name: say("more.send") }).click();
        await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
        assert.ok(seen.length >= 12, seen.join(" "));
        assert.deepEqual(faults, []);
      } finally {
        await context.close();
      }
    });

test("where nobody keeps names apart, none is asked for, and the page says so", async () => {
  const say = await words("en");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "en" });
  const page = await context.newPage();
  await page.goto(deployment.origins.intake);
  await page.getByRole("button", { name: say("form.misconduct"), exact: true }).click();
  await page.getByRole("button", { name: say("people.next") }).click();
  await page.getByLabel(say("form.misconduct.what")).fill("It happened.");
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: say("tell.next"), exact: true }).click();
  await page.getByRole("heading", { name: say("form.misconduct.section.identity") }).waitFor();
  assert.equal(await page.getByText(say("identity.none")).isVisible(), false);
  await page.getByLabel(say("form.misconduct.known.office"), { exact: true }).check();
  await page.getByText(say("identity.none")).waitFor();
  assert.equal(await page.getByLabel(say("form.misconduct.name")).count(), 0);
  await context.close();
});

test("a printed code is eight numbered groups and not a word more", async () => {
  const say = await words("en");
  const context = await browser.newContext({ locale: "en" });
  const page = await context.newPage();
  await fillReport(page, { origin: deployment.origins.intake, text: "It happened.", files: [] });
  await page.getByRole("button", { name: say("check.next") }).click();
  await page.locator(".receipt").waitFor();
  await page.emulateMedia({ media: "print" });
  const printed = await page.evaluate(() => document.body.innerText);
  assert.match(printed.trim(), /^(\d{4}\s*){8}$/);
  assert.equal(await page.title(), say("page.title"));
  await context.close();
});
