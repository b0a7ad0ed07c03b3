// The page as one file without a network, and the sealed file it makes: sent by another page and by the command line.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { run } from "../deployment/program.mjs";
import { watchedPage } from "./browser.mjs";
import { heading } from "./case.mjs";
import { Keyboard } from "./keyboard.mjs";
import { walk, writeCodeDown } from "./reporter.mjs";
import { pdf } from "./samples.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const build = fileURLToPath(new URL("../../intake/web/offline.mjs", import.meta.url));
const big = Buffer.alloc(300_000, "z");
const { deployment, browser } = await stage(["intake"]);
const notes = (name) => deployment.path("office", "deployment", name);
const { stdout } = await promisify(execFile)(process.execPath, [build, notes("root.note"), notes("rosters/1.note"), deployment.path("form.html")]);
const octets = await readFile(deployment.path("form.html"));
assert.equal(stdout.split(" ")[0], createHash("sha256").update(octets).digest("hex"));
const page = pathToFileURL(deployment.path("form.html")).href;

// Seals with the file alone; the sealed file, and the code as it was written down.
async function sealOffline(text, name, kind = "misconduct") {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, offline: true, acceptDownloads: true });
  const form = await context.newPage();
  const faults = [];
  form.on("pageerror", (error) => faults.push(error.message));
  form.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  form.on("request", (request) => /^https?:/.test(request.url()) && faults.push(request.url()));
  const files = [
    { name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order") },
    { name: "list.bin", mimeType: "application/octet-stream", buffer: big },
  ];
  await walk(form, { origin: page, form: kind, text, files });
  const groups = await writeCodeDown(form);
  const saving = form.waitForEvent("download");
  await form.getByRole("link", { name: "Save the sealed file" }).click();
  const bundle = deployment.path(`${name}.ppb`);
  await (await saving).saveAs(bundle);
  assert.ok(await form.evaluate(() => document.documentElement.scrollWidth <= 320));
  assert.deepEqual(faults, []);
  await context.close();
  assert.ok(!(await readFile(bundle)).includes(Buffer.from(text)));
  return { bundle, groups };
}

async function whatArrived(groups, name) {
  const code = deployment.path(`${name}.code`);
  await writeFile(code, groups.join(" "), { mode: 0o600 });
  return run(deployment.program("report"), [
    "status", "--own", "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(), "--receipt-file", code,
  ]);
}

async function sendByPage(file) {
  const { page: form } = await watchedPage(browser, deployment.origins.intake);
  await form.goto(deployment.origins.intake);
  await form.getByRole("button", { name: "Send a sealed file" }).click();
  await form.locator("input[type=file]").setInputFiles(file);
  await form.getByRole("button", { name: "Send", exact: true }).click();
  return form;
}

test("what was sealed without a network is sent by the page of another device", async () => {
  const text = "The head of unit keeps two lists.";
  const { bundle, groups } = await sealOffline(text, "by-page", "protection");
  const form = await sendByPage(bundle);
  await form.getByText("It arrived.").waitFor();
  const said = await whatArrived(groups, "by-page");
  for (const part of [text, "order.pdf", "list.bin"]) assert.ok(said.includes(part), part);
  // Sent once more, it is the same report and no second one.
  await (await sendByPage(bundle)).getByText("It arrived.").waitFor();
});

test("the command line sends it, too, and the page sends what the command line sealed", async () => {
  const { bundle, groups } = await sealOffline("A second list exists.", "by-command", "advice");
  await run(deployment.program("report"), ["send", bundle, "--to", deployment.origins.intake]);
  assert.match(await whatArrived(groups, "by-command"), /A second list exists\./);
  const [text, sealed, code] = ["text", "other.ppb", "other.code"].map((name) => deployment.path(name));
  await writeFile(text, "Sealed on the command line.");
  await run(deployment.program("report"), [
    "seal", text, sealed, "--to", deployment.origins.intake, "--fingerprint", await deployment.fingerprint(), "--receipt-out", code,
  ]);
  await (await sendByPage(sealed)).getByText("It arrived.").waitFor();
  const groupsOfOther = /\d{4}(?: \d{4}){7}/.exec(await readFile(code, "utf8"))[0].split(" ");
  assert.match(await whatArrived(groupsOfOther, "other-again"), /Sealed on the command line\./);
});

test("what is no sealed file, is cut, or was changed is refused in words, and nothing arrives", async () => {
  const { bundle } = await sealOffline("Cut.", "cut");
  const whole = await readFile(bundle);
  const cases = [
    [Buffer.from("not sealed"), "This is not a whole sealed file."],
    [whole.subarray(0, whole.length - 1), "This is not a whole sealed file."],
    [Buffer.concat([whole.subarray(0, whole.length - 40), Buffer.alloc(40)]), "reason: core-hash"],
  ];
  for (const [octets, sentence] of cases) {
    const form = await sendByPage({ name: "form.ppb", mimeType: "application/octet-stream", buffer: octets });
    await form.getByText(sentence).waitFor();
  }
});

test("by keyboard alone the page that is one file is walked from Start to the sealed file, which is saved", async () => {
  const say = await words("en");
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, offline: true, acceptDownloads: true });
  const form = await context.newPage();
  const keys = new Keyboard(form);
  await form.goto(page);
  await heading(form, say("start.choose"));
  await keys.on(say("form.advice"), say("people.title"));
  await keys.on(say("people.next"), say("form.advice.section.question"));
  await keys.to(say("form.advice.subtype.how"));
  await keys.press("Space");
  await keys.type(say("form.advice.question"), "May I?");
  await keys.on(say("tell.next"), say("files.title"));
  await keys.on(say("files.next"), say("check.title"));
  await keys.on(say("check.next"), say("code.title"));
  const groups = (await form.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
  await keys.on(say("code.written"), say("code.ask.title"));
  for (const n of (await form.locator("form label").allInnerTexts()).map((label) => Number(/\d+/.exec(label)[0])))
    await keys.type(say("code.group", { n }), groups[n - 1]);
  await keys.on(say("offline.make"), say("offline.title"));
  await keys.to(say("offline.save"));
  const saving = form.waitForEvent("download");
  await keys.press("Enter");
  const bundle = deployment.path("by-keyboard.ppb");
  await (await saving).saveAs(bundle);
  await context.close();
  await run(deployment.program("report"), ["send", bundle, "--to", deployment.origins.intake]);
  assert.match(await whatArrived(groups, "by-keyboard"), /May I\?/);
});
