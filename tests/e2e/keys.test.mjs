// With the keyboard alone, by what a screen reader is told, at 400 % zoom: from Start to Sent, and from the code to a
// message sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { members } from "../deployment/deployment.mjs";
import { watchedPage } from "./browser.mjs";
import { cutOff, Keyboard, zoomed } from "./keyboard.mjs";
import { fillReport, openCase, walk, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { shownName, walked, words } from "./words.mjs";

const english = await words("en");
const { deployment, browser } = await stage(["intake"]);
const origin = deployment.origins.intake;

async function byKeyboard(language) {
  const { page, faults, close } = await watchedPage(browser, origin, { width: 360, height: 740 }, { locale: language });
  const say = await words(language);
  const keys = new Keyboard(page);
  await page.goto(origin);
  await page.getByRole("heading", { name: say("start.choose") }).waitFor();
  await keys.on(say("form.protection"), say("people.title"));
  await keys.to(shownName(say, "alternate", members.alternate));
  await keys.press("Space");
  await keys.on(say("people.next"), say("form.protection.section.activity"));
  await keys.to(say("form.protection.activity.reported"));
  await keys.press("Space");
  await keys.on(say("tell.next"), say("form.protection.section.acts"));
  // Gone on too early: the focus is in the field, and the sentence is read with it.
  await keys.to(say("tell.next"));
  await keys.press("Enter");
  assert.equal((await keys.focused()).tag, "TEXTAREA");
  await page.keyboard.type("My contract was not renewed.");
  await keys.to(say("form.list.more"));
  await keys.press("Enter");
  await keys.to(say("form.protection.acts.stage.done"));
  await keys.press("Space");
  await keys.on(say("tell.next"), say("form.protection.section.speak"));
  await keys.on(say("tell.next"), say("files.title"));
  await keys.to(say("files.choose"));
  await keys.on(say("files.next"), say("check.title"));
  await keys.on(say("check.next"), say("code.title"));
  const groups = await page.locator(".receipt li").allInnerTexts();
  await keys.on(say("code.written"), say("code.ask.title"));
  for (const n of (await page.locator("form label").allInnerTexts()).map((label) => Number(/\d+/.exec(label)[0]))) {
    await keys.to(say("code.group", { n }));
    await page.keyboard.type(groups[n - 1]);
  }
  await keys.on(say("code.ask.send"), say("sent.title"));

  await page.goto(origin);
  await page.getByRole("heading", { name: say("start.choose") }).waitFor();
  await keys.on(say("start.code"), say("enter.title"));
  await keys.to(say("code.group", { n: 1 }));
  await page.keyboard.type(groups.join(""), { delay: 5 }); // the next box takes over by itself
  await keys.on(say("enter.open"), say("case.title"));
  await keys.on(say("case.write"), say("case.write"));
  await keys.to(say("case.write.help"));
  await page.keyboard.type("One more thing.");
  await keys.to(say("case.write.send"));
  await page.evaluate(() => (document.querySelector("h1").dataset.before = ""));
  await keys.press("Enter");
  await page.waitForFunction(() => document.querySelector("h1").dataset.before === undefined); // the case was asked for anew
  await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
  await keys.on(say("own.title"), say("own.title"));
  await page.getByText("One more thing.").waitFor();
  assert.deepEqual(faults, []);
  await close();
}

test("by keyboard alone from Start to Sent, and from the code to a message sent", () => byKeyboard("en"));

test("the same by keyboard in Arabic, from right to left", () => byKeyboard("ar"));

// What a screen reader gets: role, name and description of everything it would read.
async function readAloud(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name, description, properties = [] }) => ({
    role: role?.value, name: name?.value ?? "", description: description?.value ?? "",
    invalid: properties.find(({ name: key }) => key === "invalid")?.value.value,
  }));
}

const asked = ["textbox", "checkbox", "radio", "combobox", "button", "link", "DisclosureTriangle"];

for (const language of await walked())
  test(`a screen reader is told every field's name, every fault and every group of the code (${language})`, async () => {
    const say = await words(language);
    const { page, faults, close } = await watchedPage(browser, origin, { width: 360, height: 740 }, { locale: language });
    let fields = 0;
    const look = async (screen) => {
      for (const { role, name } of await readAloud(page))
        if (asked.includes(role)) {
          fields++;
          assert.notEqual(name.trim(), "", `${screen}: a ${role} without a name`);
        }
    };
    await page.goto(origin);
    await page.getByRole("button", { name: say("form.misconduct"), exact: true }).click();
    await page.getByRole("button", { name: say("people.next"), exact: true }).click();
    await page.getByRole("button", { name: say("tell.next"), exact: true }).click();
    const wanting = (await readAloud(page)).find(({ role, invalid }) => role === "textbox" && invalid === "true");
    assert.ok(wanting.name.startsWith(say("form.misconduct.what")));
    assert.ok(wanting.description.includes(say("tell.needed")), wanting.description);

    await walk(page, { origin, form: "protection", text: say("start.intro"), say, look });
    const code = await writeCodeDown(page, say, async (screen) => {
      await look(screen);
      if (screen !== "code") return;
      const read = (await readAloud(page)).map(({ name }) => name);
      const groups = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
      for (const [i, group] of groups.entries()) assert.ok(read.includes(say("code.cell", { n: i + 1, all: 8, digits: [...group].join(" ") })), `group ${i + 1}`);
    });
    await page.getByRole("heading", { name: say("sent.title"), exact: true }).waitFor();
    await openCase(page, origin, code.map((group, i) => (i === 3 ? "12" : group)), { say });
    await page.getByText(say("enter.error.receipt-length")).waitFor();
    const box = (await readAloud(page)).find(({ role, name }) => role === "textbox" && name === say("code.group", { n: 4 }));
    assert.deepEqual([box.invalid, box.description], ["true", say("enter.error.receipt-length")]);
    assert.ok(fields > 60, `${fields}`);
    assert.deepEqual(faults, []);
    await close();
  });

test("at 400 % zoom everything reflows into the width, and no field, button or word is cut off", async () => {
  const { page, faults, close } = await watchedPage(browser, origin, zoomed.viewport, { ...zoomed.more, locale: "es" });
  const say = await words("es");
  const look = async (screen) => assert.deepEqual(await cutOff(page), [], screen);
  await walk(page, { origin, form: "protection", text: "Administrativamente".repeat(6), say, look });
  await writeCodeDown(page, say, look);
  await page.getByRole("heading", { name: say("sent.title"), exact: true }).waitFor();
  await look("sent");
  assert.deepEqual(faults, []);
  await close();
});

test("with letters twice as large nothing is cut off", async () => {
  const { page, close } = await watchedPage(browser, origin, { width: 360, height: 740 });
  await page.goto(origin);
  await page.getByRole("heading", { name: english("start.choose") }).waitFor();
  await page.evaluate(() => (document.documentElement.style.fontSize = "225%"));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  await fillReport(page, { origin, text: "It happened.", files: [] });
  await page.evaluate(() => (document.documentElement.style.fontSize = "225%"));
  await page.getByRole("button", { name: english("check.next") }).click();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  await close();
});
