// Whether a roster is taken, by this device's clock and by what the service says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { closedBy } = await bundled("deployment.ts");
const { Clock } = await bundled("clock.ts");
const roster = { issued: "2026-11-10", expires: "2026-12-10", version: 1 };
const closed = (device, service, apart) => closedBy({ device, service, apart }, roster);

test("a roster that fits both clocks is taken, and so it is where the service says nothing", () => {
  assert.equal(closed("2026-11-20", "2026-11-20", false), undefined);
  assert.equal(closed("2026-11-20", undefined, false), undefined);
  assert.equal(closed("2026-12-10", "2026-12-09", true), undefined);
});

test("the service's clock closes the page on an expired roster, and never opens it", () => {
  assert.equal(closed("2026-12-11", "2026-12-12", false), "expired");
  assert.equal(closed("2026-12-11", undefined, false), "expired");
  assert.equal(closed("2026-12-10", "2026-12-11", false), "expired");
  assert.equal(closed("2026-12-11", "2026-12-10", false), "expired");
  assert.equal(closed("2027-02-01", "2026-11-20", true), "date");
  assert.equal(closed("2026-11-20", "2027-02-01", true), "date");
});

test("a roster that is too new for a device whose clock is behind is not a matter of keys", () => {
  assert.equal(closed("2026-11-07", "2026-11-10", true), "date");
  assert.equal(closed("1970-01-01", undefined, false), "date");
  assert.throws(() => closed("2026-11-07", "2026-11-07", false), { code: "not-yet-valid" });
});

test("what the service says is today, and a device that differs by a day is known to", () => {
  const clock = new Clock();
  assert.equal(clock.today, new Date().toISOString().slice(0, 10));
  assert.equal(clock.apart, false);
  const now = Math.floor(Date.now() / 1000);
  for (const [off, apart] of [[-90_000, true], [-3600, false], [3600, false], [90_000, true]]) {
    clock.hear(now + off);
    assert.equal(clock.today, new Date((now + off) * 1000).toISOString().slice(0, 10));
    assert.equal(clock.apart, apart);
  }
  assert.throws(() => clock.hear(2 ** 50), { code: "malformed" });
});
