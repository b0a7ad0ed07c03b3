// As many and as large as is promised: 20 files in a message, 1 GiB in a file, and what a telephone is told. The largest
// is sent with `./parapet test --full`; else a smaller one takes the same way.

import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rm, truncate, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { pipeline } from "node:stream/promises";
import { hideBodies, watchedPage } from "./browser.mjs";
import { Case } from "./case.mjs";
import { keepCodeAndSend, reachFiles } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const MiB = 2 ** 20;
const say = await words("en");
const largest = process.env.PARAPET_FULL ? 1024 * MiB : 160 * MiB;
const { deployment, browser } = await stage(["intake", "reviewer"]);
const origin = deployment.origins.intake;

// A file no two MiB of which are alike.
async function written(name, size) {
  const path = deployment.path(name);
  const file = await open(path, "w");
  const mebibyte = randomBytes(MiB);
  for (let at = 0; at < size; at += MiB) {
    mebibyte.writeUInt32BE(at / MiB);
    await file.write(mebibyte, 0, Math.min(MiB, size - at));
  }
  await file.close();
  return path;
}

async function digest(path) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

const next = (page) => page.getByRole("button", { name: "Next", exact: true }).click();
const choose = (page, files) => page.locator("input[type=file]").setInputFiles(files);

// What a desk opens of the report that arrives while `sending` runs.
async function opened(sending) {
  const known = new Set(JSON.parse(await deployment.atDesk("clerk", "inbox")).cases.map((one) => one.case));
  await sending();
  for (let tries = 0; ; tries++) {
    const { cases } = JSON.parse(await deployment.atDesk("clerk", "inbox"));
    const id = cases.map((one) => one.case).find((one) => !known.has(one));
    if (id !== undefined) {
      const [report] = await new Case(deployment, [], id).shownTo("clerk", 1);
      return { id, files: report.attachments };
    }
    assert.ok(tries < 300, "the report did not arrive");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function savedByDesk(id, { env }) {
  const out = deployment.path(`opened-${env.slice(0, 8)}`);
  await deployment.atDesk("clerk", "attachment", "--case", id, "--env", env, "--out", out, "--no-conflict");
  const is = await digest(out);
  await rm(out);
  return is;
}

test("twenty files arrive in the order of choosing, by the names and sizes the page names; a twenty-first is said to be left out", async () => {
  const { page, faults, close } = await watchedPage(browser, origin);
  const chosen = Array.from({ length: 21 }, (_, i) => ({
    name: `paper ${String(21 - i).padStart(2, "0")}.txt`,
    mimeType: "text/plain",
    buffer: randomBytes(1 + i * 9_000), // some beside the words, some in pieces of their own
  }));
  const names = chosen.slice(0, 20).map(({ name }) => name);
  const report = await opened(async () => {
    await reachFiles(page, { origin, text: "Twenty papers." });
    await choose(page, chosen.slice(0, 3));
    await choose(page, chosen.slice(3));
    await page.getByText(say("files.many")).waitFor();
    await next(page);
    await keepCodeAndSend(page);
    await page.getByText(/^20 files, /).waitFor();
    assert.deepEqual(await page.locator("section bdi").allInnerTexts(), names);
    assert.deepEqual([await page.locator("section li small").count(), await page.locator("section li small").last().innerText()], [20, "167 KiB"]);
  });
  assert.deepEqual(report.files.map(({ name, size }) => [name, size]), chosen.slice(0, 20).map(({ name, buffer }) => [name, buffer.length]));
  for (const i of [0, 19])
    assert.equal(await savedByDesk(report.id, report.files[i]), createHash("sha256").update(chosen[i].buffer).digest("hex"));
  assert.deepEqual(faults, []);
  await close();
});

test("by touch, a file of more than 100 MiB is taken and a computer advised; with a mouse nothing is said", async () => {
  const path = await written("long.mp4", 101 * MiB);
  const advice = say("files.phone", { name: "long.mp4" });
  for (const byTouch of [true, false]) {
    const { page, faults, close } = await watchedPage(browser, origin, { width: 360, height: 740 }, { hasTouch: byTouch, isMobile: byTouch });
    await reachFiles(page, { origin, text: "A recording." });
    await choose(page, [path]);
    await page.getByLabel(say("files.name")).waitFor();
    assert.equal(await page.getByText(advice).count(), byTouch ? 1 : 0);
    await next(page);
    await page.getByText("long.mp4").waitFor();
    assert.deepEqual(faults, []);
    await close();
  }
  await rm(path);
});

test("a file one octet over 1 GiB is left out, in words, and one that holds nothing, too; the others stay", async () => {
  const over = deployment.path("over.mp4");
  const empty = deployment.path("empty.txt");
  const paper = deployment.path("paper.txt");
  await writeFile(over, "");
  await truncate(over, 1024 * MiB + 1);
  await writeFile(empty, "");
  await writeFile(paper, "One paper.");
  const { page, faults, close } = await watchedPage(browser, origin);
  await reachFiles(page, { origin, text: "A recording and a paper." });
  await choose(page, [over, paper, empty]);
  await page.getByText(say("files.large", { name: "over.mp4" })).waitFor();
  await page.getByText(say("files.empty", { name: "empty.txt" })).waitFor();
  await page.getByLabel(say("files.name")).waitFor();
  assert.deepEqual(await page.getByLabel(say("files.name")).evaluateAll((inputs) => inputs.map(({ value }) => value)), ["paper.txt"]);
  assert.deepEqual(faults, []);
  await close();
});

test(`a file of ${largest / MiB} MiB goes through a dropped line, says how long it will take, and is opened as it was`, async () => {
  const path = await written("recording.mp4", largest);
  const { page, close } = await watchedPage(browser, origin);
  await page.addInitScript(hideBodies);
  let broken = 0;
  let left = false;
  let pieces = 0;
  // In the middle the line drops once: the page asks how far it got and goes on from there.
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/upload/piece") || ++pieces !== 20) return;
    const drop = (route) => (broken++, route.abort("connectionreset"));
    void page.route("**/api/upload/piece", drop, { times: 1 });
  });
  const report = await opened(async () => {
    await reachFiles(page, { origin, text: "A long recording." });
    await choose(page, [path]);
    await next(page);
    await page.getByRole("heading", { name: "Is this right?" }).waitFor();
    void page.getByText(/about \d+ minutes? left|less than a minute left/).first().waitFor({ timeout: 600_000 }).then(() => (left = true), () => undefined);
    await keepCodeAndSend(page, { timeout: 900_000 });
  });
  assert.ok(left, "the time that is left was shown");
  assert.equal(broken, 1);
  assert.deepEqual(report.files.map(({ name, size }) => [name, size]), [["recording.mp4", largest]]);
  assert.equal(await savedByDesk(report.id, report.files[0]), await digest(path));
  await close();
});
