// Behind a code without scripts: files of the office, the proof of filing, and taking one's access away.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { run } from "../deployment/program.mjs";
import { Case, downloaded } from "./case.mjs";
import { stage } from "./stage.mjs";
import { click, lookAt, openCase, pageWithoutScripts, title } from "./without_scripts.mjs";
import { words } from "./words.mjs";

const { deployment, browser } = await stage(["intake", "reviewer", "plain"]);

async function opened(mine, language) {
  const say = await words(language);
  const { page, foreign, close } = await pageWithoutScripts(browser, deployment.origins.plain);
  await openCase(page, deployment.origins.plain, say, mine.groups, language);
  return { page, say, foreign, close, look: (name) => lookAt(page, `mailbox-${name}`, language) };
}

// What the browser was given to save, with the head of the answer.
async function given(page, target) {
  const answered = page.context().waitForEvent("response", (response) => response.request().method() === "POST");
  const octets = await downloaded(page, target);
  return { octets, head: await (await answered).allHeaders() };
}

for (const language of ["en", "ar"]) {
  test(`${language}: a file of the office is saved without scripts, octet for octet, and what was begun stays on the page`, { timeout: 400_000 }, async () => {
    const mine = await Case.reported(deployment, `plain-file-${language}`);
    const letter = randomBytes(1_400_000);
    const file = deployment.path(`الرد “${language}”.html`);
    await writeFile(file, letter);
    await mine.reply("acknowledgement", "acknowledged", "Here is the letter.", { files: [file] });
    const { page, say, foreign, close, look } = await opened(mine, language);
    await page.getByText("Here is the letter.").waitFor();
    await look("file");
    await page.locator("textarea").fill("begun");
    await page.locator("input[type=file]").setInputFiles([{ name: "mine.bin", mimeType: "application/octet-stream", buffer: randomBytes(10) }]);
    const button = page.getByRole("button", { name: new RegExp(say("reply.file.save")) });
    const { octets, head } = await given(page, button);
    assert.ok(octets.equals(letter));
    assert.match(head["content-disposition"], /^attachment; filename="[\w.-]+\.html"; filename\*=UTF-8''[\w.%-]+\.html$/);
    assert.equal(head["content-type"], "application/octet-stream");
    assert.match(head["content-security-policy"], /sandbox/);
    assert.equal(head["x-content-type-options"], "nosniff");
    assert.equal(head["cache-control"], "no-store");
    assert.equal(page.url(), `${deployment.origins.plain}/`); // no code in an address
    assert.equal(await page.locator("textarea").inputValue(), "begun");
    await click(page, say("case.write.send")); // with the file that was chosen before
    await page.getByText(say("case.write.sent"), { exact: true }).waitFor();
    await page.getByText("mine.bin").waitFor();
    assert.deepEqual(foreign, []);
    await close();
  });

  test(`${language}: a proof of filing that was saved without scripts is verified by the auditor's program`, { timeout: 400_000 }, async () => {
    const mine = await Case.reported(deployment, `plain-proof-${language}`);
    await mine.reply("acknowledgement", "acknowledged", "Thank you.");
    const { page, say, close } = await opened(mine, language);
    await page.getByText(say("filing.careful")).waitFor();
    const { octets } = await given(page, page.getByRole("button", { name: say("filing.save"), exact: true }));
    assert.ok(octets.toString("utf8").startsWith(say("filing.instruction").slice(0, 12)));
    for (const secret of [mine.groups.join(""), mine.groups.join(" "), "procurement"]) assert.ok(!octets.includes(secret));
    const file = deployment.path(`proof-${language}.txt`);
    await writeFile(file, octets);
    const root = deployment.path("office", "deployment", "root.note");
    const verdict = await run(deployment.program("audit"), ["filing", "--root", root, "--fingerprint", await deployment.fingerprint(), file]);
    assert.match(verdict, /Verified\. Root note/);
    assert.ok(verdict.includes(mine.id));
    await close();
  });

  test(`${language}: access is taken away without scripts after it was said twice, and the code then tells that and nothing else`, { timeout: 400_000 }, async () => {
    const mine = await Case.reported(deployment, `plain-remove-${language}`);
    await mine.reply("acknowledgement", "acknowledged", "Thank you for this.");
    const { page, say, close, look } = await opened(mine, language);
    await click(page, say("remove.title"));
    await title(page, say("remove.title"));
    await look("remove");
    await click(page, say("remove.on"));
    await title(page, say("remove.sure"));
    await look("surely");
    await click(page, say("remove.keep"));
    await title(page, say("case.title"));
    await page.getByText("Thank you for this.").waitFor();
    await click(page, say("remove.title"));
    await click(page, say("remove.on"));
    await click(page, say("remove.act"));
    await title(page, say("removed.title"));
    await look("removed");
    await page.goto(deployment.origins.plain);
    if (language !== "en") await page.locator(`button[value="lang:${language}"]`).click();
    await click(page, say("start.code"));
    await page.getByLabel(say("plain.code"), { exact: true }).fill(mine.groups.join(" "));
    await click(page, say("enter.open"));
    await title(page, say("removed.title"));
    assert.ok(!(await page.locator("main").innerText()).includes("Thank you for this."));
    await close();
  });
}
