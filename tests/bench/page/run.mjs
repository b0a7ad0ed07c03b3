// Chromium and the reporter's page as it is built and served: from the click on "Send" to the moment when all
// is sealed, and to the one when all is sent. With and without JIT. Beside it, what the page weighs, when its first words
// stand on a slow line, and how long a slow typist needs for a request for protection.

import { writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { randomBytes } from "node:crypto";
import { Deployment } from "../../deployment/deployment.mjs";
import { hideBodies, launch, watchedPage } from "../../e2e/browser.mjs";
import { fillReport, keepCodeAndSend } from "../../e2e/reporter.mjs";
import { median, print, printLoad } from "../lines.mjs";

const MiB = 2 ** 20;
const text = "A procurement officer split one order into four. ".repeat(90).slice(0, 4096);
const patience = 20 * 60_000;

// The page's own clock: the last click before sealing, the first request after it, the last answer.
function watchClicks() {
  globalThis.addEventListener("click", () => (globalThis.clickedAt = performance.now()), true);
}
function times() {
  const asked = performance.getEntriesByType("resource").filter((entry) => entry.startTime >= globalThis.clickedAt);
  const of = (end) => asked.find((entry) => entry.name.endsWith(end));
  const submit = of("/api/submit");
  const first = of("/api/upload/begin") ?? submit;
  return { sealed: first.startTime - globalThis.clickedAt, sent: submit.responseEnd - globalThis.clickedAt };
}

async function sendReport(browser, origin, files = []) {
  const { page, faults, close } = await watchedPage(browser, origin);
  page.setDefaultTimeout(patience);
  await page.addInitScript(watchClicks);
  await page.addInitScript(hideBodies);
  await fillReport(page, { origin, text, files });
  await keepCodeAndSend(page, patience);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const out = await page.evaluate(times);
  await close();
  return out;
}

async function reports(browser, origin, name, rounds) {
  const all = [];
  for (let round = -1; round < rounds; round++) {
    const one = await sendReport(browser, origin);
    if (round >= 0) all.push(one);
  }
  print(`page_seal_4_kib${name}`, median(all.map((one) => one.sealed)) / 1000, "s");
  print(`page_send_4_kib${name}`, median(all.map((one) => one.sent)) / 1000, "s");
}

async function attachment(browser, deployment, name, size, rounds) {
  const file = deployment.path("recording.bin");
  await writeFile(file, randomBytes(size));
  const all = [];
  for (let round = 0; round < rounds; round++) all.push(await sendReport(browser, deployment.origins.intake, [file]));
  const of = `${size / MiB}_mib${name}`;
  print(`page_seal_${of}`, median(all.map((one) => size / 1e6 / (one.sealed / 1000))), "MB/s");
  print(`page_seal_and_send_${of}`, median(all.map((one) => size / 1e6 / (one.sent / 1000))), "MB/s");
}

// Everything of the site that one report asks for, each answer compressed by itself.
async function weight(browser, origin) {
  const { page, close } = await watchedPage(browser, origin);
  const bodies = [];
  page.on("response", (answer) => {
    const { pathname } = new URL(answer.url());
    if (!pathname.startsWith("/api/") && answer.ok()) bodies.push(answer.body());
  });
  await fillReport(page, { origin, text, files: [] });
  await keepCodeAndSend(page);
  const octets = await Promise.all(bodies);
  await close();
  const sum = (of) => octets.reduce((all, body) => all + of(body), 0) / 1024;
  print("page_files", octets.length, "count");
  print("page_weight", sum((body) => body.length), "KiB");
  print("page_weight_compressed", sum((body) => gzipSync(body, { level: 9 }).length), "KiB");
}

const slowLine = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

// A telephone on a slow line, for the first time here: what has come when the first sentences stand, and when.
async function firstSight(browser, origin) {
  const times = [];
  for (let round = 0; round < 3; round++) {
    const { page, close } = await watchedPage(browser, origin);
    const line = await page.context().newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", slowLine);
    let came = 0;
    let atFirst = 0;
    line.on("Network.loadingFinished", ({ encodedDataLength }) => (came += encodedDataLength));
    await page.goto(origin, { waitUntil: "commit" });
    await page.waitForSelector("h1:visible");
    atFirst = came;
    await page.waitForSelector(".paths button");
    times.push({ atFirst, ...(await page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0].startTime, ready: performance.now() }))) });
    await close();
  }
  print("page_start_weight_as_sent", median(times.map((one) => one.atFirst)) / 1024, "KiB");
  print("page_first_paint_at_400_kbit", median(times.map((one) => one.paint)) / 1000, "s");
  print("page_start_whole_at_400_kbit", median(times.map((one) => one.ready)) / 1000, "s");
}

// Cold start at 360 px on the slow line. The time of the machine and the line is measured; that of the person is
// counted: 120 characters a minute, and 5 seconds to read each screen before its button.
const typing = 120 / 60; // characters a second
const reading = 5; // seconds a screen
const story = {
  activity: "I told the oversight office in March that orders were being split, and I gave them the four papers.",
  act: "My contract was to be extended in June. Two weeks after I spoke to them my head of unit said that there is no money for my post.",
};

async function slowTypist(browser, origin) {
  const { page, close } = await watchedPage(browser, origin);
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", slowLine);
  let person = 0; // seconds
  const type = async (box, words) => {
    await box.fill(words);
    person += words.length / typing;
  };
  const press = async (name) => {
    person += reading;
    await page.getByRole("button", { name, exact: true }).click();
  };
  const began = performance.now();
  await page.goto(origin);
  await press("Ask for protection");
  await press("Next");
  await page.getByLabel("I reported something wrong").check();
  await type(page.getByLabel("Tell us a little about it"), story.activity);
  await press("Next");
  await type(page.getByLabel("What happened?"), story.act);
  await press("Next");
  await press("Next");
  await press("Next");
  await press("It is right. Show me my code");
  const groups = await page.locator(".receipt li").allInnerTexts();
  person += groups.join("").length / typing; // written down by hand
  await press("I have written it down");
  for (const box of await page.locator("form .field").all())
    await type(box.locator("input"), groups[Number(/\d+/.exec(await box.locator("label").innerText())[0]) - 1].trim());
  await press("Send");
  await page.getByRole("heading", { name: "Sent", exact: true }).waitFor({ timeout: patience });
  print("page_protection_slow_typist", person + (performance.now() - began) / 1000, "s");
  await close();
}

const deployment = await Deployment.create();
try {
  await deployment.start("intake");
  const origin = deployment.origins.intake;
  for (const jitless of [false, true]) {
    const browser = await launch({ jitless });
    const name = jitless ? "_jitless" : "";
    if (!jitless) await weight(browser, origin);
    if (!jitless) await firstSight(browser, origin);
    if (!jitless) await slowTypist(browser, origin);
    await reports(browser, origin, name, jitless ? 3 : 7);
    await attachment(browser, deployment, name, (jitless ? 8 : 100) * MiB, jitless ? 1 : 3);
    await browser.close();
  }
  printLoad("page");
} finally {
  await deployment.remove();
}
