// Lost things: a code typed wrong, a challenge gone stale, a clock that is off, a line that breaks, a service that starts
// anew, an answer that never came. Each ends in words, and what was sealed arrives once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, daysFromNow } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { lookerInAll } from "./looker.mjs";
import { fillReport, keepCodeAndSend, openCase, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const inFrench = await words("fr");
const text = "A procurement officer split one order into four.";
const recording = { name: "recording.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(7 * 2 ** 20, "r") };
const day = 86_400;
const { deployment, browser, clock } = await stage(["intake", "reviewer"], { movedClock: true });
const origin = deployment.origins.intake;
const port = new URL(origin).port;
await deployment.listenAgain("intake", port);

async function startAnew(pause = 0) {
  await deployment.stop("intake");
  await new Promise((resolve) => setTimeout(resolve, pause));
  await deployment.start("intake");
}

// A network that fails is in the browser's own log; nothing else may be.
function isQuiet(faults) {
  assert.deepEqual(faults.filter((fault) => !/net::ERR_|status of (4|5)\d\d/.test(fault)), []);
}

async function sent(name, files = []) {
  const { page, close } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text: name, files });
  const groups = await keepCodeAndSend(page);
  await close();
  return groups;
}

// What the holder of a code reads again of what was sent.
async function whatArrived(groups) {
  const { page, close } = await watchedPage(browser, origin);
  await openCase(page, origin, groups);
  await page.getByRole("button", { name: say("own.title") }).click();
  await page.getByRole("heading", { name: say("own.report"), exact: true }).waitFor();
  const shown = await page.locator("main").innerText();
  await close();
  return shown;
}

test("a code with a wrong digit, two swapped, one missing or a letter is told what kind of mistake it is; then it opens", async () => {
  const groups = await sent("wrong code");
  const { page, faults, close } = await watchedPage(browser, origin);
  const changed = (i, to) => groups.map((group, n) => (n === i ? to : group));
  const [g1, g2] = [groups[1], groups[2]];
  const other = (digit) => String((Number(digit) + 1) % 10);
  const swapped = /(\d)(?!\1)(\d)/.exec(groups.slice(1).join(" ").replace(/ /g, "|"));
  const at = groups.slice(1).findIndex((group) => group.includes(swapped[0])) + 1;
  const mistakes = [
    [changed(1, other(g1[0]) + g1.slice(1)), "receipt-check"],
    [changed(at, groups[at].replace(swapped[0], swapped[2] + swapped[1])), "receipt-check"],
    [changed(2, g2.slice(0, 3)), "receipt-length"],
    [groups.map((group, n) => (n > 4 ? "" : group)), "receipt-length"], // the rest of the page is torn off
    [changed(2, `${g2.slice(0, 3)}O`), "receipt-character"],
  ];
  await openCase(page, origin, groups.map(() => ""));
  const boxes = page.locator(".receipt-input input");
  for (const [typed, mistake] of mistakes) {
    for (const [i, group] of typed.entries()) await boxes.nth(i).fill(group);
    await page.getByRole("button", { name: say("enter.open") }).click();
    await page.getByText(say(`enter.error.${mistake}`)).waitFor();
    assert.equal(await boxes.first().getAttribute("aria-invalid"), "true");
    assert.equal(await boxes.nth(1).inputValue(), typed[1], "what was typed stays");
  }
  // A whole code pasted into the first box is spread over all.
  for (const box of await boxes.all()) await box.fill("");
  await boxes.first().evaluate((box, code) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", code);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, groups.join(" "));
  assert.deepEqual(await boxes.evaluateAll((all) => all.map((box) => box.value)), groups);
  for (const zero of [0x0660, 0x06f0]) {
    const inArabic = groups.map((group) => group.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))));
    for (const [i, group] of inArabic.entries()) await boxes.nth(i).fill(group);
    await page.getByRole("button", { name: say("enter.open") }).click();
    await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
    await page.goBack();
  }
  assert.deepEqual(faults, []);
  await close();
});

test("a challenge that grew old, or is of a service that was started anew, is asked for again without a word", async () => {
  const groups = await sent("stale challenge");
  for (const grow of [() => clock.move(301), startAnew]) {
    const { page, faults, close } = await watchedPage(browser, origin);
    let grown = 0;
    await page.route("**/api/challenge", async (route) => {
      const answer = await route.fetch();
      if (grown++ === 1) await grow(); // the first one told the page what time it is
      await route.fulfill({ response: answer });
    });
    await openCase(page, origin, groups);
    await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
    assert.ok(grown > 2);
    isQuiet(faults);
    await page.unrouteAll({ behavior: "ignoreErrors" }); // the case may still be asking for what stands below
    await close();
    clock.move(0);
  }
});

for (const [which, off] of [["a day behind", -day], ["a day ahead", day]])
  test(`with a device whose clock is ${which} a report is sent, promised for the office's own date, and found again`, async () => {
    const { page, faults, close } = await watchedPage(browser, origin);
    await page.clock.setFixedTime(Date.now() + off * 1000);
    await fillReport(page, { origin, text, files: [] });
    const groups = await keepCodeAndSend(page);
    await page.getByText(say("sent.next", { date: daysFromNow(7) })).waitFor();
    await openCase(page, origin, groups);
    await page.getByText(say("case.status.received"), { exact: true }).waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

// Sends a large file; `trouble` comes once when a piece has arrived and the next one is on its way.
async function sentThrough(trouble) {
  const { page, faults, close } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text, files: [recording] });
  let pieces = 0;
  await page.route("**/api/upload/piece", async (route) => {
    if (++pieces === 2) void trouble(page);
    await new Promise((resolve) => setTimeout(resolve, pieces === 2 ? 300 : 0));
    await route.continue().catch(() => undefined);
  });
  const waited = page.getByText(say("sending.waiting")).waitFor({ timeout: 60_000 });
  const [groups] = await Promise.all([keepCodeAndSend(page), waited]);
  await page.getByText("1 file, 7.0 MiB").waitFor();
  isQuiet(faults);
  await close();
  const shown = await whatArrived(groups);
  for (const part of [text, "recording.bin", "7.0 MiB"]) assert.ok(shown.includes(part), part);
  return pieces;
}

test("the line breaks while a file is sent: the page waits, goes on where it was, and says Sent", async () => {
  const pieces = await sentThrough(async (page) => {
    await page.context().setOffline(true);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    await page.context().setOffline(false);
  });
  assert.ok(pieces < 9, `${pieces} pieces`);
});

test("the service is started anew while a file is sent: the page waits, goes on where it was, and says Sent", async () => {
  assert.ok((await sentThrough(() => startAnew(1500))) < 9);
});

test("what was sent, but whose answer was lost, is sent again and is one report", async () => {
  const before = JSON.parse(await deployment.atDesk("clerk", "inbox")).cases.length;
  const { page, faults, close } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text: "The answer got lost.", files: [] });
  const bodies = [];
  await page.route("**/api/submit", async (route) => {
    bodies.push(route.request().postDataBuffer());
    const answer = await route.fetch();
    if (bodies.length === 1) await route.abort("connectionreset");
    else await route.fulfill({ response: answer });
  });
  const groups = await keepCodeAndSend(page);
  assert.equal(bodies.length, 2);
  assert.deepEqual(bodies[0], bodies[1]);
  isQuiet(faults);
  await close();
  assert.match(await whatArrived(groups), /The answer got lost\./);
  await sent("and one more");
  await new Promise((resolve) => setTimeout(resolve, 500));
  const inbox = await arrived(deployment, "clerk", before + 2);
  assert.equal(inbox.cases.length, before + 2);
});

test("what was refused for a while is kept, and sent as the same octets when the person tries again", async () => {
  const { page, close } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text, files: [] });
  const bodies = [];
  await page.route("**/api/submit", async (route) => {
    bodies.push(route.request().postDataBuffer());
    if (bodies.length > 1) return route.continue();
    return route.fulfill({ status: 507, contentType: "application/json", body: '{"error":"storage-full"}' });
  });
  const sending = keepCodeAndSend(page);
  await page.getByText(say("sending.full")).waitFor();
  await page.getByRole("combobox").selectOption("fr"); // a screen drawn anew does not send by itself
  await page.getByText(inFrench("sending.full")).waitFor();
  await page.getByRole("combobox").selectOption("en");
  await page.getByText(say("sending.full")).waitFor();
  assert.equal(bodies.length, 1);
  await page.getByRole("button", { name: say("sending.again") }).click();
  await sending;
  assert.equal(bodies.length, 2);
  assert.deepEqual(bodies[0], bodies[1]);
  await close();
});

test("of two languages chosen one after the other the last one stands, however late the first one's words come", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  await page.goto(origin);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/locales/fr.json", async (route) => {
    await held;
    await route.continue();
  });
  const came = page.waitForResponse("**/locales/fr.json");
  const picker = page.getByRole("combobox");
  await picker.selectOption("fr");
  await picker.selectOption("ar");
  await page.waitForFunction(() => document.documentElement.lang === "ar");
  release();
  await (await came).finished();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ar");
  assert.equal(await picker.inputValue(), "ar");
  isQuiet(faults);
  await close();
});

test("a language whose words do not come is said not to; the page stays in the one it had, and the next try takes it", async () => {
  const { page, faults, close } = await watchedPage(browser, origin, { width: 360, height: 640 });
  await page.goto(origin);
  const picker = page.getByRole("combobox");
  await picker.focus();
  await page.route("**/locales/ar.json", (route) => route.abort());
  await picker.selectOption("ar");
  await page.getByRole("alert").filter({ hasText: say("page.language.failed") }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await picker.inputValue(), "en");
  assert.ok(await picker.evaluate((element) => element === document.activeElement), "the keyboard stays where it was");
  await page.unroute("**/locales/ar.json");
  await picker.selectOption("ar");
  await page.waitForFunction(() => document.documentElement.lang === "ar");
  assert.equal(await page.getByRole("alert").filter({ hasText: /\S/ }).count(), 0);
  isQuiet(faults);
  await close();
});

test("when the list of readers ran out meanwhile, the other ways stand there, and what was written, to be copied", async () => {
  const { page, faults, close } = await watchedPage(browser, origin, { width: 320, height: 640 });
  await fillReport(page, { origin, text, files: [] });
  clock.move(400 * day);
  try {
    await writeCodeDown(page);
    await (await lookerInAll(page, "en", "expired"))("stopped", (says) => page.getByText(says("sending.expired")).waitFor());
    await page.getByText(text).waitFor();
    await page.getByText("alternate reviewer, at the address on the poster").waitFor();
    assert.equal(await page.getByRole("button", { name: say("sending.again") }).count(), 0);
  } finally {
    clock.move(0);
  }
  isQuiet(faults);
  await close();
});

test("a sending that the person broke off left nothing, and the code says so", async () => {
  const { page, close } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text, files: [recording] });
  await page.route("**/api/upload/piece", () => undefined); // never goes on
  const trying = page.waitForRequest("**/api/upload/piece");
  const code = await writeCodeDown(page);
  await trying;
  await close();
  const again = await watchedPage(browser, origin);
  await openCase(again.page, origin, code);
  await again.page.getByRole("heading", { name: say("case.nothing.title") }).waitFor();
  await again.close();
});

test("two windows with one code write at once, and both messages arrive", async () => {
  const groups = await sent("two windows");
  const windows = await Promise.all([1, 2].map(() => watchedPage(browser, origin)));
  for (const { page } of windows) {
    await openCase(page, origin, groups);
    await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
  }
  const more = ["From the first window.", "From the second window."];
  for (const [i, { page }] of windows.entries()) {
    await page.getByRole("button", { name: say("case.write"), exact: true }).click();
    await page.getByLabel(say("case.write.help")).fill(more[i]);
  }
  await Promise.all(windows.map(async ({ page }) => {
    await page.getByRole("button", { name: say("case.write.send"), exact: true }).click();
    await page.getByRole("heading", { name: say("case.title"), exact: true }).waitFor();
  }));
  for (const { faults, close } of windows) {
    isQuiet(faults);
    await close();
  }
  const shown = await whatArrived(groups);
  for (const part of more) assert.ok(shown.includes(part), part);
});
