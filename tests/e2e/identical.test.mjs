// The same words typed on the page, on the pages without scripts, into the offline file, and written down for the
// command line, reach the desk as the same answers, octet for octet.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { arrived } from "../deployment/round_trip.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);

const told = " \u00a0First line\nsecond:\ttwo\n\nthird: e\u0301 \u00e9 \u0645\u0627 \u062d\u062f\u062b \u202babc\u202c \u{1f512} <b> & \"x\" \u2003\n\n";
const act = "A threat, \u0641\u064a \u0645\u0643\u062a\u0628\u0647\u200f";

const click = (page, name) => page.getByRole("button", { name: say(name), exact: true }).click();
const title = (page, name) => page.getByRole("heading", { name: say(name), exact: true, level: 1 }).waitFor();

const tick = (page, name) => page.getByLabel(say(name), { exact: true }).check();
const fill = (page, name, text) => page.getByLabel(say(name)).fill(text);
const heading = (form, section) => `form.${form}.section.${section}`;

// A list of two entries, what lies folded of them opened.
async function twoEntries(page, list) {
  const entries = page.locator("fieldset.entry");
  while ((await entries.count()) < 2) {
    const before = await entries.count();
    await click(page, `${list}.add`);
    await entries.nth(before).waitFor();
  }
  const folded = page.locator("fieldset.entry details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  return [entries.nth(0), entries.nth(1)];
}

// One of the parts that "Is this right?" offers beside the report.
async function later(page, form, section, answer) {
  await click(page, heading(form, section));
  await title(page, heading(form, section));
  await answer();
  await click(page, "more.done");
  await title(page, "check.title");
}

// What is said in each section, in their order; `beside`: what is said once more before it is sent. The words on the three
// pages are the same. `answers`: the same for the command line, as somebody writes it down.
const protection = {
  sections: {
    activity: async (page) => {
      await tick(page, "form.protection.activity.cooperated");
      await tick(page, "form.protection.activity.reported");
      await fill(page, "form.protection.activity_what", told);
    },
    acts: async (page) => {
      await click(page, "form.protection.acts.add"); // the first entry stays empty until the second is filled
      const [one, other] = await twoEntries(page, "form.protection.acts");
      await fill(other, "form.protection.acts.what", act);
      await tick(other, "form.protection.acts.type.transfer");
      await tick(other, "form.protection.acts.type.dismissal");
      await other.getByLabel(say("form.date.year")).first().fill("٢٠٢٦");
      await other.getByLabel(say("form.date.month")).first().fill("3");
      await fill(one, "form.protection.acts.what", "First\r\nof two");
    },
    speak: async (page) => {
      await tick(page, "form.protection.may_speak.hr");
      await page.getByLabel(say("form.protection.may_speak.nobody"), { exact: true }).uncheck();
    },
  },
  beside: async () => {},
  answers: {
    may_speak: ["hr"],
    activity: ["cooperated", "reported"],
    activity_what: told,
    acts: [{ what: "First\r\nof two" }, { when: "2026-03", type: ["transfer", "dismissal"], what: act }],
  },
  holds: [told.trim(), act, "First\nof two", "2026-03"],
};

const misconduct = {
  sections: {
    story: (page) => fill(page, "form.misconduct.what", told),
    about: async (page) => {
      await tick(page, "form.misconduct.about.procurement");
      await tick(page, "form.misconduct.about.fraud");
    },
    place: async (page) => {
      await fill(page, "form.misconduct.where", " \t ");
      await page.getByLabel(say("form.date.year")).first().fill("2026");
    },
    identity: (page) => tick(page, "form.misconduct.pass_on.ask"),
  },
  beside: async (page) => {
    await later(page, "misconduct", "persons", async () => {
      const [one, other] = await twoEntries(page, "form.misconduct.persons");
      await one.getByLabel(say("form.misconduct.persons.name")).fill(" The head of unit ");
      await one.getByLabel(say("form.misconduct.persons.role")).fill("Signed\tit");
      await other.getByLabel(say("form.misconduct.persons.name")).fill(act);
    });
    await later(page, "misconduct", "witnesses", async () => {
      const [one, other] = await twoEntries(page, "form.misconduct.witnesses");
      await one.getByLabel(say("form.misconduct.witnesses.name")).fill("A storekeeper");
      await one.getByRole("group", { name: say("form.misconduct.witnesses.may_contact") }).getByLabel(say("option.yes"), { exact: true }).check();
      await other.getByLabel(say("form.misconduct.witnesses.knows")).fill(told); // the consent stays as it was: no
    });
  },
  answers: {
    what: told,
    about: ["fraud", "procurement"],
    from: "2026",
    pass_on: "ask",
    persons: [{ name: "The head of unit", role: "Signed\tit" }, { name: act }],
    witnesses: [{ name: "A storekeeper", may_contact: "yes" }, { knows: told, may_contact: "no" }],
  },
  holds: ['"fraud"', "The head of unit", "A storekeeper", "may_contact", act],
};

const advice = {
  sections: {
    question: async (page) => {
      await tick(page, "form.advice.subtype.gift");
      await fill(page, "form.advice.question", told);
    },
    gift: async (page) => {
      await fill(page, "form.advice.giver", act);
      await tick(page, "form.advice.giver_type.company");
      await page.getByLabel(say("form.date.year")).first().fill("2026");
      await page.getByLabel(say("form.date.month")).first().fill("12");
      await page.getByLabel(say("form.date.day")).first().fill("1");
      await fill(page, "form.advice.gift_link", "A tender\r\n\r\nis open");
    },
  },
  beside: (page) => later(page, "advice", "you", () => fill(page, "form.advice.did", act)),
  answers: { subtype: "gift", question: told, giver: act, giver_type: "company", gift_day: "2026-12-01", gift_link: "A tender\r\n\r\nis open", did: act },
  holds: [told.trim(), act, "2026-12-01", "A tender\n\nis open"],
};

const forms = { protection, misconduct, advice };

// From the first page to the last question.
async function answerAll(page, address, form) {
  await page.goto(address);
  await click(page, `form.${form}`);
  await title(page, "people.title");
  await click(page, "people.next");
  for (const [section, answer] of Object.entries(forms[form].sections)) {
    await title(page, heading(form, section));
    await answer(page);
    await click(page, "tell.next");
  }
}

async function typeGroups(page) {
  const groups = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await click(page, "code.written");
  for (const box of await page.locator(".field:has(input[inputmode=numeric])").all())
    await box.locator("input").fill(groups[Number(/\d+/.exec(await box.locator("label").innerText())[0]) - 1]);
}

async function byPage(form) {
  const page = await browser.newPage();
  await answerAll(page, deployment.origins.intake, form);
  await click(page, "files.next");
  await forms[form].beside(page);
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "code.ask.send");
  await title(page, "sent.title");
}

async function withoutScripts(form) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await answerAll(page, deployment.origins.plain, form);
  await forms[form].beside(page);
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "tell.next");
  await title(page, "files.title");
  await click(page, "code.ask.send");
  await title(page, "sent.title");
}

async function offline(form) {
  const notes = (name) => deployment.path("office", "deployment", name);
  const build = fileURLToPath(new URL("../../intake/web/offline.mjs", import.meta.url));
  await promisify(execFile)(process.execPath, [build, notes("root.note"), notes("rosters/1.note"), deployment.path("form.html")]);
  const page = await (await browser.newContext({ offline: true, acceptDownloads: true })).newPage();
  await answerAll(page, pathToFileURL(deployment.path("form.html")).href, form);
  await click(page, "files.next");
  await forms[form].beside(page);
  await click(page, "check.next");
  await typeGroups(page);
  await click(page, "offline.make");
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: say("offline.save") }).click();
  await (await saving).saveAs(deployment.path("form.ppb"));
  await deployment.run("report", ["send", deployment.path("form.ppb"), "--to", deployment.origins.intake]);
}

async function byCommand(form) {
  const file = (ending) => deployment.path(`${form}.${ending}`);
  await writeFile(file("json"), JSON.stringify({ form, answers: forms[form].answers }));
  await deployment.run("report", [
    "report", file("json"), "--answers", "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(),
    "--out", file("ppb"), "--receipt-out", file("code"),
  ]);
}

// Seen by this test already, so that what is new at the desk is what was just sent.
const known = new Set();

async function opened(reports) {
  const { cases } = await arrived(deployment, "clerk", known.size + reports);
  const fresh = cases.map((one) => one.case).filter((id) => !known.has(id));
  fresh.forEach((id) => known.add(id));
  const read = (id) => deployment.atDesk("clerk", "read", "--case", id, "--purpose", "intake", "--no-conflict");
  const all = [];
  for (const id of fresh) all.push(JSON.parse(await read(id)).messages[0]);
  return all;
}

async function same(form, paths) {
  for (const path of paths) await path(form);
  const reports = await opened(paths.length);
  assert.deepEqual(reports.map(({ plain }) => plain).sort(), paths.map((path) => path === withoutScripts).sort());
  const answers = reports.map((report) => JSON.stringify([report.form, report.answers]));
  for (const one of answers) assert.equal(one, answers[0]);
  for (const said of forms[form].holds) assert.ok(answers[0].includes(said.startsWith('"') ? said : JSON.stringify(said).slice(1, -1)), said);
}

test("page, pages without scripts, offline file and command line: the desk opens the same answers, octet for octet", { timeout: 240_000 }, () =>
  same("protection", [byPage, withoutScripts, offline, byCommand]));

test("a report with persons, and witnesses with their consents: the same answers from the page, without scripts and by command", { timeout: 240_000 }, () =>
  same("misconduct", [byPage, withoutScripts, byCommand]));

test("a question with a day and what belongs to its kind: the same answers from the page, without scripts and by command", { timeout: 240_000 }, () =>
  same("advice", [byPage, withoutScripts, byCommand]));
