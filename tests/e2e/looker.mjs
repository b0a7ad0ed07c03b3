// What must be true of any screen of the reporter's page: no accessibility violation, no sideways scrolling at 320 px, the
// right direction, no sentence without words. With PARAPET_PICTURES, a picture of it at 320 and 1280 px.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { violations } from "./accessibility.mjs";
import { walked, words } from "./words.mjs";

const pictures = process.env.PARAPET_PICTURES;

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: `${pictures}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
}

// Where every language stands on one page, none is the page's own: `language` is undefined.
export async function lookAt(page, language, screen) {
  await page.locator("h1").first().waitFor();
  const shown = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    dir: document.documentElement.dir,
    lang: document.documentElement.lang,
    unsaid: /\b(?:page|start|form|check|code|case|choices|files|found|sent|enter|own|more|error|messages|reply|filing|decision|remove|removed|withdraw|help|plain|about|ways|busy|closed|offline)\.[a-z]+/.exec(document.body.innerText)?.[0],
  }));
  assert.ok(shown.wide <= 320, `${language} ${screen}: ${shown.wide} px wide`);
  if (language !== undefined) {
    assert.equal(shown.dir, language === "ar" ? "rtl" : "ltr", `${language} ${screen}`);
    assert.equal(shown.lang, language, screen);
  }
  assert.equal(shown.unsaid, undefined, `${language} ${screen}`);
  assert.deepEqual(await violations(page), [], `${language} ${screen}`);
}

// A function that looks at a screen, and the screens seen so far.
export function looker(page, language, form) {
  const seen = [];
  const look = async (screen) => {
    await lookAt(page, language, screen);
    await picture(page, `${language}-${form}-${String(seen.length).padStart(2, "0")}-${screen}`);
    seen.push(screen);
  };
  return { look, seen };
}

// A function that looks at a screen in every language that is walked, one after the other, and leaves it in its own. What was typed into
// it may be gone: the page draws it anew. `ready`: what has to happen first, in the words of each language.
export async function lookerInAll(page, own, form) {
  const inTurn = [...(await walked()).filter((one) => one !== own), own];
  const lookers = new Map(inTurn.map((language) => [language, looker(page, language, form).look]));
  return async (screen, ready = async () => {}) => {
    for (const [language, look] of lookers) {
      await speak(page, language);
      await ready(await words(language));
      await look(screen);
    }
  };
}

// The page's own choice of languages.
export async function speak(page, language) {
  await page.locator("#language").selectOption(language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}
