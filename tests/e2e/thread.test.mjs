import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { violations } from "./accessibility.mjs";
import { launch, watchedPage } from "./browser.mjs";
import { openUnanswered, read, show, unlock } from "./officer.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { pdf, photo } from "./samples.mjs";

const pictures = process.env.PARAPET_PICTURES; // a folder for screenshots; none are kept without it
let deployment;
before(async () => {
  deployment = await Deployment.create();
  await deployment.start("intake");
  await deployment.start("reviewer");
});
after(() => deployment?.remove());

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

// Everything a reporter does up to the code, then an officer's reading and answer, then the code again.
async function wholeThread({ jitless, text, answer }) {
  const browser = await launch({ jitless });
  const mode = jitless ? "nojit" : "jit";
  try {
    const origin = deployment.origins.intake;
    const reporter = await watchedPage(browser, origin);
    const files = [
      { name: "photo.png", mimeType: "image/png", buffer: photo() },
      { name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order, four papers") },
    ];
    await reporter.page.goto(origin);
    await reporter.page.getByRole("heading", { name: "Tell the ethics office" }).waitFor();
    await picture(reporter.page, `reporter-start-${mode}`);
    await fillReport(reporter.page, { origin, text, files });
    await picture(reporter.page, `reporter-check-${mode}`);
    const groups = await keepCodeAndSend(reporter.page);
    await picture(reporter.page, `reporter-sent-${mode}`);
    assert.equal(groups.join("").length, 32);

    const desk = await deployment.startDesk("clerk");
    const officer = await watchedPage(browser, new URL(desk.address).origin, { width: 1280, height: 900 });
    await unlock(officer.page, desk, await deployment.passphrase("clerk"));
    await openUnanswered(officer.page);
    await picture(officer.page, `desk-before-reading-${mode}`);
    await read(officer.page, text);
    // Answers with the questions they were given to, options in words.
    await officer.page.locator(".answer", { hasText: "May we pass your report to the office that investigates?" }).getByText("Yes, without my name").waitFor();
    assert.equal(await officer.page.getByText("Who may know you?").count(), 0); // that is the keepers' of names
    for (const name of ["photo.png", "order.pdf"]) await show(officer.page, name);
    assert.equal(await officer.page.locator(".file img").evaluate((image) => image.naturalWidth), 320);
    await officer.page.getByLabel("Text to the reporter").fill(answer);
    await officer.page.getByRole("button", { name: "Seal and send" }).click();
    await officer.page.locator(".office", { hasText: answer }).waitFor();
    await picture(officer.page, `desk-answered-${mode}`);

    const again = await watchedPage(browser, origin);
    await openCase(again.page, origin, groups);
    await again.page.getByText(answer).waitFor();
    assert.match(await again.page.locator(".status").innerText(), /Acknowledged/);
    await picture(again.page, `mailbox-${mode}`);
    await again.page.getByRole("button", { name: "Write to the office", exact: true }).click();
    await again.page.getByLabel("Answer a question, or add something.").fill("One more thing.");
    await again.page.getByRole("button", { name: "Send", exact: true }).click();
    await again.page.getByRole("heading", { name: "Your case" }).waitFor();

    for (const { page, faults } of [reporter, officer, again]) {
      assert.deepEqual(faults, []);
      assert.equal((await page.context().cookies()).length, 0);
    }
    assert.deepEqual(await again.page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  } finally {
    await deployment.stop("desk clerk");
    await browser.close();
  }
}

test("a report with a photo and a PDF is read and answered, and the answer comes back by code", () =>
  wholeThread({ jitless: false, text: "A procurement officer split one order into four.", answer: "Thank you. We have read it." }));

test("the same without JIT and WebAssembly", () =>
  wholeThread({ jitless: true, text: "The head of unit signs hours that nobody worked.", answer: "Thank you. Which month was it?" }));

test("an unknown code is told the truth, and a mistyped one is told which kind of mistake it is", async () => {
  const browser = await launch();
  try {
    const origin = deployment.origins.intake;
    const { page } = await watchedPage(browser, origin);
    await openCase(page, origin, ["1000", "0000", "0000", "0000", "0000", "0000", "0000", "0000"]);
    await page.getByText("One of the digits is not right").waitFor();
    await page.locator(".receipt-input input").first().fill("2000");
    await page.getByRole("button", { name: "Open my case" }).click();
    await page.getByText("A code begins with the digit 1").waitFor();
  } finally {
    await browser.close();
  }
});

test("the first page works at 320 px without sideways scrolling and has no accessibility violation", async () => {
  const browser = await launch();
  try {
    const origin = deployment.origins.intake;
    const { page } = await watchedPage(browser, origin, { width: 320, height: 640 });
    await page.goto(origin);
    await page.getByRole("heading", { name: "Tell the ethics office" }).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    assert.deepEqual(await violations(page), []);
  } finally {
    await browser.close();
  }
});
