// Files both ways, the proof of filing, and taking one's access away.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { run } from "../deployment/program.mjs";
import { watchedPage } from "./browser.mjs";
import { Case, downloaded, heading, press } from "./case.mjs";
import { openUnanswered, read, unlock } from "./officer.mjs";
import { openCase } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const { deployment, browser } = await stage(["intake", "reviewer"]);

test("a file of the office reaches its reader octet for octet, and nobody else; one goes back the same way", async () => {
  const text = "The head of unit signs hours that nobody worked.";
  const mine = await Case.reported(deployment, "files", text);
  const letter = randomBytes(1_400_000);
  const note = randomBytes(1);
  const desk = await deployment.startDesk("clerk");
  const officer = await watchedPage(browser, new URL(desk.address).origin, { width: 1280, height: 900 });
  await unlock(officer.page, desk, await deployment.passphrase("clerk"));
  await openUnanswered(officer.page);
  await read(officer.page, text);
  await officer.page.locator("#files").setInputFiles([
    { name: "letter.pdf", mimeType: "application/pdf", buffer: letter },
    { name: "annex 1.txt", mimeType: "text/plain", buffer: note },
    { name: "by mistake.txt", mimeType: "text/plain", buffer: note },
  ]);
  await officer.page.getByRole("button", { name: "Take out by mistake.txt" }).click();
  await officer.page.getByLabel("Text to the reporter").fill("Here is the letter.");
  await officer.page.getByRole("button", { name: "Seal and send" }).click();
  await officer.page.locator(".office", { hasText: "annex 1.txt" }).waitFor();

  const { page, faults } = await watchedPage(browser, deployment.origins.intake);
  await mine.open(page, say);
  await page.getByText("Here is the letter.").waitFor();
  for (const [name, octets] of [["letter.pdf", letter], ["annex 1.txt", note]]) {
    const file = page.locator(".reply-file", { hasText: name }).first();
    await file.getByRole("button").click();
    const link = file.getByRole("link", { name: say("reply.file.save") });
    await link.waitFor();
    assert.ok((await downloaded(page, link)).equals(octets), name);
  }
  await press(page, say("case.write"));
  const back = randomBytes(70_000);
  await page.locator("input[type=file]").setInputFiles([{ name: "proof.bin", mimeType: "application/octet-stream", buffer: back }]);
  await page.getByLabel(say("case.write.help")).fill("Here is mine.");
  await press(page, say("case.write.send"));
  await heading(page, say("case.title"));
  assert.deepEqual([...faults, ...officer.faults], []);
  await deployment.stop("desk clerk");
  const sent = (await mine.shownTo("clerk", 3)).flatMap(({ attachments }) => attachments).find(({ name }) => name === "proof.bin");
  const copy = deployment.path("copy");
  await deployment.atDesk("clerk", "attachment", "--case", mine.id, "--no-conflict", "--env", sent.env, "--out", copy);
  assert.ok((await readFile(copy)).equals(back));

  // Another code asks in vain: what it is given opens nothing.
  const other = await Case.reported(deployment, "other");
  await other.reply("acknowledgement", "acknowledged", "Thank you.", { files: [deployment.path("other.txt")] });
  const stranger = await watchedPage(browser, deployment.origins.intake);
  await stranger.page.route("**/api/fetch", async (route) => route.fulfill({ status: 200, body: randomBytes(524_416) }));
  await other.open(stranger.page, say);
  await stranger.page.locator(".reply-file button").first().click();
  await stranger.page.getByText(say("reply.file.bad", { code: "unknown-version" })).first().waitFor();
  assert.equal(await stranger.page.getByRole("link", { name: say("reply.file.save") }).count(), 0);
});

test("what a line shows of a look at a case is the same before and after the office answered", async () => {
  const mine = await Case.reported(deployment, "line");
  const look = async () => {
    const { page, close } = await watchedPage(browser, deployment.origins.intake);
    const shown = [];
    page.on("requestfinished", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/")) shown.push(request.sizes().then((is) => `${pathname} ${is.requestBodySize} ${is.responseBodySize}`));
    });
    const own = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/api/own"));
    await mine.open(page, say);
    await own;
    await page.waitForLoadState("networkidle");
    await close();
    return (await Promise.all(shown)).sort();
  };
  const before = await look();
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  await mine.reply("status", "review", "We are looking at it.");
  assert.deepEqual(await look(), before);
});

test("a saved proof of filing is verified by the auditor's program, and refused by name after one altered octet", async () => {
  const mine = await Case.reported(deployment, "proof");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  const { page, faults } = await watchedPage(browser, deployment.origins.intake);
  await mine.open(page, say);
  await heading(page, say("filing.title"));
  const proof = await downloaded(page, page.getByRole("link", { name: say("filing.save") }));
  const file = deployment.path("proof.txt");
  const audit = async (octets) => {
    await writeFile(file, octets);
    const root = deployment.path("office", "deployment", "root.note");
    return run(deployment.program("audit"), ["filing", "--root", root, "--fingerprint", await deployment.fingerprint(), file]);
  };
  const verdict = await audit(proof);
  assert.match(verdict, /Verified\. Root note/);
  assert.ok(verdict.includes(mine.id));
  assert.ok(verdict.includes(new Date().toISOString().slice(0, 10)));

  // Neither the code nor what was written is in it, and one octet of the sealed report is enough to be refused.
  const [head, inside, tail] = proof.toString("utf8").split(/(?<=BEGIN PARAPET PROOF OF FILING-----\n)|(?=-----END)/);
  const bundle = Buffer.from(inside, "base64");
  for (const secret of [mine.groups.join(""), mine.groups.join(" "), "procurement"]) {
    assert.ok(!proof.includes(secret) && !bundle.includes(secret));
  }
  const altered = Buffer.from(bundle);
  altered[bundle.indexOf("PPE1") + 600] ^= 1;
  await assert.rejects(audit(`${head}${altered.toString("base64")}\n${tail}`), /proof of filing: core-hash/);
  const otherDay = Buffer.from(bundle);
  const day = bundle.indexOf("\ntime 20") + 9;
  otherDay[day] ^= 1;
  await assert.rejects(audit(`${head}${otherDay.toString("base64")}\n${tail}`), /proof of filing: (malformed|bad-signature)/);
  assert.deepEqual(faults, []);
});

test("access is taken away after it was said twice; then the code tells that and nothing else, and an outsider sees no difference", async () => {
  const mine = await Case.reported(deployment, "remove");
  await mine.reply("acknowledgement", "acknowledged", "Thank you for this.");
  const { page, faults } = await watchedPage(browser, deployment.origins.intake);
  const sizes = [];
  page.on("response", async (response) => {
    if (response.url().endsWith("/api/mailbox")) sizes.push([response.status(), (await response.body()).length]);
  });
  await mine.open(page, say);
  await press(page, say("remove.title"));
  await page.getByText(say("remove.stays.office")).waitFor();
  await press(page, say("remove.on"));
  await heading(page, say("remove.sure"));
  await press(page, say("remove.keep"));
  await heading(page, say("remove.title"));
  await press(page, say("remove.on"));
  await press(page, say("remove.act"));
  await heading(page, say("removed.title"));

  await openCase(page, deployment.origins.intake, mine.groups);
  await heading(page, say("removed.title"));
  const shown = await page.locator("main").innerText();
  assert.ok(!shown.includes("Thank you for this."));
  assert.equal(new Set(sizes.map(String)).size, 1);
  assert.deepEqual(faults, []);
  // The office keeps its copy.
  assert.ok((await mine.shownTo("clerk", 2)).some(({ text }) => text === "Thank you for this."));
});

test("under an unknown code the page says that nothing is held, which is not the same as no answer yet", async () => {
  const mine = await Case.reported(deployment, "waiting");
  const { page } = await watchedPage(browser, deployment.origins.intake);
  await mine.open(page, say);
  await page.getByText(say("case.explain.received")).waitFor();
  const other = await Deployment.create({ pages: false });
  try {
    await other.start("intake");
    await other.start("reviewer");
    const unknown = await Case.reported(other, "elsewhere");
    await openCase(page, deployment.origins.intake, unknown.groups);
    await heading(page, say("case.nothing.title"));
  } finally {
    await other.remove();
  }
});
