// What is said while something is being sent: how long it will still take, and in the language that is chosen meanwhile,
// also while the device works on the small task that a busy service asks for.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { patience, watchedPage } from "./browser.mjs";
import { heading } from "./case.mjs";
import { speak } from "./looker.mjs";
import { fillReport, writeCodeDown } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { languages, words } from "./words.mjs";

const say = await words("en");
const recording = { name: "recording.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(9 * 2 ** 20, "r") };
const slow = 2_500; // milliseconds for the first piece of 2 MiB; the second is held back
const hardest = 18; // bits of the largest task that the page takes on
const { deployment, browser } = await stage(["intake"]);
const origin = deployment.origins.intake;

test("while a file is on its way the time that is left stands beside it, at once in every language that is chosen", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  let go;
  const looked = new Promise((resolve) => (go = resolve));
  const waits = [() => new Promise((resolve) => setTimeout(resolve, slow)), () => looked];
  await page.route("**/api/upload/piece", async (route) => {
    await waits.shift()?.();
    await route.continue();
  });
  await fillReport(page, { origin, text: "It happened.", files: [recording] });
  await writeCodeDown(page);
  const line = page.locator(".progress p");
  const left = (says) => `${says("sending.upload", { name: recording.name })} (${says("sending.left.seconds")})`;
  await line.filter({ hasText: left(say) }).waitFor();
  for (const language of [...(await languages()).filter((one) => one !== "en"), "en"]) {
    await speak(page, language);
    await page.waitForFunction((wanted) => document.querySelector(".progress p")?.textContent === wanted, left(await words(language)));
  }
  go();
  await heading(page, say("sent.title"));
  assert.deepEqual(faults, []);
  await close();
});

test("the small task of a busy service is told in the language that is chosen meanwhile, and the report arrives after it", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  page.setDefaultTimeout(patience);
  let looked = false; // one task is done in a second, another in ten: there are more of them until it was looked at
  await page.route("**/api/submit", (route) =>
    looked ? route.continue() : route.fulfill({ status: 428, contentType: "application/json", body: `{"error":"puzzle","bits":${hardest}}` }));
  await fillReport(page, { origin, text: "It happened.", files: [] });
  await writeCodeDown(page);
  const begins = async (language) => (await words(language))("busy.task", { n: "\u0000" }).split("\u0000")[0];
  const line = page.locator(".progress p");
  await line.filter({ hasText: await begins("en") }).waitFor();
  await speak(page, "fr");
  await line.filter({ hasText: await begins("fr") }).waitFor();
  looked = true;
  const french = await words("fr");
  await heading(page, french("sent.title"));
  assert.deepEqual(faults.filter((fault) => !/status of 428/.test(fault)), []);
  await close();
});
