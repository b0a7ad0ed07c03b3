// Every screen of the script path, in every language, for every questionnaire: sent with a file, found again, read
// again, added to, opened at the desk. On each screen: no accessibility violation, no sideways scrolling at 320 px, the right direction, and no
// sentence without words.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { members } from "../deployment/deployment.mjs";
import { arrived } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { looker } from "./looker.mjs";
import { answerEverything, fillReport, keepCodeAndSend, openCase, walk, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { shownName, walked, words } from "./words.mjs";

const forms = JSON.parse(await readFile(new URL("../../intake/web/dist/forms/offered.json", import.meta.url), "utf8"));
const choices = JSON.parse(await readFile(new URL("../../intake/forms/choices.2.json", import.meta.url), "utf8"));
const narrow = { width: 320, height: 640 };
const sent = []; // what the desk has to find
const { deployment, browser } = await stage(["intake", "reviewer"]);

async function lookAtChoices(page, say, look) {
  const title = async (name) => page.getByRole("heading", { name: say(name), exact: true }).waitFor();
  await page.getByRole("button", { name: say("choices.title") }).click();
  await title("choices.title");
  await look("choices");
  for (const { id, offer } of choices.sections.filter(({ offer }) => offer === undefined)) {
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

for (const language of await walked())
  describe(language, { concurrency: 2 }, () => {
    for (const form of forms)
      test(`${form.id} in ${language}: every screen, sent, found again, added to`, async () => {
        const say = await words(language);
        const origin = deployment.origins.intake;
        const { page, faults, close } = await watchedPage(browser, origin, narrow, { locale: language });
        const { look, seen } = looker(page, language, form.id);
        const text = `${say("start.intro")} (${form.id}, ${language})`;
        const file = { name: `${form.id}-${language}.bin`, mimeType: "application/octet-stream", buffer: randomBytes(1000) };
        try {
          await walk(page, { origin, form: form.id, text, files: [file], say, look });
          const groups = await keepCodeAndSend(page, { say, look });
          assert.deepEqual(await page.locator("main section bdi").allInnerTexts(), [file.name]);
          sent.push({ text, form: form.id, file });
          await openCase(page, origin, groups, { say, look });
          await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
          await look("case");
          await page.getByRole("button", { name: say("own.title") }).click();
          await page.getByText(text).first().waitFor();
          await look("own");
          await page.getByRole("button", { name: say("page.back") }).click();
          if (form === forms[0]) await lookAtChoices(page, say, look); // they are the same for every form
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
          await close();
        }
      });

      test(`what stands beside the way in ${language}: readers by role in its words, other ways, what the office can do, a sealed file, a closed form, nothing sent yet, nothing held`, async () => {
        const say = await words(language);
        const origin = deployment.origins.intake;
        const { page, faults, close } = await watchedPage(browser, origin, narrow, { locale: language });
        const { look } = looker(page, language, "beside");
        try {
          await page.goto(origin);
          const readers = ["chief", "alternate", "clerk"].map((role) => shownName(say, role, members[role]));
          await page.getByText(readers[0]).waitFor();
          const named = await page.locator("main > ul").first().locator("li").allInnerTexts();
          assert.deepEqual(named.sort(), readers.sort());
          for (const [name, title] of [["start.talk", "ways.title"], ["start.about", "start.about"], ["file.title", "file.title"]]) {
            await page.getByRole("button", { name: say(name), exact: true }).click();
            await page.getByRole("heading", { name: say(title), exact: true }).waitFor();
            await look(title.replace(".", "-"));
            await page.getByRole("button", { name: say("page.back"), exact: true }).click();
          }
          await page.route("**/api/submit", (route) => route.fulfill({ status: 507, contentType: "application/json", body: '{"error":"storage-full"}' }));
          await walk(page, { origin, form: "advice", text: say("start.intro"), say });
          const groups = await writeCodeDown(page, say);
          await page.getByRole("heading", { name: say("sending.stopped.title"), exact: true }).waitFor();
          await look("stopped");
          await openCase(page, origin, groups, { say });
          await page.getByRole("heading", { name: say("case.nothing.title"), exact: true }).waitFor();
          await look("nothing");
          await page.route("**/api/deployment", (route) => route.abort());
          await page.goto(origin);
          await page.getByRole("heading", { name: say("closed.title"), exact: true }).waitFor();
          await look("closed");
          // What was refused here on purpose is in the browser's own log.
          assert.deepEqual(faults.filter((fault) => !/net::ERR_FAILED|status of 507/.test(fault)), []);
        } finally {
          await close();
        }
      });
  });

test("the desk opens every one of them, and finds the words and the file as they were sent", async () => {
  assert.equal(sent.length, forms.length * (await walked()).length);
  const { cases } = await arrived(deployment, "clerk", sent.length);
  const found = [];
  for (const { case: id } of cases) {
    const read = ["--case", id, "--no-conflict"];
    const { messages } = JSON.parse(await deployment.atDesk("clerk", "read", ...read, "--purpose", "intake"));
    const one = sent.find(({ text }) => JSON.stringify(messages[0].answers).includes(JSON.stringify(text)));
    assert.ok(one !== undefined, id);
    const [attachment, ...others] = messages[0].attachments;
    assert.equal(others.length, 0);
    const out = deployment.path(`${found.length}.opened`);
    await deployment.atDesk("clerk", "attachment", ...read, "--env", attachment.env, "--out", out);
    assert.ok((await readFile(out)).equals(one.file.buffer), one.file.name);
    found.push(one);
  }
  assert.equal(new Set(found).size, sent.length);
});

test("where too few keepers of names are left, no name is asked for, and the page says so", async () => {
  const say = await words("en");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "en" });
  const page = await context.newPage();
  await page.goto(deployment.origins.intake);
  await page.getByRole("button", { name: say("form.misconduct"), exact: true }).click();
  const keepers = page.getByRole("group", { name: say("people.keepers") }).getByRole("checkbox");
  assert.equal(await keepers.count(), 3);
  for (const keeper of (await keepers.all()).slice(0, 2)) await keeper.check();
  await page.getByRole("button", { name: say("people.next") }).click();
  await page.getByLabel(say("form.misconduct.what")).fill("It happened.");
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: say("tell.next"), exact: true }).click();
  await page.getByRole("heading", { name: say("form.misconduct.section.identity") }).waitFor();
  await page.getByText(say("identity.lost")).waitFor();
  for (const name of ["known", "name", "contact"]) assert.equal(await page.getByLabel(say(`form.misconduct.${name}`)).count(), 0, name);
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
