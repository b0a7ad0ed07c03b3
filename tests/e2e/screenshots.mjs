// For looking at the product with one's own eyes: walks a real deployment and takes a picture of every screen of the page
// with scripts, of the one without, and of the desk. Started by hand, after the web folders are built:
//   PARAPET_BIN=/absolute/build/dev/bin node tests/e2e/screenshots.mjs FOLDER [en,ar] [page,case,plain,desk]

import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Deployment } from "../deployment/deployment.mjs";
import { MovedClock } from "../faults/moved_clock.mjs";
import { launch } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { read, unlock } from "./officer.mjs";
import { answerEverything, openCase, walk, writeCodeDown } from "./reporter.mjs";
import { pdf, photo } from "./samples.mjs";
import { words } from "./words.mjs";

const [folder, languages = "en,ar", parts = "page,case,plain,desk"] = process.argv.slice(2);
if (folder === undefined) throw new Error("which folder shall the pictures go to?");
await mkdir(folder, { recursive: true });
const sizes = [{ width: 360, height: 740 }, { width: 1280, height: 900 }];
const statuses = ["acknowledged", "question", "suspended", "review", "investigators", "decision", "closed"];
const files = [
  { name: "photo.png", mimeType: "image/png", buffer: photo() },
  { name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order, four papers") },
];

// A function that takes a picture of what is shown, at both sizes.
function camera(page, name) {
  let n = 0;
  return async (screen) => {
    const number = String(n++).padStart(2, "0");
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.waitForTimeout(50);
      await page.screenshot({ path: `${folder}/${name}-${number}-${screen}-${size.width}.png`, fullPage: true });
    }
    await page.setViewportSize(sizes[0]);
  };
}

async function withPage(browser, language, act, more = {}) {
  const context = await browser.newContext({ viewport: sizes[0], locale: language, ...more });
  try {
    await act(await context.newPage());
  } finally {
    await context.close();
  }
}

async function pageBeside(browser, origin, language) {
  const say = await words(language);
  await withPage(browser, language, async (page) => {
    const look = camera(page, `page-${language}-beside`);
    await page.goto(origin);
    for (const name of ["start.talk", "start.about", "file.title", "help.title"]) {
      await press(page, say(name));
      await page.locator("main h1").waitFor();
      await look(name);
      await press(page, say("page.back"));
    }
    await press(page, say("start.code"));
    await page.locator(".receipt-input input").first().fill("1234");
    await press(page, say("enter.open"));
    await page.locator(".notice").first().waitFor();
    await look("wrong-code");
    await page.goto(origin);
    await press(page, say("form.protection"));
    for (const box of await page.locator("fieldset").first().locator("input").all()) await box.check();
    await press(page, say("people.next"));
    await look("nobody-left");
    for (const box of await page.locator("fieldset").first().locator("input").all()) await box.uncheck();
    await press(page, say("people.next"));
    await press(page, say("tell.next"));
    await look("empty");
    await page.route("**/api/deployment", (route) => route.abort());
    await page.goto(origin);
    await heading(page, say("closed.title"));
    await look("closed");
  });
  await withPage(browser, language, async (page) => {
    const look = camera(page, `page-${language}-no-script`);
    await page.goto(origin);
    await page.waitForTimeout(300);
    await look("cannot");
  }, { javaScriptEnabled: false });
}

// One questionnaire to "Sent", with its code on paper and with a line that breaks on the way.
async function pageReport(browser, origin, language, form) {
  const say = await words(language);
  await withPage(browser, language, async (page) => {
    const look = camera(page, `page-${language}-${form}`);
    await walk(page, { origin, form, text: say("start.intro"), files, say, look });
    await page.route("**/api/submit", (route) => route.fulfill({ status: 507, contentType: "application/json", body: '{"error":"storage-full"}' }));
    const groups = await writeCodeDown(page, say, look);
    await heading(page, say("sending.stopped.title"));
    await look("stopped");
    await page.unroute("**/api/submit");
    const busy = [{ status: 428, body: '{"error":"puzzle","bits":18}' }, { status: 503, body: '{"error":"wait","seconds":5}' }];
    await page.route("**/api/submit", (route) => {
      const next = busy.shift();
      return next === undefined ? route.continue() : route.fulfill({ contentType: "application/json", ...next });
    });
    await press(page, say("sending.again"));
    await page.locator("progress").waitFor();
    await look("puzzle");
    await heading(page, say("busy.title"));
    await look("waiting");
    await heading(page, say("sent.title"));
    await press(page, say("sent.code.show"));
    await look("sent");
    await openCase(page, origin, groups, { say });
    await heading(page, say("case.title"));
    await page.waitForLoadState("networkidle");
    await look("case");
  });
  await withPage(browser, language, async (page) => {
    await walk(page, { origin, form, text: say("start.intro"), say });
    await press(page, say("check.next"));
    await page.emulateMedia({ media: "print" });
    await camera(page, `page-${language}-${form}-print`)("code");
    await page.pdf({ path: `${folder}/page-${language}-${form}-print.pdf` });
  });
}

async function pageCase(browser, deployment, clock, language) {
  const say = await words(language);
  const mine = await Case.reported(deployment, `case-${language}`);
  const text = { en: "We have read it, and we are looking into it. This can take some weeks.", ar: "قرأنا بلاغكم ونحن ننظر فيه. قد يستغرق ذلك بضعة أسابيع." }[language];
  for (const status of statuses) {
    const type = { acknowledged: "acknowledgement", question: "question", decision: "decision" }[status] ?? "status";
    await mine.reply(type, status, text, { look: 14 });
    await withPage(browser, language, async (page) => {
      const look = camera(page, `page-${language}-status-${status}`);
      await mine.open(page, say);
      await page.waitForLoadState("networkidle");
      await look("case");
      if (status === "question") {
        await press(page, say("case.answer"));
        await look("answer");
        await page.locator("textarea").fill(text);
        await press(page, say("case.write.send"));
        await heading(page, say("case.title"));
        await look("answered");
      }
      if (status === "decision") await pageBehindCase(page, say, look);
    });
  }
  await pageOfficersOut(browser, deployment, language, mine);
  const late = await Case.reported(deployment, `late-${language}`);
  await late.reply("acknowledgement", "acknowledged", text, { look: 14 });
  clock.move(20 * 86_400);
  try {
    await withPage(browser, language, async (page) => {
      await page.clock.setFixedTime(new Date(Date.now() + 20 * 86_400_000));
      await late.open(page, say);
      await page.getByText(say("case.late.do")).waitFor();
      await camera(page, `page-${language}-late`)("case");
    });
  } finally {
    clock.move(0);
  }
}

// Writing once somebody is out of the case, a second look, a file of the office, access removed; and a device whose date
// is wrong.
async function pageOfficersOut(browser, deployment, language, mine) {
  const say = await words(language);
  await writeFile(deployment.path("letter.txt"), "A letter.");
  await deployment.atDesk("chief", "recuse", "--case", mine.id);
  await mine.reply("message", "review", "A colleague has left the case.", { files: [deployment.path("letter.txt")] });
  await withPage(browser, language, async (page) => {
    const look = camera(page, `page-${language}-out`);
    await mine.open(page, say);
    await page.locator(".reply-file button").first().click();
    await page.getByRole("link", { name: say("reply.file.save") }).waitFor();
    await look("letter");
    await press(page, say("case.write"));
    await page.getByText(say("recused.told")).waitFor();
    await look("recused");
    await press(page, say("page.back"));
    await press(page, say("remove.title"));
    await press(page, say("remove.on"));
    await look("remove-sure");
    await press(page, say("remove.act"));
    await heading(page, say("removed.title"));
    await look("removed");
  });
  await withPage(browser, language, async (page) => {
    await page.clock.setFixedTime(new Date(Date.now() - 3 * 86_400_000));
    await page.goto(deployment.origins.intake);
    await heading(page, say("closed.title"));
    await camera(page, `page-${language}-date`)("closed");
  });
}

// The page as one file, to the sealed file.
async function pageOffline(browser, deployment, language) {
  const say = await words(language);
  const notes = (name) => deployment.path("office", "deployment", name);
  const build = fileURLToPath(new URL("../../intake/web/offline.mjs", import.meta.url));
  const file = deployment.path("form.html");
  await promisify(execFile)(process.execPath, [build, notes("root.note"), notes("rosters/1.note"), file]);
  await withPage(browser, language, async (page) => {
    const look = camera(page, `page-${language}-offline`);
    const origin = pathToFileURL(file).href;
    await page.goto(origin);
    await heading(page, say("start.title"));
    await look("start");
    await walk(page, { origin, form: "advice", text: say("start.intro"), say });
    await writeCodeDown(page, say);
    await heading(page, say("offline.title"));
    await look("sealed");
  }, { offline: true });
}

async function pageBehindCase(page, say, look) {
  for (const name of ["messages.title", "decision.title", "more.title", "choices.title", "own.title", "remove.title"]) {
    await press(page, say(name));
    await page.locator("h1", { hasText: say(name) }).waitFor();
    await page.waitForLoadState("networkidle");
    await look(name);
    await press(page, say("page.back"));
    await heading(page, say("case.title"));
  }
  await press(page, say("choices.title"));
  await press(page, say("form.choices.section.handler"));
  await look("objection");
  await press(page, say("page.back"));
  await press(page, say("form.choices.section.withdraw"));
  await heading(page, say("form.choices.section.withdraw"));
  for (let n = 0; n < 2; n++)
    for (const group of await page.locator("main fieldset:visible").all()) await group.locator("label.tick input").first().check();
  await look("withdrawal");
  await press(page, say("more.send"));
  await heading(page, say("case.title"));
  await look("withdrawn");
  await press(page, say("choices.title"));
  await page.getByText(say("withdraw.back")).waitFor();
  await look("choices-withdrawn");
}

async function plain(browser, deployment, language) {
  const say = await words(language);
  await withPage(browser, language, async (page) => {
    const look = camera(page, `plain-${language}`);
    await page.goto(deployment.origins.plain);
    if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
    await look("start");
    await press(page, say("form.protection"));
    await look("people");
    await press(page, say("people.next"));
    await press(page, say("tell.next"));
    await look("missing");
    for (let steps = 0; steps < 12 && !(await page.getByRole("heading", { name: say("check.title"), exact: true }).isVisible()); steps++) {
      await answerEverything(page, say("start.intro"));
      await look("step");
      await press(page, say("tell.next"));
    }
    await look("check");
    await press(page, say("check.next"));
    const code = (await page.locator(".receipt li").allInnerTexts()).map((group) => group.trim());
    await look("code");
    await press(page, say("code.written"));
    for (const box of await page.locator(".field:has(input[inputmode=numeric])").all()) {
      const n = Number(/\d+/.exec(await box.locator("label").innerText())[0]);
      await box.locator("input").fill(code[n - 1]);
    }
    await look("ask");
    await page.locator("input[inputmode=numeric]").last().press("Enter");
    await look("files");
    await page.locator("input[type=file]").setInputFiles(files);
    await press(page, say("code.ask.send"));
    await heading(page, say("sent.title"));
    await look("sent");
    await page.goto(deployment.origins.plain);
    if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
    await press(page, say("start.code"));
    await look("enter");
    await page.getByLabel(say("plain.code"), { exact: true }).fill(code.join(" "));
    await press(page, say("enter.open"));
    await heading(page, say("case.title"));
    await look("case");
    for (const name of ["more.title", "choices.title", "own.title"]) {
      await press(page, say(name));
      await look(name);
      await press(page, say("page.back"));
    }
  }, { javaScriptEnabled: false });
}

async function desk(browser, deployment) {
  const text = "A procurement officer split one order into four.";
  const mine = await Case.reported(deployment, "desk", text);
  await mine.reply("question", "question", "Which month was it?");
  const { id } = await Case.reported(deployment, "desk-new", text);
  const program = await deployment.startDesk("clerk");
  await withPage(browser, "en", async (page) => {
    const look = camera(page, "desk");
    await page.goto(program.address);
    await page.getByLabel("Passphrase").waitFor();
    await look("locked");
    await unlock(page, program, await deployment.passphrase("clerk"));
    await look("inbox");
    await page.locator(".row", { hasText: `${id.slice(0, 4)} ${id.slice(4, 8)}` }).click();
    await page.getByLabel(/no conflict of interest/).check();
    await look("before-reading");
    await read(page, text);
    await look("case");
  });
}

const deployment = await Deployment.create();
const clock = new MovedClock(deployment);
deployment.env = clock.env;
const browser = await launch();
const failed = [];
const attempt = async (what, act) => {
  console.log(what);
  await act().catch((fault) => failed.push(`${what}: ${fault.message.split("\n")[0]}`));
};
try {
  await deployment.start("intake");
  await deployment.start("reviewer");
  const { intake } = deployment.origins;
  for (const language of languages.split(",")) {
    if (parts.includes("page")) {
      await attempt(`${language}: beside the way`, () => pageBeside(browser, intake, language));
      for (const form of ["protection", "misconduct", "advice"])
        await attempt(`${language}: ${form}`, () => pageReport(browser, intake, language, form));
      await attempt(`${language}: one file`, () => pageOffline(browser, deployment, language));
    }
    if (parts.includes("case")) await attempt(`${language}: case`, () => pageCase(browser, deployment, clock, language));
    if (parts.includes("plain")) {
      if (deployment.origins.plain === undefined) await deployment.startPlain();
      await attempt(`${language}: plain`, () => plain(browser, deployment, language));
    }
  }
  if (parts.includes("desk")) await attempt("desk", () => desk(browser, deployment));
} finally {
  await browser.close();
  await deployment.remove();
}
for (const one of failed) console.error(one);
process.exitCode = failed.length === 0 ? 0 : 1;
