// What axe has to say against a page as it stands. The page's own policy forbids inline script: the tool is put in by the
// browser's driver, once for as long as the page stands.

import axe from "axe-core";

export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const seen = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return seen.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}
