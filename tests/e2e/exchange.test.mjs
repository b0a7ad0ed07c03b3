// Each language opens what the other sealed: the page's TypeScript and the command line's C++ (tests/e2e/thread
// has the same between page and desk).

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "../deployment/program.mjs";
import { report } from "../deployment/round_trip.mjs";
import { watchedPage } from "./browser.mjs";
import { fillReport, keepCodeAndSend, openCase } from "./reporter.mjs";
import { pdf } from "./samples.mjs";
import { stage } from "./stage.mjs";

const { deployment, browser } = await stage(["intake"]);

test("what the command line sealed is opened by the page", async () => {
  const text = "Une procuration signée deux fois — «twice», مرتين.";
  const file = deployment.path("order.pdf");
  await writeFile(file, pdf("One order"));
  const groups = (await report(deployment, "exchange", text, [file])).split(" ");
  const { page } = await watchedPage(browser, deployment.origins.intake);
  await openCase(page, deployment.origins.intake, groups);
  await page.getByRole("button", { name: "Read what you sent" }).click();
  await page.getByText(text).waitFor();
  await page.getByText("order.pdf").waitFor();
});

test("what the page sealed is opened by the command line", async () => {
  const text = "The head of unit asked for a second invoice. Größe, niño, 𝔘, مرتين.";
  const origin = deployment.origins.intake;
  const { page } = await watchedPage(browser, origin);
  await fillReport(page, { origin, text, files: [{ name: "order.pdf", mimeType: "application/pdf", buffer: pdf("One order") }] });
  const groups = await keepCodeAndSend(page);
  const code = deployment.path("page.code");
  await writeFile(code, groups.join(" "), { mode: 0o600 });
  const said = await run(deployment.program("report"), [
    "status", "--own", "--to", origin, "--fingerprint", await deployment.fingerprint(), "--receipt-file", code,
  ]);
  assert.ok(said.includes(text), "the text as it was written");
  assert.ok(said.includes("order.pdf"));
});
