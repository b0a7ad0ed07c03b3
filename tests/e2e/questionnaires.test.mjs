// An office adds a questionnaire, changes it and adds a language, without code: with files beside the others, and the page
// built anew.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { launch } from "./browser.mjs";
import { heading, press } from "./case.mjs";
import { OfficeSite } from "./office_site.mjs";
import { keepCodeAndSend, openCase, walk } from "./reporter.mjs";

const told = "The invoice was paid before the goods came.";
const vendor = (version, questions) => ({ id: "vendor", version, sections: [{ id: "story", part: "first", questions }] });
const first = vendor(1, [
  { id: "what", type: "long", required: true, max_bytes: 4096 },
  { id: "paid", type: "one", options: ["cash", "transfer"] },
]);
const second = vendor(2, [
  { id: "what", type: "long", required: true, max_bytes: 4096 },
  { id: "amount", type: "short", max_bytes: 256 },
]);

let office;
let deployment;
let browser;
before(async () => {
  office = await OfficeSite.create();
  await office.writeNew("forms/vendor.1.json", first);
  await office.change("forms/offered.json", ({ forms }) => forms.push({ id: "vendor", version: 1 }));
  await office.change("locales/en.json", ({ strings }) => Object.assign(strings, {
    "form.vendor": "Tell us about a vendor",
    "form.vendor.lead": "An order, a delivery, an invoice.",
    "form.vendor.section.story": "What happened with the vendor?",
    "form.vendor.what": "Say it in your own words",
    "form.vendor.paid": "How was the vendor paid?",
    "form.vendor.paid.cash": "In bank notes",
    "form.vendor.paid.transfer": "By the bank",
  }));
  await office.build();
  const settings = {
    intake: { site: office.built },
    plain: { locales: office.path("intake/locales"), forms: office.path("intake/forms") },
  };
  deployment = await Deployment.create({ settings });
  await deployment.start("intake");
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await deployment?.remove();
  await office?.remove();
});

const pageOf = (locale = "en", scripts = true) => browser.newPage({ locale, javaScriptEnabled: scripts });

// What was sent under the first version, with its questions and its option in words.
async function asItWasAsked(page, say) {
  await heading(page, say("own.title"));
  await page.getByText(told).waitFor();
  const read = await page.locator("main").innerText();
  for (const name of ["form.vendor.what", "form.vendor.paid", "form.vendor.paid.cash"]) assert.ok(read.includes(say(name)), name);
  assert.ok(!read.includes(say("form.vendor.amount")));
}

test("a questionnaire that an office added is offered, and what was answered reads as it was asked when a second version came", async () => {
  const page = await pageOf();
  await walk(page, { origin: deployment.origins.intake, form: "vendor", text: told, say: await office.words("en") });
  const groups = await keepCodeAndSend(page);
  await page.close();

  await office.writeNew("forms/vendor.2.json", second);
  await office.change("forms/offered.json", ({ forms }) => (forms.find(({ id }) => id === "vendor").version = 2));
  await office.change("locales/en.json", ({ strings }) => (strings["form.vendor.amount"] = "How much was it?"));
  await office.build();
  await deployment.stop("intake");
  await deployment.start("intake");

  const say = await office.words("en");
  const again = await pageOf();
  await openCase(again, deployment.origins.intake, groups, { say });
  await heading(again, say("case.title"));
  await press(again, say("own.title"));
  await asItWasAsked(again, say);

  await again.goto(deployment.origins.intake);
  await press(again, say("form.vendor"));
  await press(again, say("people.next"));
  await again.getByLabel(say("form.vendor.amount")).waitFor();
  assert.equal(await again.getByText(say("form.vendor.paid")).count(), 0);
  await again.close();

  // And without scripts.
  await deployment.startPlain();
  const plain = await pageOf("en", false);
  await plain.goto(deployment.origins.plain);
  await plain.getByRole("button", { name: say("form.vendor"), exact: true }).waitFor();
  await press(plain, say("start.code"));
  await plain.getByLabel(say("plain.code"), { exact: true }).fill(groups.join(" "));
  await press(plain, say("enter.open"));
  await press(plain, say("own.title"));
  await asItWasAsked(plain, say);
  await plain.close();
});

test("a language that an office added is offered, and what it does not say yet is said in English", async () => {
  await office.writeNew("locales/pt.json", {
    language: "pt", direction: "ltr", name: "Português", reviewed: [],
    strings: { "page.title": "Formulário", "start.title": "Falar com o gabinete de ética" },
  });
  await office.build();
  await deployment.stop("intake");
  await deployment.start("intake");
  const english = await office.words("en");
  const page = await pageOf("pt");
  await page.goto(deployment.origins.intake);
  await heading(page, "Falar com o gabinete de ética");
  assert.equal(await page.locator("html").getAttribute("lang"), "pt");
  await page.getByText(english("start.intro"), { exact: true }).waitFor();
  await page.getByText(english("page.unreviewed"), { exact: true }).waitFor();
  await press(page, english("start.talk"));
  await page.getByText(english("ways.intro"), { exact: true }).waitFor();
  assert.ok((await page.locator("main li").count()) > 1);
  await page.close();
});
