// Debian's Chromium, with or without JIT and WebAssembly.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

// Its light build, the same engine without a desktop's windows around it, takes two thirds of the time; with --full it is
// the one that people use.
const light = process.env.PARAPET_FULL ? [] : ["/usr/bin/chromium-headless-shell"];
const executablePath = [...light, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

export async function launch({ jitless = false } = {}) {
  if (executablePath === undefined) throw new Error("Chromium is not installed: run ./parapet setup");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(jitless ? ["--js-flags=--jitless"] : []),
    ],
  });
}

// Milliseconds for what begins with a busy service's task: chance says how long it is searched for, a second or thirty.
export const patience = 120_000;

// A page that fails the test on any script error, on any request to another host, and on anything kept.
export async function watchedPage(browser, origin, viewport = { width: 360, height: 740 }, more = {}) {
  const context = await browser.newContext({ viewport, ...more });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && url !== "about:blank") faults.push(`foreign request: ${new URL(url).origin}`);
  });
  return { page, faults, close: () => context.close() };
}

// What drives the browser looks into every body that is an array, for ten times as long as sending it takes.
// A blob is sent in the same way and left alone.
export function hideBodies() {
  const { fetch } = globalThis;
  globalThis.fetch = (path, { body, ...rest } = {}) => fetch(path, body === undefined ? rest : { ...rest, body: new Blob([body]) });
}

// Counts, in the page, the answers that came whole and with which all was done that waits for nothing further.
export function countAnswers() {
  const { fetch } = globalThis;
  globalThis.answered = {};
  globalThis.fetch = async (path, ...rest) => {
    const answer = await fetch(path, ...rest);
    const whole = answer.arrayBuffer.bind(answer);
    const count = () => (globalThis.answered[path] = (globalThis.answered[path] ?? 0) + 1);
    answer.arrayBuffer = () => whole().then((octets) => (setTimeout(count), octets));
    return answer;
  };
}

// How many of them there are, and waiting until there are so many; with countAnswers as the page's first script.
export const answersOf = (page, path) => page.evaluate((asked) => globalThis.answered[asked] ?? 0, path);
export const hasAnswers = (page, path, n) => page.waitForFunction(([asked, wanted]) => (globalThis.answered[asked] ?? 0) >= wanted, [path, n]);
