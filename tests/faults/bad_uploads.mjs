// Pieces that are too large, cut, in another order or sent again, against an upload that ends well all the same.

import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { ask, readBundle, recordType, u64, writeBundle } from "./wire.mjs";

const chunk = 65_552;
const header = 112;

const piece = (id, from, octets) => Buffer.concat([id, u64(from), octets]);

// Announces so many octets, sends fewer, and goes away.
function breakOff(origin, announced, body) {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(`POST /api/upload/piece HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${announced}\r\n\r\n`);
      socket.write(body, () => setTimeout(() => socket.destroy(), 200));
    });
    socket.on("error", () => undefined);
    socket.on("close", resolve);
  });
}

// bundle: a sealed report with one attachment of several chunks. It is held at the end, whole.
export async function refuseBadUploads(findings, intake, bundle) {
  const records = readBundle(bundle);
  const core = records.findLast(({ type }) => type === recordType.core);
  const begin = writeBundle([records[0]]);
  const begun = async () => {
    const { code, bytes } = await ask(intake, "/api/upload/begin", begin);
    findings.that(`an upload is begun: ${code}`, code === "");
    return { env: bytes.subarray(0, 32), id: bytes.subarray(32, 48), durable: Number(bytes.readBigUInt64BE(48)) };
  };
  const { env, id } = await begun();
  const send = (from, octets, to = id) => ask(intake, "/api/upload/piece", piece(to, from, octets));
  const refused = async (what, answer, ...codes) => findings.refused(what, await answer, ...codes);
  const submission = writeBundle(
    records.map((record) => (record === core ? { type: recordType.upload, bytes: Buffer.concat([env, id]) } : record)),
  );
  const end = header + chunk;
  const first = core.bytes.subarray(0, end);

  await refused("a submission before its pieces", ask(intake, "/api/submit", submission), "incomplete");
  await refused("a core of many chunks inside a submission", ask(intake, "/api/submit", bundle), "too-large");
  await refused("a piece of nothing", ask(intake, "/api/upload/piece", Buffer.alloc(0)), "truncated");
  await refused("a piece cut inside its head", ask(intake, "/api/upload/piece", id), "truncated");
  await refused("a piece of an upload that is none", send(0, first, randomBytes(16)), "not-found");
  await refused("the second piece first", send(end, core.bytes.subarray(end, end + chunk)), "out-of-order");
  await refused("a piece beyond the end", send(2 ** 52, first), "out-of-order");
  await refused("more octets than were announced", send(0, Buffer.concat([core.bytes, Buffer.alloc(1)])), "too-large");
  await refused("more octets than a piece may have", send(0, randomBytes(16 * 1024 * 1024 + 1)), "too-large");
  findings.that("no refused piece leaves octets behind", (await begun()).durable === 0);

  await breakOff(intake, 24 + core.bytes.length, piece(id, 0, core.bytes.subarray(0, end + 1_000)));
  let kept = 0;
  for (let tries = 0; kept === 0 && tries < 50; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    kept = (await begun()).durable;
  }
  findings.that(`of a piece that broke off the whole chunks are kept: ${kept} octets`, kept === end);
  await refused("a piece sent again", send(0, first), "out-of-order");
  await refused("a submission before its last pieces", ask(intake, "/api/submit", submission), "incomplete");
  const rest = await send(kept, core.bytes.subarray(kept));
  findings.that(`the rest is taken: ${rest.code}`, rest.code === "");
  const accepted = await ask(intake, "/api/submit", submission);
  findings.that(`the whole is accepted: ${accepted.code}`, accepted.code === "");
  findings.that("all is durable when asked again", (await begun()).durable === core.bytes.length);
  await refused("a piece of a finished upload", send(0, first), "not-found");
}

// A whole upload whose octets are not the announced ones: refused by name when it is submitted.
export async function refuseChangedUpload(findings, intake, bundle) {
  const records = readBundle(bundle);
  const core = records.findLast(({ type }) => type === recordType.core);
  const { bytes } = await ask(intake, "/api/upload/begin", writeBundle([records[0]]));
  const [env, id] = [bytes.subarray(0, 32), bytes.subarray(32, 48)];
  const changed = Buffer.from(core.bytes);
  changed[changed.length - 1] ^= 1;
  const sent = await ask(intake, "/api/upload/piece", piece(id, 0, changed));
  findings.that(`changed octets are taken like others: ${sent.code}`, sent.code === "");
  const upload = { type: recordType.upload, bytes: Buffer.concat([env, id]) };
  const submission = writeBundle(records.map((record) => (record === core ? upload : record)));
  findings.refused("an upload of other octets", await ask(intake, "/api/submit", submission), "core-hash");
}
