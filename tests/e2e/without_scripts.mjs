// A browser that runs no scripts, in front of the plain gateway; and its pages, looked at.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { violations } from "./accessibility.mjs";
import { words } from "./words.mjs";

const pictures = process.env.PARAPET_PICTURES;

export const click = (page, name) => page.getByRole("button", { name, exact: true }).click();
export const title = (page, name) => page.getByRole("heading", { name, exact: true, level: 1 }).waitFor();

export async function pageWithoutScripts(browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) foreign.push(request.url());
  });
  return { page, foreign, close: () => context.close() };
}

// A window of the same browser that runs scripts; one for all looks, at this address without its pages.
const windows = new WeakMap();
async function windowBeside(page) {
  const browser = page.context().browser();
  const { origin } = new URL(page.url());
  if (!windows.has(browser)) windows.set(browser, await (await browser.newContext()).newPage());
  const beside = windows.get(browser);
  await beside.setViewportSize({ width: 320, height: 640 });
  if (!beside.url().startsWith(`${origin}/`)) {
    await beside.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "" }), { times: 1 });
    await beside.goto(origin);
  }
  return beside;
}

// The page as it stands, beside it in a browser that runs scripts: no accessibility violation, nothing sideways at 320 px,
// the right direction, and no sentence without words.
export async function lookAt(page, name, language) {
  const beside = await windowBeside(page);
  await beside.setContent(await page.content());
  await beside.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  const seen = await beside.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    dir: document.documentElement.dir,
    title: document.title,
    unsaid: /\b(?:page|start|form|check|code|case|choices|files|filing|found|sent|enter|own|messages|more|error|plain|about|remove|removed|recused|decision|help|closed|reply|ways|withdraw)\.[a-z]+/.exec(document.body.innerText)?.[0],
  }));
  assert.ok(seen.wide <= 320, `${name}: ${seen.wide} px wide`);
  assert.equal(seen.dir, language === "ar" ? "rtl" : "ltr", name);
  assert.equal(seen.title, (await words(language))("page.title"), name);
  assert.equal(seen.unsaid, undefined, name);
  assert.deepEqual(await violations(beside), [], name);
  if (pictures !== undefined) {
    await mkdir(pictures, { recursive: true });
    for (const width of [360, 1280]) {
      await beside.setViewportSize({ width, height: 740 });
      await beside.screenshot({ path: `${pictures}/plain-${language}-${name}-${width}.png`, fullPage: true });
    }
  }
}

export async function openCase(page, origin, say, code, language) {
  await page.goto(origin);
  if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
  await click(page, say("start.code"));
  await page.getByLabel(say("plain.code"), { exact: true }).fill(code.join(" "));
  await click(page, say("enter.open"));
  await title(page, say("case.title"));
}
