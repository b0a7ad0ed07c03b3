// A case for the tests of the mailbox: reported from the command line, answered at a desk without its page, opened in a
// browser.

import assert from "node:assert/strict";
import { arrived, daysFromNow, report } from "../deployment/round_trip.mjs";
import { openCase } from "./reporter.mjs";

export class Case {
  constructor(deployment, groups, id) {
    Object.assign(this, { deployment, groups, id });
  }

  static async reported(deployment, name, text = "A procurement officer split one order into four.") {
    const before = new Set((await arrived(deployment, "clerk", 0)).cases.map((one) => one.case));
    const code = await report(deployment, name, text);
    const all = (await arrived(deployment, "clerk", before.size + 1)).cases.map((one) => one.case);
    return new Case(deployment, code.split(" "), all.find((id) => !before.has(id)));
  }

  async reply(type, status, text, { files = [], look = 30, member = "clerk" } = {}) {
    const attach = files.flatMap((file) => ["--attach", file]);
    return this.deployment.atDesk(member, "reply", "--case", this.id, "--no-conflict", "--type", type, "--status", status,
      "--text", text, "--look-again", daysFromNow(look), ...attach);
  }

  // Acknowledged, under review, decided.
  async decide(text) {
    await this.reply("acknowledgement", "acknowledged", "Thank you.");
    await this.reply("status", "review", "We are looking at it.");
    await this.reply("decision", "decision", text);
  }

  // What one member is shown, once there are so many messages.
  async shownTo(member, messages) {
    for (let tries = 0; ; tries++) {
      const read = await this.deployment.atDesk(member, "read", "--case", this.id, "--purpose", "assess", "--no-conflict");
      const shown = JSON.parse(read).messages;
      if (shown.length >= messages) return shown;
      assert.ok(tries < 50, `${member}: ${shown.length} of ${messages} messages`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async open(page, say, look) {
    await openCase(page, this.deployment.origins.intake, this.groups, { say, ...(look === undefined ? {} : { look }) });
    await heading(page, say("case.title"));
  }
}

export const heading = (page, name) => page.getByRole("heading", { name, exact: true }).first().waitFor();
export const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

// The octets that a press of this link or button saves.
export async function downloaded(page, target) {
  const coming = page.waitForEvent("download");
  await target.click();
  const chunks = [];
  for await (const chunk of await (await coming).createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
