// Days that the page works out from what the office sealed and what the code's holder sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./bundled.mjs";

const { CaseRoom } = await bundled("case_room");
const place = { today: () => "2026-03-20" };
const reply = (n, status, day, more = {}) => ({ env: Uint8Array.of(n), status, day, lookAgain: "2026-04-01", ...more });
const room = (...replies) => new CaseRoom(place, { replies }, () => undefined);
const own = (day, more = {}) => ({ seq: 0, day, seen: "", answers: {}, ...more });

test("a case stands where it does since the first of the replies that say so without another between them", () => {
  const review = [reply(0, "acknowledged", "2026-03-02"), reply(1, "review", "2026-03-04"), reply(2, "review", "2026-03-11")];
  assert.equal(room(...review).since([own("2026-03-01")]), "2026-03-04");
  const asked = [...review, reply(3, "question", "2026-03-12"), reply(4, "review", "2026-03-15")];
  assert.equal(room(...asked).since([own("2026-03-01")]), "2026-03-15");
  assert.equal(room(reply(0, "review", "2026-03-05")).since([own("2026-03-01")]), "2026-03-05");
});

test("before any reply it was received on the day on which it arrived", () => {
  assert.equal(room().since([own("2026-03-01")]), "2026-03-01");
  assert.equal(room().since([]), undefined);
});

test("the last day for a review: 30 days from having read the decision, else the office's own, else 30 days from its writing", () => {
  const decided = [reply(0, "acknowledged", "2026-03-02"), reply(1, "decision", "2026-03-10")];
  assert.deepEqual(room(...decided).review([own("2026-03-01")]), { last: "2026-04-09" });
  const due = [decided[0], reply(1, "decision", "2026-03-10", { due: "2026-05-01" })];
  assert.deepEqual(room(...due).review([own("2026-03-01")]), { last: "2026-05-01" });
  const read = own("2026-03-16", { seq: 1, seen: "01", answers: { my_read: "yes" } });
  for (const replies of [decided, due]) assert.deepEqual(room(...replies).review([read]), { read: "2026-03-16", last: "2026-04-15" });
  assert.deepEqual(room(decided[0]).review([]), {});
});

test("what the office writes after a decision, the status being the same, does not stand in its place", () => {
  const decided = [reply(0, "acknowledged", "2026-03-02"), reply(1, "decision", "2026-03-10", { type: "decision" })];
  const written = [...decided, reply(2, "decision", "2026-03-12", { type: "message" })];
  assert.equal(room(...written).newestWith("decision").n, 1);
  assert.equal(room(...written, reply(3, "decision", "2026-03-14", { type: "decision" })).newestWith("decision").n, 3);
  assert.equal(room(decided[0], reply(1, "decision", "2026-03-10", { type: "status" })).newestWith("decision").n, 1);
});

// Looks at a case again, and sends, while the person stays or goes on; how often the case was shown.
async function shownWhen(stays, act, { look = async () => ({ replies: [reply(0, "review", "2026-03-05")] }) } = {}) {
  let shown = 0;
  const moving = { ...place, stage: { still: () => () => stays }, write: async () => undefined, lookAgain: look };
  const one = new CaseRoom(moving, { replies: [] }, () => shown++);
  await act(one);
  return { one, shown };
}

test("looked at again, the case is shown to whoever stayed, and whoever went on is not thrown back from there", async () => {
  for (const stays of [true, false]) {
    const { one, shown } = await shownWhen(stays, (room) => room.again());
    assert.equal(shown, stays ? 1 : 0);
    assert.equal(one.newest.status, "review");
    assert.equal(one.justSent, false);
  }
});

test("what was sent is said to be, and nothing of it is kept to be sent twice, though the case cannot be looked at after it", async () => {
  let arrived = 0;
  const look = async () => Promise.reject(new Error("unreachable"));
  for (const stays of [true, false]) {
    const { one, shown } = await shownWhen(stays, (room) => room.send({}, () => arrived++), { look });
    assert.equal(shown, stays ? 1 : 0);
    assert.equal(one.justSent, true);
  }
  assert.equal(arrived, 2);
});

test("a question counts as answered once its reader wrote in words or sent files, and by no choice beside it", () => {
  const asking = room(reply(0, "acknowledged", "2026-03-02"), reply(1, "question", "2026-03-04"));
  const wrote = (seq, seen, more) => own("2026-03-06", { seq, seen, text: "", files: [], ...more });
  assert.equal(asking.wroteSince([own("2026-03-01"), wrote(1, "00", { text: "Before the question." })]), undefined);
  assert.equal(asking.wroteSince([own("2026-03-01"), wrote(1, "01", { answers: { my_withdraw: "no" } })]), undefined);
  assert.equal(asking.wroteSince([own("2026-03-01"), wrote(1, "01", { text: "It was in May." })]), "2026-03-06");
});

test("after its day an open case is late, a closed one is not", () => {
  const past = { lookAgain: "2026-03-19" };
  for (const [status, late] of [["review", true], ["suspended", true], ["closed", false]])
    assert.equal(room(reply(0, status, "2026-03-05", past)).late(past.lookAgain), late, status);
  assert.equal(room(reply(0, "review", "2026-03-05")).late("2026-03-20"), false);
});
