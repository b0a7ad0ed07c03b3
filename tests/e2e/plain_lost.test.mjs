// What goes wrong with the real programs while somebody writes without scripts, and how it ends.

import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { PlainVisitor } from "../deployment/plain_visitor.mjs";
import { arrived } from "../deployment/round_trip.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
let cases = 0;
const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);

const asRead = (html) => html.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&#39;", "'").replaceAll("&amp;", "&");
const reads = (visitor, name) => asRead(visitor.page).includes(say(name));

// To the page with the files; the code.
async function reachFiles(visitor, question) {
  await visitor.come();
  await visitor.press("form:advice");
  await visitor.press("next");
  await visitor.press("next", { "q.subtype": "how", "q.question": question });
  await visitor.press("code");
  const { code } = visitor;
  await visitor.press("ask");
  await visitor.press("kept", visitor.groupsOf(code));
  assert.ok(reads(visitor, "files.title"));
  return code;
}

test("the service stops while somebody writes and starts anew: the page says what happened, and the same button sends", { timeout: 60_000 }, async () => {
  const visitor = new PlainVisitor(deployment.origins.plain);
  const code = await reachFiles(visitor, "May I?");
  const { port } = new URL(deployment.origins.intake);
  await deployment.stop("intake", "SIGKILL");
  await visitor.press("send", {}, [["list.txt", "one"]]);
  assert.ok(reads(visitor, "sending.stopped"));
  assert.ok(reads(visitor, "plain.files.again"));
  await deployment.listenAgain("intake", port);
  await deployment.start("intake");
  await visitor.press("send", {}, [["list.txt", "one"]]);
  assert.ok(reads(visitor, "sent.title"), visitor.heading);
  await visitor.press("case");
  assert.ok(reads(visitor, "case.title"), visitor.heading);
  assert.equal((await arrived(deployment, "clerk", ++cases)).cases.length, cases);
  assert.equal(code.length, 32);
});

test("the gateway starts anew, hours later or at once: the page that was open sends all the same", { timeout: 60_000 }, async () => {
  const visitor = new PlainVisitor(deployment.origins.plain);
  await reachFiles(visitor, "May I still?");
  await deployment.stop("plain", "SIGKILL");
  await deployment.startPlain();
  visitor.origin = deployment.origins.plain;
  await visitor.press("send");
  assert.ok(reads(visitor, "sent.title"), visitor.heading);
  assert.equal((await arrived(deployment, "clerk", ++cases)).cases.length, cases);
});

test("two clicks at the same moment make one report", { timeout: 60_000 }, async () => {
  const visitor = new PlainVisitor(deployment.origins.plain);
  await reachFiles(visitor, "Twice?");
  const other = new PlainVisitor(deployment.origins.plain);
  other.page = visitor.page;
  await Promise.all([visitor.press("send"), other.press("send")]);
  for (const one of [visitor, other]) assert.ok(reads(one, "sent.title"), one.heading);
  assert.equal((await arrived(deployment, "clerk", ++cases)).cases.length, cases);
});

test("an upload that breaks off, and files that are too large, send nothing; the page goes on", { timeout: 60_000 }, async () => {
  const visitor = new PlainVisitor(deployment.origins.plain);
  await reachFiles(visitor, "With files?");
  const { hostname, port } = new URL(deployment.origins.plain);
  await new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST /2 HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n\r\n--x\r\n`);
      setTimeout(() => resolve(socket.destroy()), 200);
    });
    socket.on("error", resolve);
  });
  const { page } = visitor;
  try {
    await visitor.press("send", {}, [["film.mp4", new Uint8Array(33 * 1024 * 1024)]]);
    assert.ok(reads(visitor, "plain.files.large"));
    await visitor.press("files"); // all that was written is in that page
    assert.ok(reads(visitor, "files.title"));
  } catch (fault) {
    assert.equal(fault.name, "TypeError"); // the connection was closed before all of it went
  }
  visitor.page = page; // back
  await visitor.press("send", {}, [["empty.txt", ""], ["list.txt", "one"]]);
  assert.ok(reads(visitor, "sent.title"), visitor.heading);
  assert.ok(visitor.page.includes("empty.txt"));
  assert.equal((await arrived(deployment, "clerk", ++cases)).cases.length, cases);
});

test("a draft of over 64 KiB comes back from files that are too large, with a sentence that says so, and is sent without them", { timeout: 60_000 }, async () => {
  const visitor = new PlainVisitor(deployment.origins.plain);
  const question = "x".repeat(90_000);
  await reachFiles(visitor, question);
  const { page } = visitor;
  for (let tries = 0; visitor.page === page; tries++) {
    try {
      await visitor.press("send", {}, [["film.mp4", new Uint8Array(33 * 1024 * 1024)]]);
    } catch (fault) {
      assert.ok(fault.name === "TypeError" && tries < 9, fault); // the connection was closed before all of it went
    }
  }
  assert.ok(reads(visitor, "plain.files.large"), visitor.heading);
  assert.ok(visitor.page.includes(question));
  await visitor.press("files");
  await visitor.press("send", {}, [["list.txt", "one"]]);
  assert.ok(reads(visitor, "sent.title"), visitor.heading);
  assert.equal((await arrived(deployment, "clerk", ++cases)).cases.length, cases);
});

test("the browser's own back, and saying yes to sending a page again, lose nothing", { timeout: 60_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const click = (name) => page.getByRole("button", { name: say(name), exact: true }).click();
  const title = (name) => page.getByRole("heading", { name: say(name), exact: true, level: 1 }).waitFor();
  await page.goto(deployment.origins.plain);
  await click("form.misconduct");
  await title("people.title");
  await click("people.next");
  await title("form.misconduct.section.story");
  await page.getByLabel(say("form.misconduct.what")).fill("Kept, whatever is pressed");
  await click("tell.next");
  await title("form.misconduct.section.about");
  await page.goBack().catch(() => undefined); // the browser asks whether to send again
  await page.waitForTimeout(500);
  await page.reload(); // yes
  await title("form.misconduct.section.story");
  await page.goForward().catch(() => undefined);
  await page.waitForTimeout(500);
  await page.reload();
  await title("form.misconduct.section.about");
  await click("page.back");
  assert.equal(await page.getByLabel(say("form.misconduct.what")).inputValue(), "Kept, whatever is pressed");
  await context.close();
});
