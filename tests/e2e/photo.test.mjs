import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { committed } from "../intake/metadata/make.mjs";
import { secret } from "../intake/metadata/facts.mjs";
import { violations } from "./accessibility.mjs";
import { launch, watchedPage } from "./browser.mjs";
import { openUnanswered, read, saved, show, unlock } from "./officer.mjs";
import { keepCodeAndSend, reachFiles } from "./reporter.mjs";
import { pdf } from "./samples.mjs";

const pictures = process.env.PARAPET_PICTURES;
const vectors = [...committed()].map(([name, text]) => [name, JSON.parse(text)]);
const octets = (name, field) => Buffer.from(JSON.parse(committed().get(name))[field], "hex");
const text = "The boxes stand in the wrong store.";
let deployment;
before(async () => {
  deployment = await Deployment.create();
  await deployment.start("intake");
  await deployment.start("reviewer");
});
after(() => deployment?.remove());

async function picture(page, name) {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

test("a photo with its place in it arrives without it and upright; the original, asked for, octet for octet", async () => {
  const browser = await launch();
  try {
    const origin = deployment.origins.intake;
    const { page, faults } = await watchedPage(browser, origin, { width: 320, height: 640 });
    await reachFiles(page, { origin, text });
    await page.locator("input[type=file]").setInputFiles([
      { name: "IMG_0815.jpg", mimeType: "image/jpeg", buffer: octets("jpeg-rotated.json", "file") },
      { name: "screen.png", mimeType: "image/png", buffer: octets("png-author.json", "file") },
      { name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order") },
      { name: "cut.jpg", mimeType: "image/jpeg", buffer: octets("jpeg-segment-past-the-end.json", "file") },
    ]);
    const card = (i) => page.locator(".files > li").nth(i);
    await card(0).getByText("We found this in the photo and removed it: the place and the device.").waitFor();
    await card(1).getByText("a name or an owner").waitFor();
    await card(2).getByText("Not removed: a PDF").waitFor();
    await card(3).getByText("Nothing was removed: this photo is damaged").waitFor();
    await card(0).getByLabel("File name").fill("the boxes.jpg");
    await card(0).getByLabel(/untouched original/).check();
    await card(3).getByRole("button", { name: "Remove cut.jpg" }).press("Enter");
    // Focus is shown where it is: on the button of the chooser only while the chooser has it.
    const outlined = () => page.locator("label.button").evaluate((label) => getComputedStyle(label).outlineStyle !== "none");
    assert.equal(await outlined(), true); // after a file was taken out by keyboard
    await card(0).getByLabel("File name").focus();
    assert.equal(await outlined(), false);
    await picture(page, "files-320");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await page.getByText("the boxes.original.jpg").waitFor();
    await keepCodeAndSend(page);
    const names = ["the boxes.jpg", "the boxes.original.jpg", "screen.png", "order.pdf"];
    await page.getByText("4 files, ").waitFor();
    assert.deepEqual(await page.locator("section bdi").allInnerTexts(), names);
    assert.deepEqual(faults, []);

    const desk = await deployment.startDesk("clerk");
    const officer = await watchedPage(browser, new URL(desk.address).origin, { width: 1280, height: 900 });
    await unlock(officer.page, desk, await deployment.passphrase("clerk"));
    await openUnanswered(officer.page);
    await read(officer.page, text);
    const files = [];
    for (const name of names) files.push(await show(officer.page, name));
    const [cleaned, original, screen] = await Promise.all([0, 1, 2].map((i) => files[i].locator("img")))
      .then(async (images) => {
        for (const image of images) await image.evaluate((element) => element.decode());
        // 24 x 16, lying on its side.
        const sizes = await Promise.all(images.map((image) => image.evaluate((element) => [element.naturalWidth, element.naturalHeight])));
        assert.deepEqual(sizes, [[16, 24], [16, 24], [24, 16]]);
        const out = [];
        for (const file of files.slice(0, 3)) out.push(await saved(officer.page, file));
        return out;
      });
    assert.deepEqual(cleaned, octets("jpeg-rotated.json", "cleaned"));
    assert.deepEqual(original, octets("jpeg-rotated.json", "file"));
    for (const one of [cleaned, screen]) assert.ok(!one.includes(secret));
    assert.ok(original.includes(secret));
    assert.deepEqual(officer.faults, []);
  } finally {
    await browser.close();
  }
});

test("a cleaned picture looks as the picture it was, wherever a browser can show it", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    // [width, height, pixels], or undefined where it is no picture to a browser.
    const look = (hex) =>
      page.evaluate(async (text) => {
        const blob = new Blob([Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16))]);
        const bitmap = await createImageBitmap(blob).catch(() => undefined);
        if (bitmap === undefined) return undefined;
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        canvas.drawImage(bitmap, 0, 0);
        return [bitmap.width, bitmap.height, [...canvas.getImageData(0, 0, bitmap.width, bitmap.height).data].join(" ")];
      }, hex);
    let compared = 0;
    for (const [name, { file, cleaned }] of vectors) {
      if (cleaned === undefined || /profile|colours/.test(name)) continue;
      const before = await look(file);
      if (before === undefined) continue;
      compared++;
      assert.deepEqual(await look(cleaned), before, name);
    }
    assert.ok(compared >= 60, `${compared}`);
    // With a profile of ours the colours are those of Display P3: redder than red.
    for (const name of ["jpeg-phone-profile.json", "webp-phone-profile.json"]) assert.ok((await look(JSON.parse(committed().get(name)).cleaned)) !== undefined);
  } finally {
    await browser.close();
  }
});
