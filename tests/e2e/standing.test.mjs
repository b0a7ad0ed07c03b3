// Where a case stands, worked out on the reporter's own device: lateness without any office, what was withheld or put
// into another order, what can be decided, and until when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrived, daysFromNow } from "../deployment/round_trip.mjs";
import { answersOf, countAnswers, hasAnswers } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { lookerInAll } from "./looker.mjs";
import { keepCodeAndSend, walk } from "./reporter.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const day = 86_400_000;
const say = await words("en");
const { deployment, browser, clock } = await stage(["intake", "reviewer"], { movedClock: true });

async function pageOf(language = "en", { ahead = 0 } = {}) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: language });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  if (ahead > 0) await page.clock.setFixedTime(new Date(Date.now() + ahead * day));
  return { page, faults, close: () => context.close() };
}

// What is asked of this path waits until `go`; `asked` tells when the first has come.
async function heldBack(page, path) {
  const out = {};
  const held = new Promise((resolve) => (out.go = resolve));
  await page.route(path, async (route) => {
    await held;
    await route.continue();
  });
  out.asked = page.waitForRequest(path);
  return out;
}

test("with every program of the office switched off, the page says that the office is late and what can be done", async () => {
  const mine = await Case.reported(deployment, "late");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.", { look: 14 });
  const silent = await Case.reported(deployment, "silent");
  await deployment.stop("reviewer");
  try {
    const late = await pageOf("en", { ahead: 20 });
    clock.move(20 * 86_400);
    const look = await lookerInAll(late.page, "en", "late");
    for (const [screen, one, promised] of [["late", mine, daysFromNow(14)], ["silent", silent, ""]]) {
      await one.open(late.page, say);
      await look(screen, async (says) => {
        await late.page.getByText(says("case.late.do")).waitFor();
        assert.ok((await late.page.locator("main").innerText()).includes(promised));
      });
    }
    assert.deepEqual(late.faults, []);
    await late.close();
    // 45 days beyond what was promised, an alternate reviewer can be asked.
    const { page, close } = await pageOf("en", { ahead: 62 });
    clock.move(62 * 86_400);
    await mine.open(page, say);
    await page.getByText(say("case.late.look.now")).waitFor();
    await press(page, say("choices.title"));
    await press(page, say("form.choices.section.second-look"));
    await heading(page, say("form.choices.section.second-look"));
    await page.getByLabel(say("form.choices.my_second_look")).fill("Nobody answers.");
    await press(page, say("more.send"));
    await heading(page, say("case.title"));
    await close();
  } finally {
    clock.move(0);
    await deployment.start("reviewer");
  }
  assert.ok((await mine.shownTo("alternate", 3)).some((message) => JSON.stringify(message).includes("Nobody answers.")));
  assert.ok(!JSON.stringify(await mine.shownTo("clerk", 2)).includes("Nobody answers."));
});

test("a reply that is withheld, changed, or put into another order is shown as such", async () => {
  const mine = await Case.reported(deployment, "withheld");
  await mine.reply("acknowledgement", "acknowledged", "The first reply.");
  await mine.reply("status", "review", "The second reply.");
  const head = 16;
  const slot = 20_480;
  const spoiled = async (spoil, expected) => {
    const { page, faults, close } = await pageOf();
    await page.route("**/api/mailbox", async (route) => {
      const body = Buffer.from(await (await route.fetch()).body());
      spoil(body);
      await route.fulfill({ status: 200, body, contentType: "application/octet-stream" });
    });
    await mine.open(page, say);
    await page.getByText(expected).first().waitFor();
    await page.unrouteAll({ behavior: "wait" });
    assert.deepEqual(faults, []);
    await close();
  };
  const swap = (body) => {
    const first = Buffer.from(body.subarray(head, head + slot));
    body.copy(body, head, head + slot, head + 2 * slot);
    first.copy(body, head + slot);
  };
  await spoiled(swap, say("case.gap"));
  await spoiled((body) => {
    body.copy(body, head, head + slot, head + 2 * slot);
    body[5] = 1;
  }, say("case.gap"));
  await spoiled((body) => (body[head + slot + 300] ^= 1), say("case.bad", { code: "decrypt" }));

  // The newest one leaves no gap in the numbers: what tells is that it was read before.
  const { page, close } = await pageOf();
  await mine.open(page, say);
  await page.getByText("The second reply.").waitFor();
  await press(page, say("case.write"));
  await page.getByLabel(say("case.write.help")).fill("I have read this.");
  await press(page, say("case.write.send"));
  await heading(page, say("case.title"));
  await close();
  await spoiled((body) => (body[5] = 1), say("case.vanished"));
});

test("a question has its answer box, and both directions stand in one order", async () => {
  const mine = await Case.reported(deployment, "question", "The first thing I said.");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  await mine.reply("question", "question", "Which month was it?");
  const { page, faults, close } = await pageOf();
  await mine.open(page, say);
  assert.equal(await page.getByText(say("case.waits")).count(), 0);
  await press(page, say("case.answer"));
  await heading(page, say("case.answer.title"));
  await page.getByLabel(say("case.write.help")).fill("It was in May.");
  // Help, and back: nothing that was typed is lost.
  await press(page, say("help.title"));
  await heading(page, say("help.who"));
  await press(page, say("page.back"));
  assert.equal(await page.getByLabel(say("case.write.help")).inputValue(), "It was in May.");
  await press(page, say("case.write.send"));
  await heading(page, say("case.title"));
  await press(page, say("messages.title"));
  await page.locator(".mine", { hasText: "It was in May." }).waitFor();
  const all = await page.locator("article").allInnerTexts();
  const places = ["The first thing I said.", "Thank you.", "Which month was it?", "It was in May."].map((text) => all.findLastIndex((one) => one.includes(text)));
  assert.deepEqual(places, [...places].sort((a, b) => b - a));
  assert.deepEqual(faults, []);
  await close();
});

test("a request for protection hears who helps once it is known, then what its answer sets in motion, and who can open it", async () => {
  const before = new Set((await arrived(deployment, "clerk", 0)).cases.map((one) => one.case));
  const { page, faults, close } = await pageOf();
  await walk(page, { origin: deployment.origins.intake, form: "protection", text: "They ended my contract." });
  const groups = await keepCodeAndSend(page);
  const all = (await arrived(deployment, "clerk", before.size + 1)).cases.map((one) => one.case);
  const mine = new Case(deployment, groups, all.find((id) => !before.has(id)));
  const shown = async () => {
    await mine.open(page, say);
    return page.getByRole("region", { name: say("case.status"), exact: true });
  };
  assert.equal(await (await shown()).getByText(say("case.access")).count(), 0);
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  const acknowledged = await shown();
  await acknowledged.getByText(say("case.support")).waitFor();
  await acknowledged.getByText(say("case.access")).waitFor();
  await mine.reply("question", "question", "Which contract was it?");
  const asked = await shown();
  await asked.getByText(say("case.waits")).waitFor();
  assert.equal(await asked.getByText(say("case.support")).count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("each of the eight statuses has its name and its explanation on the page", async () => {
  const mine = await Case.reported(deployment, "statuses");
  const { page, faults, close } = await pageOf();
  await mine.open(page, say);
  const types = { received: "", acknowledged: "acknowledgement", question: "question", review: "status", suspended: "status", investigators: "status", decision: "decision", closed: "status" };
  for (const [status, type] of Object.entries(types)) {
    if (type !== "") await mine.reply(type, status, `Now: ${status}.`);
    await press(page, say("case.refresh"));
    await page.locator(".status .lead", { hasText: say(`case.status.${status}`) }).waitFor();
    assert.ok(await page.locator(".status").getByText(say(`case.explain.${status}`)).isVisible());
  }
  assert.deepEqual(faults, []);
  await close();
});

test("whoever opens another screen while the case is looked at again, or something is sent, stays there and loses nothing", async () => {
  const mine = await Case.reported(deployment, "moved");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  const { page, faults, close } = await pageOf();
  await page.addInitScript(countAnswers);
  await mine.open(page, say);
  const looks = await answersOf(page, "/api/mailbox");
  const mailbox = await heldBack(page, "**/api/mailbox");
  await press(page, say("case.refresh"));
  await mailbox.asked;
  await press(page, say("case.write"));
  await page.getByLabel(say("case.write.help")).fill("Half a sentence");
  mailbox.go();
  await hasAnswers(page, "/api/mailbox", looks + 1);
  await heading(page, say("case.write"));
  assert.equal(await page.getByLabel(say("case.write.help")).inputValue(), "Half a sentence");

  // The same while something is on its way; the case says afterwards that it arrived. The mailbox is asked once for the
  // message's number, and once to look at the case anew. Whoever is back before that is shown the case.
  await page.unrouteAll({ behavior: "wait" });
  const submit = await heldBack(page, "**/api/submit");
  await press(page, say("case.write.send"));
  await submit.asked;
  await press(page, say("help.title"));
  await heading(page, say("help.who"));
  submit.go();
  await hasAnswers(page, "/api/mailbox", looks + 3);
  await heading(page, say("help.who"));
  await press(page, say("page.back"));
  assert.equal(await page.getByLabel(say("case.write.help")).inputValue(), "");
  await press(page, say("page.back"));
  await heading(page, say("case.title"));
  await page.getByText(say("case.write.sent")).waitFor();
  assert.deepEqual(faults, []);
  await close();
});
