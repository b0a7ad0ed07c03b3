// What must be true of any screen of the reporter's page: no accessibility violation, no sideways scrolling at 320 px, the
// right direction, no sentence without words. With PARAPET_PICTURES, a picture of it at 320 and 1280 px.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import axe from "axe-core";

const pictures = process.env.PARAPET_PICTURES;

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: `${pictures}/${name}-1280.png`, fullPage: true });
  await page.setViewportSize({ width: 320, height: 640 });
}

// A function that looks at a screen, and the screens seen so far.
export function looker(page, language, form) {
  const seen = [];
  const look = async (screen) => {
    await page.locator("h1").waitFor();
    const shown = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      dir: document.documentElement.dir,
      lang: document.documentElement.lang,
      unsaid: /\b(?:page|start|form|check|code|case|choices|files|found|sent|enter|own|more|error|messages|reply|filing|decision|remove|removed|withdraw|help)\.[a-z]+/.exec(document.body.innerText)?.[0],
      focused: document.activeElement?.tagName,
    }));
    assert.ok(shown.wide <= 320, `${language} ${screen}: ${shown.wide} px wide`);
    assert.equal(shown.dir, language === "ar" ? "rtl" : "ltr");
    assert.equal(shown.lang, language);
    assert.equal(shown.unsaid, undefined, `${language} ${screen}`);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], `${language} ${screen}`);
    await picture(page, `${language}-${form}-${String(seen.length).padStart(2, "0")}-${screen}`);
    seen.push(screen);
  };
  return { look, seen };
}
