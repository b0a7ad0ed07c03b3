// Walking through the desk's page as an officer does, by what is written on the buttons.

export async function unlock(page, desk, passphrase) {
  await page.goto(desk.address);
  await page.getByLabel("Passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
  const row = page.locator(".row").first();
  for (let tries = 0; tries < 50 && !(await row.isVisible()); tries++) {
    await page.getByRole("button", { name: "Look for new arrivals" }).click({ timeout: 20_000 });
    await page.waitForTimeout(300);
  }
}

// The case that nobody answered yet.
export async function openUnanswered(page) {
  await page.locator(".row", { hasText: "Acknowledge by" }).first().click();
  await page.getByLabel(/no conflict of interest/).check();
}

export async function read(page, text) {
  await page.getByRole("button", { name: "Write the entry and read" }).click();
  await page.getByText(text).waitFor();
}

// Shows a file of the opened case; its element.
export async function show(page, name) {
  const file = page.locator(".file").filter({ has: page.getByText(name, { exact: true }) });
  await file.getByRole("button", { name: "Show" }).click();
  await file.getByRole("link", { name: `Save ${name}` }).waitFor();
  return file;
}

// The octets that "Save" gives.
export async function saved(page, file) {
  const coming = page.waitForEvent("download");
  await file.getByRole("link").click();
  const chunks = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
