import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { committed } from "../../../tests/intake/metadata/make.mjs";
import { bundled } from "./bundled.mjs";

const { ChosenFiles, mostFiles } = await bundled("files/chosen.ts");
const { fitting, ofOriginal } = await bundled("files/name.ts");
const { insideOf, insides } = await bundled("files/inside.ts");
const { findings } = await bundled("metadata/found.ts");
const { strings } = JSON.parse(await readFile(new URL("../../locales/en.json", import.meta.url), "utf8"));

const vector = JSON.parse(committed().get("jpeg-gps.json"));
const photo = (name = "IMG_0815.jpg") => new File([Buffer.from(vector.file, "hex")], name, { type: "image/jpeg", lastModified: 5 });
const hex = async (file) => Buffer.from(await file.arrayBuffer()).toString("hex");
function chosen(...files) {
  const all = new ChosenFiles();
  all.add(files, () => undefined);
  return all;
}

test("every finding and every kind of file has its words", () => {
  for (const one of findings) assert.ok(`found.${one}` in strings, one);
  for (const one of insides) assert.ok(`files.inside.${one}` in strings, one);
});

test("a photo is sealed without its place, and nothing is sealed before it was looked into", async () => {
  const files = chosen(photo());
  assert.throws(() => files.list[0].toSeal);
  const sealed = await files.toSeal();
  assert.deepEqual(sealed.map(({ name, type }) => [name, type]), [["IMG_0815.jpg", "image/jpeg"]]);
  assert.equal(await hex(sealed[0]), vector.cleaned);
  assert.deepEqual(files.list[0].look.found, ["place"]);
});

test("the untouched original comes right behind its photo, marked in its name, when it is asked for", async () => {
  const files = chosen(photo(), new File(["a"], "letter.txt"));
  await files.looked();
  files.list[0].alsoOriginal = true;
  files.list[0].rename("a photo.jpg");
  const sealed = await files.toSeal();
  assert.deepEqual(sealed.map(({ name }) => name), ["a photo.jpg", "a photo.original.jpg", "letter.txt"]);
  assert.equal(await hex(sealed[1]), vector.file);
  assert.deepEqual(files.shown.map(({ size }) => size), sealed.map(({ size }) => size));
});

test("originals count among the twenty, and what does not fit is told", async () => {
  const files = chosen(...Array.from({ length: mostFiles - 1 }, () => photo()));
  await files.looked();
  files.list[0].alsoOriginal = true;
  assert.equal(files.room, 0);
  assert.deepEqual(files.add([photo(), new File([], "empty.jpg")], () => undefined), { empty: [new File([], "empty.jpg")], large: [], long: [], many: true });
  assert.equal(files.list.length, mostFiles - 1);
});

test("what is no picture is sealed as it is, and what was not removed is said by kind", async () => {
  const files = chosen(
    new File(["%PDF"], "order.pdf", { type: "application/pdf" }), new File(["text"], "photo.jpg", { type: "image/jpeg" }),
    new File([Buffer.from("ffd8ffe1ffff", "hex")], "cut.jpg"), new File(["?"], "x.bin"), new File(["?"], "IMG.HEIC"),
  );
  const sealed = await files.toSeal();
  assert.deepEqual(files.list.map(({ look }) => look.inside ?? look.is), ["pdf", "misnamed", "damaged", "unknown", "photo"]);
  assert.equal(await hex(sealed[1]), Buffer.from("text").toString("hex"));
  assert.equal(insideOf("scan", "application/vnd.oasis.opendocument.text"), "office");
});

test("a file that can no longer be read is told as damaged, never as cleaned", async () => {
  const gone = photo();
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) });
  const files = chosen(gone);
  await files.looked();
  assert.equal(files.list[0].look.is, "damaged");
});

test("a name fits into 255 octets, keeps its ending, and turns no text around", () => {
  const name = fitting(`${"ص".repeat(300)}.jpeg`);
  assert.ok(new TextEncoder().encode(ofOriginal(name)).length <= 255);
  assert.ok(name.endsWith("ص.jpeg"));
  assert.equal(fitting("a\u202egnp.exe\n"), "agnp.exe");
  assert.equal(fitting("../../secret/x.png"), "....secretx.png");
  assert.equal(fitting(" \n"), "file");
  assert.equal(ofOriginal("photo"), "photo.original");
  assert.equal(ofOriginal(".jpg"), ".jpg.original");
});

test("an emptied name is the name the file had", async () => {
  const files = chosen(photo());
  await files.looked();
  files.list[0].rename("  ");
  assert.equal(files.list[0].name, "IMG_0815.jpg");
});
