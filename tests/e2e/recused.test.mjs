// An officer who is out of a case: the person is told before the readers of what is written next change, and chooses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { members } from "../deployment/deployment.mjs";
import { watchedPage } from "./browser.mjs";
import { Case, heading, press } from "./case.mjs";
import { lookerInAll } from "./looker.mjs";
import { stage } from "./stage.mjs";
import { words } from "./words.mjs";

const say = await words("en");
const wrap = 16 + 2 + 1168; // octets of one reader in a wrapset (crypto/SPEC.md section 5)
const { deployment, browser } = await stage(["intake", "reviewer"]);

test("who is out of the case is named before the next message, which is sealed past that person unless its writer wants it otherwise", async () => {
  const mine = await Case.reported(deployment, "recused");
  await mine.reply("acknowledgement", "acknowledged", "Thank you.");
  const { page, faults, close } = await watchedPage(browser, deployment.origins.intake, { width: 320, height: 640 });
  const sizes = [];
  await page.route("**/api/submit", async (route) => {
    sizes.push(route.request().postDataBuffer().length);
    await route.continue();
  });
  const write = async (choice) => {
    await press(page, say("case.write"));
    await page.getByLabel(say("case.write.help")).fill("One more thing.");
    const told = page.getByText(say("recused.told"));
    if (choice === undefined) assert.equal(await told.count(), 0);
    else {
      await told.waitFor();
      await page.getByRole("listitem").filter({ hasText: members.chief }).waitFor();
      if (choice === "recused.out") await (await lookerInAll(page, "en", "recused"))("writing", (says) => page.getByText(says("recused.told")).waitFor());
      assert.ok(await page.getByLabel(say("recused.out")).isChecked());
      await page.getByLabel(say(choice)).check();
    }
    await press(page, say("case.write.send"));
    await heading(page, say("case.title"));
  };
  await mine.open(page, say);
  await write(undefined);

  await deployment.atDesk("chief", "recuse", "--case", mine.id);
  await mine.reply("message", "acknowledged", "A colleague has left the case.");
  await mine.open(page, say);
  await page.getByText("A colleague has left the case.").waitFor();
  await write("recused.out");
  await write("recused.keep");
  const [everybody, without, again] = sizes;
  assert.equal(everybody - without, wrap);
  assert.equal(again, everybody);
  assert.deepEqual(faults, []);
  await close();
});
