// A browser that runs no scripts, as far as the plain gateway's forms need one: it sends back what the page holds.

const escapes = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&amp;": "&" };
const asRead = (html) => html.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (escape) => escapes[escape]);

export class PlainVisitor {
  constructor(origin) {
    this.origin = origin;
    this.page = "";
  }

  async come() {
    await this.#take(await fetch(`${this.origin}/`));
  }

  // Leaves the page by the button that says `to`, with what is on it and what was typed; `files`: [name, octets].
  async press(to, typed = {}, files = []) {
    const hidden = this.#hidden().filter(([name]) => !(name in typed));
    const fields = [["to", to], ...hidden, ...Object.entries(typed)];
    if (!this.page.includes("multipart/form-data")) return this.#take(await fetch(`${this.origin}/`, { method: "POST", body: new URLSearchParams(fields) }));
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    for (const [name, octets] of files) form.append("files", new Blob([octets]), name);
    return this.#take(await fetch(`${this.origin}/2`, { method: "POST", body: form }));
  }

  // What the button of a download gives to be saved; the page stays.
  async save(to) {
    const response = await fetch(`${this.origin}/`, { method: "POST", body: new URLSearchParams([["to", to], ...this.#hidden()]) });
    if (!response.headers.get("content-disposition")?.startsWith("attachment")) throw new Error(`nothing to save: ${response.status}`);
    return response.text();
  }

  get heading() {
    return asRead(/<h1>(.*?)<\/h1>/s.exec(this.page)?.[1] ?? "");
  }

  // The code that the page shows, its 32 digits.
  get code() {
    return [...this.page.matchAll(/<li><bdi dir="ltr">(\d{4})<\/bdi><\/li>/g)].map((group) => group[1]).join("");
  }

  // What the two fields of the page that asks for groups want to hear.
  groupsOf(code) {
    const asked = [...this.page.matchAll(/for="(group\.[ab])">\D*([1-8])/g)];
    return Object.fromEntries(asked.map(([, name, n]) => [name, code.slice(4 * (n - 1), 4 * n)]));
  }

  // From the first page to "Sent", saying `text` in every long field that is asked; the code.
  async advice(text, files = []) {
    await this.come();
    await this.press("form:advice");
    await this.press("next");
    for (let steps = 0; steps < 8 && !this.page.includes('value="code"'); steps++) {
      const asked = [...this.page.matchAll(/<textarea id="([^"]+)"/g)].map((field) => [field[1], text]);
      const choices = new Map([...this.page.matchAll(/<input type="radio" name="([^"]+)" value="([^"]+)"/g)].reverse().map((one) => [one[1], one[2]]));
      await this.press("next", Object.fromEntries([...asked, ...choices]));
    }
    await this.press("code");
    const { code } = this;
    await this.press("ask");
    await this.press("kept", this.groupsOf(code));
    await this.press("send", {}, files);
    return code;
  }

  #hidden() {
    return [...this.page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map((field) => [asRead(field[1]), asRead(field[2])]);
  }

  async #take(response) {
    this.status = response.status;
    this.page = await response.text();
  }
}
