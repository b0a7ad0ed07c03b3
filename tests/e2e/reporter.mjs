// Walking through the reporter's page as a person does, by what is written on the buttons.

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

// From "Is this right?" to "Sent"; the code as the person wrote it down.
export async function keepCodeAndSend(page, timeout = 60_000) {
  await page.getByRole("button", { name: "It is right. Show me my code" }).click();
  const groups = await page.locator(".receipt li").allInnerTexts();
  await page.getByRole("button", { name: "I have written it down" }).click();
  for (const box of await page.locator("form .field").all()) {
    const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
    await box.locator("input").fill(groups[n - 1].trim());
  }
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { name: "Sent" }).waitFor({ timeout });
  return groups.map((group) => group.trim());
}

export async function openCase(page, origin, groups) {
  await page.goto(origin);
  await page.getByRole("button", { name: "I have a code" }).click();
  const boxes = page.locator(".receipt-input input");
  for (const [i, group] of groups.entries()) await boxes.nth(i).fill(group);
  await page.getByRole("button", { name: "Open my case" }).click();
}
