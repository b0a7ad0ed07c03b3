// Walking through the reporter's page as a person does, by what is written on the buttons.

import { words } from "./words.mjs";

const english = await words("en");

const next = (page) => page.getByRole("button", { name: "Next", exact: true }).click();

// From the beginning to "Do you want to add files?".
export async function reachFiles(page, { origin, text, exclude }) {
  await page.goto(origin);
  await page.getByRole("button", { name: "Report something wrong" }).click();
  await page.getByRole("heading", { name: "Is one of these people involved?" }).waitFor();
  if (exclude !== undefined) await page.getByLabel(exclude).check();
  await next(page);
  await page.getByLabel("Tell us in your own words").fill(text);
  for (const section of ["What is it about?", "Where and when?", "Do you want to say who you are?", "Do you want to add files?"]) {
    await next(page);
    await page.getByRole("heading", { name: section }).waitFor();
  }
}

export async function fillReport(page, { files, ...rest }) {
  await reachFiles(page, rest);
  if (files.length > 0) await page.locator("input[type=file]").setInputFiles(files);
  await next(page);
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
}

// From "Is this right?" to the click on "Send"; the code as the person wrote it down. `look` sees each screen on the way.
export async function writeCodeDown(page, say = english, look = async () => {}) {
  await page.getByRole("button", { name: say("check.next") }).click();
  await look("code");
  const groups = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await page.getByRole("button", { name: say("code.written") }).click();
  await look("ask");
  for (const box of await page.locator("form .field").all()) {
    const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
    await box.locator("input").fill(groups[n - 1]);
  }
  await page.locator("form button[type=submit]").click();
  return groups;
}

// On to "Sent".
export async function keepCodeAndSend(page, { timeout = 60_000, say = english, look = async () => {} } = {}) {
  const groups = await writeCodeDown(page, say, look);
  await page.getByRole("heading", { name: say("sent.title"), exact: true }).waitFor({ timeout });
  await look("sent");
  return groups;
}

// Something in every empty field that is shown: a text, the first option.
export async function answerEverything(page, text) {
  for (const box of await page.locator("main textarea:visible").all()) if ((await box.inputValue()) === "") await box.fill(text);
  for (const group of await page.locator("main fieldset:visible").all()) {
    const options = group.locator(":scope > label.tick input");
    if ((await options.count()) > 0 && (await group.locator(":scope > label.tick input:checked").count()) === 0) await options.first().check();
  }
}

// Any questionnaire from Start to "Is this right?", everything answered with the same text.
export async function walk(page, { origin, form, text, files = [], say = english, look = async () => {} }) {
  await page.goto(origin);
  await page.getByRole("heading", { name: say("start.title") }).waitFor();
  await look("start");
  await page.getByRole("button", { name: say(`form.${form}`), exact: true }).click();
  for (let steps = 0; steps < 20; steps++) {
    const title = await page.locator("h1").innerText();
    if (title === say("check.title")) break;
    if (title === say("files.title")) {
      await page.locator("input[type=file]").setInputFiles(files);
      for (const { name } of files) await page.locator(`.files input[value="${name}"]`).waitFor();
    } else if (title !== say("people.title")) {
      for (const fold of await page.locator("main summary").all()) await fold.click();
      await answerEverything(page, text);
    }
    await look("step");
    await page.locator("main button.first").last().click();
  }
  await page.getByRole("heading", { name: say("check.title") }).waitFor();
  await look("check");
}

export async function openCase(page, origin, groups, { say = english, look = async () => {} } = {}) {
  await page.goto(origin);
  await page.getByRole("button", { name: say("start.code") }).click();
  await look("enter");
  const boxes = page.locator(".receipt-input input");
  for (const [i, group] of groups.entries()) await boxes.nth(i).fill(group);
  await page.getByRole("button", { name: say("enter.open") }).click();
}
