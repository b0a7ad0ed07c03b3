// The screens that no other test shows in every language, on both ways: what goes wrong, what waits, what the office sent,
// the page as one file, and the pages without scripts. Each is looked at as looker.mjs says. The office takes four reports
// an hour here: the fifth is told to wait by the real service.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { report } from "../deployment/round_trip.mjs";
import { patience } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { lookAt, looker, lookerInAll, speak } from "./looker.mjs";
import { openCase, walk, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { languages, walked, words } from "./words.mjs";

const say = await words("en");
const all = await walked();
const { deployment, browser } = await stage(["intake", "reviewer", "plain"], { settings: { intake: { hourly_reports: 4 } } });
const mine = await Case.reported(deployment, "every");

// A page as narrow as they come, in English, and what broke on it.
async function narrow(more = {}) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "en", ...more });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  return { page, faults, close: () => context.close() };
}

test("a code that is none, a question without its answer, and a browser that cannot seal, in every language", async () => {
  const { page, faults, close } = await narrow();
  await page.goto(deployment.origins.intake);
  await heading(page, say("start.title"));
  for (const language of all) {
    const says = await words(language);
    const { look } = looker(page, language, "faults");
    await page.goto(deployment.origins.intake);
    await page.locator("#language").waitFor();
    await speak(page, language);
    await press(page, says("form.misconduct"));
    await press(page, says("people.next"));
    await heading(page, says("form.misconduct.section.story"));
    await press(page, says("tell.next"));
    await page.getByText(says("tell.needed")).first().waitFor();
    await look("unanswered");
    await openCase(page, deployment.origins.intake, mine.groups.map((group, n) => (n === 3 ? "12" : group)), { say: await words("en") });
    await page.getByText(say("enter.error.receipt-length")).waitFor();
    if (language === "en") await look("wrong-code");
    await speak(page, language);
    await press(page, says("enter.open"));
    await page.getByText(says("enter.error.receipt-length")).waitFor();
    await look("wrong-code");
  }
  await page.addInitScript("delete BigInt");
  await page.goto(deployment.origins.intake);
  await heading(page, say("page.cannot.title"));
  await lookAt(page, undefined, "cannot");
  assert.deepEqual(faults, []);
  await close();
});

test("an answer box, the proof of filing, and a file of the office beside its message, in every language", async () => {
  await writeFile(deployment.path("letter.txt"), "A letter.");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  await mine.reply("question", "question", "Which month was it?", { files: [deployment.path("letter.txt")] });
  const { page, faults, close } = await narrow();
  const look = await lookerInAll(page, "en", "case");
  await mine.open(page, say);
  await look("case-with-proof", async (says) => {
    await heading(page, says("filing.title"));
    await page.locator(".reply-file button").first().click();
    await page.getByRole("link", { name: says("reply.file.save") }).waitFor();
  });
  await press(page, say("case.answer"));
  await heading(page, say("case.answer.title"));
  await look("answer");
  assert.deepEqual(faults, []);
  await close();
});

test("the page as one file, its sealed file, and sending one, in every language", async () => {
  const notes = (name) => deployment.path("office", "deployment", name);
  const build = fileURLToPath(new URL("../../intake/web/offline.mjs", import.meta.url));
  const file = deployment.path("form.html");
  await promisify(execFile)(process.execPath, [build, notes("root.note"), notes("rosters/1.note"), file]);
  const { page, faults, close } = await narrow({ offline: true });
  const look = await lookerInAll(page, "en", "offline");
  await page.goto(pathToFileURL(file).href);
  await heading(page, say("start.title"));
  await look("start");
  await walk(page, { origin: pathToFileURL(file).href, form: "misconduct", text: "It happened." });
  await writeCodeDown(page);
  await heading(page, say("offline.title"));
  await look("sealed");
  assert.deepEqual(faults, []);
  await close();
  const online = await narrow();
  await online.page.goto(deployment.origins.intake);
  await press(online.page, say("file.title"));
  await heading(online.page, say("file.title"));
  await (await lookerInAll(online.page, "en", "file"))("file");
  await online.close();
});

// The pages without scripts, in a browser that could run some: so they can be looked at where they stand.
async function lookerAtPages(page, which) {
  const speakPlain = async (language) => {
    if ((await page.locator("html").getAttribute("lang")) !== language) await page.locator(`button[value="lang:${language}"]`).click();
    await page.locator(`html[lang="${language}"]`).waitFor();
  };
  const look = async (screen, languagesOfIt = which) => {
    for (const language of [...languagesOfIt.filter((one) => one !== "en"), "en"]) {
      await speakPlain(language);
      if (languagesOfIt.includes(language)) await lookAt(page, language, `plain ${screen}`);
    }
  };
  return { look, speakPlain };
}

const title = (page, name) => page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();

async function typeGroups(page, says) {
  const code = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  return { code, type: async () => {
    for (const box of await page.locator(".field:has(input[inputmode=numeric])").all())
      await box.locator("input").fill(code[Number(/\d+/.exec(await box.locator("label").innerText())[0]) - 1]);
    await press(page, says("tell.next"));
  } };
}

// From the first page to the one with the files; the code.
async function reachFiles(page, look) {
  await page.goto(deployment.origins.plain);
  await press(page, say("form.advice"));
  await title(page, say("people.title"));
  await look("people");
  await press(page, say("people.next"));
  await title(page, say("form.advice.section.question"));
  await look("question");
  await page.getByLabel(say("form.advice.subtype.how"), { exact: true }).check();
  await page.getByLabel(say("form.advice.question")).fill("May I?");
  await press(page, say("tell.next"));
  await title(page, say("check.title"));
  await look("check");
  await press(page, say("check.next"));
  await title(page, say("code.title"));
  await look("code");
  const { code, type } = await typeGroups(page, say);
  await press(page, say("code.written"));
  await title(page, say("code.ask.title"));
  await look("ask");
  await type();
  await title(page, say("files.title"));
  await look("files");
  return code;
}

const never = async () => {};

test("without scripts, every page in every language: those on the way, those behind a code, and those where something went wrong", async () => {
  const { page, faults, close } = await narrow();
  // English and Arabic of the usual way are looked at in plain.test.mjs.
  const { look, speakPlain } = await lookerAtPages(page, all.filter((one) => one !== "en" && one !== "ar"));
  await page.goto(deployment.origins.plain);
  await title(page, say("start.title"));
  await look("start");
  for (const [button, heading1] of [["start.talk", "ways.title"], ["start.about", "start.about"], ["file.title", "file.title"]]) {
    await press(page, say(button));
    await title(page, say(heading1));
    await look(button, all);
    await press(page, say("page.back"));
  }
  await press(page, say("start.code"));
  await title(page, say("enter.title"));
  await look("enter", all);
  for (const language of [...all.filter((one) => one !== "en"), "en"]) {
    const says = await words(language);
    await speakPlain(language);
    await page.getByLabel(says("plain.code"), { exact: true }).fill("1234");
    await press(page, says("enter.open"));
    await page.getByRole("alert").first().waitFor();
    await lookAt(page, language, "plain wrong code");
  }
  await page.getByLabel(say("plain.code"), { exact: true }).fill(await unusedCode());
  await press(page, say("enter.open"));
  await title(page, say("case.nothing.title"));
  await look("nothing", all);

  const code = await reachFiles(page, look);
  await press(page, say("code.ask.send"));
  await title(page, say("sent.title"));
  await look("sent");
  await page.goto(deployment.origins.plain);
  await press(page, say("start.code"));
  await page.getByLabel(say("plain.code"), { exact: true }).fill(code.join(" "));
  await press(page, say("enter.open"));
  await title(page, say("case.title"));
  await look("case");
  for (const [button, within] of [["more.title", "form.advice.section.you"], ["choices.title", "form.choices.section.withdraw"]]) {
    await press(page, say(button));
    await title(page, say(button));
    await look(button);
    await press(page, say(within));
    await title(page, say(within));
    await look(within);
    await press(page, say("page.back"));
    await title(page, say(button));
    await press(page, say("page.back"));
  }
  await press(page, say("own.title"));
  await title(page, say("own.title"));
  await look("own");

  // A question without its answer; then this hour's reports are given away.
  await page.goto(deployment.origins.plain);
  await press(page, say("form.advice"));
  await press(page, say("people.next"));
  for (const language of [...all.filter((one) => one !== "en"), "en"]) {
    const says = await words(language);
    await speakPlain(language);
    await press(page, says("tell.next"));
    await page.getByText(says("plain.look")).waitFor();
    await lookAt(page, language, "plain unanswered");
  }
  for (const name of ["third", "fourth"]) await report(deployment, name, "A text.");
  await reachFiles(page, never);
  await press(page, say("code.ask.send"));
  await page.getByText(say("busy.plain")).waitFor();
  await look("busy", ["en"]);
  for (const language of all.filter((one) => one !== "en")) {
    const says = await words(language);
    await speakPlain(language);
    await press(page, says("code.ask.send"));
    await page.getByText(says("busy.plain")).waitFor();
    await lookAt(page, language, "plain busy");
  }
  assert.deepEqual(faults, []);
  await close();
});

// A code as any device makes it, under which nothing was sent.
async function unusedCode() {
  await writeFile(deployment.path("unused.txt"), "Never sent.");
  const code = deployment.path("unused.code");
  await deployment.run("report", [
    "seal", deployment.path("unused.txt"), deployment.path("unused.ppb"), "--to", deployment.origins.intake,
    "--fingerprint", await deployment.fingerprint(), "--receipt-out", code,
  ]);
  return /\d{4}(?: \d{4}){7}/.exec(await readFile(code, "utf8"))[0];
}

test("while the office takes no more reports the page waits, and gives the sealed file, in every language", async () => {
  const { page, faults, close } = await narrow();
  page.setDefaultTimeout(patience);
  await walk(page, { origin: deployment.origins.intake, form: "advice", text: "May I?" });
  await writeCodeDown(page);
  await heading(page, say("busy.title"));
  await (await lookerInAll(page, "en", "busy"))("busy", async (says) => {
    await heading(page, says("busy.title"));
    await press(page, says("offline.make"));
    await page.getByRole("link", { name: says("offline.save") }).waitFor();
  });
  assert.deepEqual(faults, []);
  await close();
});

test("without scripts, a page that came in part, one that was too large, and one whose office is not reached, in every language", async () => {
  const { page, faults, close } = await narrow();
  const send = (fields, path = "/") =>
    page.evaluate(([action, named]) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action });
      for (const [name, value] of Object.entries(named)) form.append(Object.assign(document.createElement("input"), { name, value }));
      document.body.append(form);
      form.submit();
    }, [path, fields]);
  await page.goto(deployment.origins.plain);
  await send({ to: "send", at: "files", "values.advice.1": '{"question":"lost' });
  await page.getByText(say("plain.torn")).waitFor();
  for (const language of await languages()) await page.getByText((await words(language))("plain.torn")).waitFor();
  await lookAt(page, undefined, "plain torn");
  await page.goto(deployment.origins.plain);
  await send({ to: "next", at: "start", more: "x".repeat(9 << 20) });
  for (const language of await languages()) await page.getByText((await words(language))("plain.refused")).waitFor();
  await lookAt(page, undefined, "plain refused");

  // A gateway that starts while its office is not there has no keys to show anybody.
  const { port } = new URL(deployment.origins.intake);
  for (const name of ["plain", "intake"]) await deployment.stop(name);
  await deployment.startPlain();
  try {
    await page.goto(deployment.origins.plain);
    await page.getByText(say("closed.offline")).waitFor();
    for (const language of [...all.filter((one) => one !== "en"), "en"]) {
      await page.locator(`button[value="lang:${language}"]`).click();
      await page.getByText((await words(language))("closed.offline")).waitFor();
      await lookAt(page, language, "plain closed");
    }
  } finally {
    await deployment.listenAgain("intake", port);
    await deployment.start("intake");
  }
  assert.deepEqual(faults, []);
  await close();
});
