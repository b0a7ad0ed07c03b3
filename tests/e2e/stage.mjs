// What the tests of one file stand on: an office's programs, started in this order, and a browser in front of them. Put
// away when the tests of the file are over.

import { after } from "node:test";
import { Deployment } from "../deployment/deployment.mjs";
import { MovedClock } from "../faults/moved_clock.mjs";
import { launch } from "./browser.mjs";

// prepare: what has to be done to the deployment while nothing of it runs. movedClock: its programs go by a clock that the
// test sets (`clock`). More: as for Deployment.create.
export async function stage(programs, { prepare = async () => undefined, movedClock = false, ...more } = {}) {
  const deployment = await Deployment.create(more);
  let browser;
  after(async () => {
    await browser?.close();
    await deployment.remove();
  });
  const clock = movedClock ? new MovedClock(deployment) : undefined;
  if (movedClock) deployment.env = clock.env;
  await prepare(deployment);
  for (const name of programs) await (name === "plain" ? deployment.startPlain() : deployment.start(name));
  browser = await launch();
  return { deployment, browser, clock };
}
