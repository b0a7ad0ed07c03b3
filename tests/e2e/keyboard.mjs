// What a person meets who has no mouse, and one who needs letters four times as large.

import assert from "node:assert/strict";

// A person without a mouse: Tab to what has this name, then a key.
export class Keyboard {
  constructor(page) {
    this.page = page;
    this.presses = 0;
  }

  async press(key) {
    this.presses++;
    await this.page.keyboard.press(key);
  }

  // Where the focus is: what it is called, whether it can be seen, and that it is seen to have the focus.
  focused() {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      const shown = at.classList.contains("chooser") ? at.nextElementSibling : at;
      const style = getComputedStyle(shown);
      const label = at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText;
      return { name: label.trim(), tag: at.tagName, outlined: style.outlineStyle !== "none" || at.tagName === "H1" || at === document.body };
    });
  }

  async to(name) {
    for (let steps = 0; steps < 60; steps++) {
      await this.press("Tab");
      const at = await this.focused();
      assert.ok(at.outlined, `${at.tag} ${at.name}: the focus is not seen`);
      if (at.name.startsWith(name)) return;
    }
    assert.fail(`Tab does not lead to ${name}`);
  }

  async type(name, text) {
    await this.to(name);
    await this.page.keyboard.type(text);
  }

  // Goes on by the button of this name to a page of this title, that the browser loads.
  async goes(name, title) {
    await this.to(name);
    await this.press("Enter");
    await this.page.getByRole("heading", { name: title, exact: true }).first().waitFor();
  }

  // The same where a script shows the next screen.
  async on(name, title) {
    await this.goes(name, title);
    assert.equal((await this.focused()).tag, "H1", `${title}: the focus is on the new screen's heading`);
  }
}

// 400 % of a window 1280 px wide is one of 320 px whose letters stay as large: text and fields reflow, nothing is cut.
export const zoomed = { viewport: { width: 320, height: 256 }, more: { deviceScaleFactor: 4 } };

// Elements whose content does not fit into them, or that stand out of the window.
export function cutOff(page) {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main *, header *")]
      .filter((one) => !one.closest(".unseen, .chooser") && one.getClientRects().length > 0)
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const narrow = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && !["INPUT", "TEXTAREA", "SELECT"].includes(one.tagName);
        return narrow || left < -1 || right > 321;
      })
      .map((one) => `${one.tagName}.${one.className}`));
}
