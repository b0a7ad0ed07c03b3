// Behind a code without scripts: who has left the case is told and asked about, the decision, and the help. In every
// language; at 360 px every button of a page is as wide as its text, and nothing runs sideways.

import assert from "node:assert/strict";
import { test } from "node:test";
import { members } from "../deployment/deployment.mjs";
import { Case } from "./case.mjs";
import { stage } from "./stage.mjs";
import { click, lookAt, openCase, pageWithoutScripts, title } from "./without_scripts.mjs";
import { walked, words } from "./words.mjs";

const all = await walked();
const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);

async function opened(mine, language) {
  const say = await words(language);
  const { page, close } = await pageWithoutScripts(browser, deployment.origins.plain);
  await openCase(page, deployment.origins.plain, say, mine.groups, language);
  return { page, say, close, look: (name) => lookAt(page, `case-${name}`, language) };
}

// Each button of the page's own column: as wide as the column, and high enough for a finger.
async function assertButtonsAreWide(page) {
  const column = (await page.locator("h1").boundingBox()).width;
  const buttons = await page.locator("main > p > button, main > p > a.button").all();
  assert.ok(buttons.length > 0);
  for (const button of buttons) {
    const { width, height } = await button.boundingBox();
    assert.ok(Math.abs(width - column) < 1, `${await button.innerText()}: ${width} of ${column} px`);
    assert.ok(height >= 44, `${await button.innerText()}: ${height} px high`);
  }
}

test("in every language without scripts, who has left the case is named before something is written, and what is chosen is kept until it is sent", { timeout: 400_000 }, async () => {
  const mine = await Case.reported(deployment, "plain-recused");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  await deployment.atDesk("chief", "recuse", "--case", mine.id);
  await mine.reply("message", "acknowledged", "A colleague has left the case.");
  for (const language of all) {
    const { page, say, close, look } = await opened(mine, language);
    await page.getByText(say("recused.told")).waitFor();
    await page.getByRole("listitem").filter({ hasText: members.chief }).waitFor();
    assert.ok(await page.getByLabel(say("recused.out"), { exact: true }).isChecked());
    await look("recused");
    await assertButtonsAreWide(page);
    await page.locator("textarea").fill(`One more thing, in ${language}.`);
    await page.getByLabel(say("recused.keep"), { exact: true }).check();
    await click(page, say("help.title"));
    await title(page, say("help.title"));
    await look("help");
    await click(page, say("page.back"));
    await title(page, say("case.title"));
    assert.ok(await page.getByLabel(say("recused.keep"), { exact: true }).isChecked());
    await page.getByLabel(say(language === "ar" ? "recused.keep" : "recused.out"), { exact: true }).check();
    await click(page, say("case.write.send"));
    await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
    await close();
  }
  const read = await mine.shownTo("clerk", 1 + 2 + all.length);
  for (const language of all) assert.ok(JSON.stringify(read).includes(`One more thing, in ${language}.`));
});

test("in every language without scripts, a decision has a page of its own, its reader says to have read it, and a review is asked for from there", { timeout: 400_000 }, async () => {
  const mine = await Case.reported(deployment, "plain-decision");
  await mine.decide("The dates do not bear it out.");
  for (const language of all) {
    const { page, say, close, look } = await opened(mine, language);
    await click(page, say("decision.title"));
    await title(page, say("decision.title"));
    await page.getByText("The dates do not bear it out.").waitFor();
    await page.getByText(say("decision.believed")).waitFor();
    await look("decision");
    await assertButtonsAreWide(page);
    if (language === all.at(-1)) {
      await click(page, say("decision.read.act"));
      await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
      await click(page, say("decision.title"));
      await title(page, say("decision.title"));
      assert.equal(await page.getByRole("button", { name: say("decision.read.act"), exact: true }).count(), 0);
    }
    await click(page, say("decision.review.ask"));
    await title(page, say("form.choices.section.review"));
    await close();
  }
});
