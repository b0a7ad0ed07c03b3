// Browsers that the page is not for are told how else the office is reached; the oldest one it is for gets through.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { watchedPage } from "./browser.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { pdf } from "./samples.mjs";
import { stage } from "./stage.mjs";
import { languages, words } from "./words.mjs";

const { ways, without_scripts: plain } = JSON.parse(await readFile(new URL("../../intake/forms/ways.json", import.meta.url), "utf8"));
const { deployment, browser } = await stage(["intake"]);

async function isToldOtherWays(page) {
  for (const language of await languages()) {
    const say = await words(language);
    await page.getByRole("heading", { name: say("page.cannot.title") }).waitFor();
    await page.getByText(ways[0][language]).waitFor();
    await page.getByText(plain[language]).waitFor();
  }
  assert.equal(await page.getByRole("textbox").count(), 0);
}

for (const missing of ["BigInt", "Intl.ListFormat", "Element.prototype.replaceChildren", "Blob.prototype.arrayBuffer"])
  test(`a browser without ${missing} is told the other ways, in every language`, async () => {
    const { page, faults, close } = await watchedPage(browser, deployment.origins.intake);
    await page.addInitScript(`delete ${missing}`);
    await page.goto(deployment.origins.intake);
    await isToldOtherWays(page);
    assert.deepEqual(faults, []);
    await close();
  });

for (const [what, script] of [
  ["that cannot read the first script", "/page.js"],
  ["that cannot read the script that seals", "/opened-*.js"],
])
  test(`a browser ${what} is told the other ways`, async () => {
    const { page, close } = await watchedPage(browser, deployment.origins.intake);
    await page.route(`**${script}`, (route) => route.fulfill({ contentType: "text/javascript", body: "let newer = 1 |> 2;" }));
    await page.goto(deployment.origins.intake);
    await isToldOtherWays(page);
    await close();
  });

test("a browser without scripts is told the other ways", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(deployment.origins.intake);
  await isToldOtherWays(page);
  await context.close();
});

test("the first words stand in every language before a script or a sheet has come, and not the sentence for old browsers", async () => {
  const { page, close } = await watchedPage(browser, deployment.origins.intake);
  await page.route(/\.(js|css)$/, () => undefined); // still on their way
  await page.goto(deployment.origins.intake, { waitUntil: "commit" });
  for (const language of await languages()) {
    const say = await words(language);
    await page.getByText(say("start.title"), { exact: true }).waitFor();
    assert.equal(await page.getByText(say("page.cannot.title")).isVisible(), false);
  }
  await close();
});

// What else runs on this machine only makes it later: the quickest of three counts.
test("on a line of 400 kbit/s and 400 ms the first words are painted within a second", async () => {
  const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  const painted = [];
  for (let visit = 0; visit < 3; visit++) {
    const { page, close } = await watchedPage(browser, deployment.origins.intake);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", line);
    await page.goto(deployment.origins.intake, { waitUntil: "commit" });
    await page.waitForSelector("h1:visible");
    const first = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    painted.push(await (await page.waitForFunction(first)).jsonValue());
    await close();
  }
  assert.ok(Math.min(...painted) < 1000, `${painted} ms`);
});

// What came after Chrome 87, Firefox 78 and Safari 14.1 had been there, of what a page like this is likely to use.
const younger = [
  "Array.prototype.at", "String.prototype.at", "Object.getPrototypeOf(Uint8Array.prototype).at", "Object.hasOwn", "Array.prototype.findLast",
  "Array.prototype.findLastIndex", "Array.prototype.toSorted", "Array.prototype.toReversed", "Array.prototype.with", "Object.groupBy", "Map.groupBy",
  "structuredClone", "Array.fromAsync", "Promise.withResolvers", "Promise.any", "Error.captureStackTrace", "AbortSignal.timeout", "AbortSignal.any",
  "crypto.constructor.prototype.randomUUID", "String.prototype.isWellFormed", "String.prototype.toWellFormed", "ArrayBuffer.prototype.transfer",
  "Uint8Array.fromBase64", "Uint8Array.fromHex", "Uint8Array.prototype.toBase64", "Uint8Array.prototype.toHex", "Uint8Array.prototype.setFromHex",
  "Iterator", "WeakRef", "FinalizationRegistry", "scheduler", "requestIdleCallback", "Intl.Segmenter", "URL.canParse", "Set.prototype.union",
  "ReadableStream.from", "CompressionStream", "navigation", "WebAssembly", "crypto.constructor.prototype.subtle",
];

test("what a browser of late 2020 has is enough to send a report with a file and to come back", async () => {
  const { page, faults, close } = await watchedPage(browser, deployment.origins.intake);
  await page.addInitScript(younger.map((name) => `try { delete ${name}; } catch {}`).join("\n"));
  const origin = deployment.origins.intake;
  const text = "A procurement officer split one order into four.";
  await fillReport(page, { origin, text, files: [{ name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order") }] });
  assert.equal(await page.evaluate(() => [].at), undefined);
  const groups = await keepCodeAndSend(page);
  await openCase(page, origin, groups);
  await page.getByRole("button", { name: "Read what you sent" }).click();
  await page.getByText(text).waitFor();
  assert.deepEqual(faults, []);
  await close();
});
