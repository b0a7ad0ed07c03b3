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

// From "Is this right?" to "Sent"; the code as the person wrote it down. `look` sees each screen on the way.
export async function keepCodeAndSend(page, { timeout = 60_000, say = english, look = async () => {} } = {}) {
  await page.getByRole("button", { name: say("check.next") }).click();
  await look("code");
  const groups = await page.locator(".receipt li").allInnerTexts();
  await page.getByRole("button", { name: say("code.written") }).click();
  await look("ask");
  for (const box of await page.locator("form .field").all()) {
    const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
    await box.locator("input").fill(groups[n - 1].trim());
  }
  await page.getByRole("button", { name: say("code.ask.send"), exact: true }).click();
  await page.getByRole("heading", { name: say("sent.title"), exact: true }).waitFor({ timeout });
  await look("sent");
  return groups.map((group) => group.trim());
}

export async function openCase(page, origin, groups, { say = english, look = async () => {} } = {}) {
  await page.goto(origin);
  await page.getByRole("button", { name: say("start.code") }).click();
  await look("enter");
  const boxes = page.locator(".receipt-input input");
  for (const [i, group] of groups.entries()) await boxes.nth(i).fill(group);
  await page.getByRole("button", { name: say("enter.open") }).click();
}
