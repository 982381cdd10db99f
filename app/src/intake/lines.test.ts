import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, expect, test } from "vitest";
import { takeInLines } from "./lines.js";

const folder = mkdtempSync(join(tmpdir(), "entente-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Number, text and encoding of each line; the reason of a failure. */
async function takeInBytes(bytes: Buffer | string): Promise<unknown[]> {
  const path = join(folder, "lines.txt");
  writeFileSync(path, bytes);
  const list: unknown[] = [];
  for await (const line of takeInLines([path]))
    list.push(line.kind === "line" ? [line.number, line.decoded.text, line.decoded.encoding] : line.reason);
  return list;
}

test("lines have their numbers, empty ones are counted and left out", async () => {
  expect(await takeInBytes("one\n\n \t\r\nfour")).toEqual([
    [1, "one", "utf8"],
    [4, "four", "utf8"],
  ]);
  expect(await takeInBytes("")).toEqual([]);
});

test("a mark of the encoding is no part of the first line", async () => {
  expect(await takeInBytes("\ufeffone\ntwo")).toEqual([
    [1, "one", "utf8"],
    [2, "two", "utf8"],
  ]);
});

test("UTF-16, with a mark and without", async () => {
  for (const addBOM of [true, false])
    expect(await takeInBytes(iconv.encode("one\n\ntwo", "utf16-le", { addBOM }))).toEqual([
      [1, "one", "utf16-le"],
      [3, "two", "utf16-le"],
    ]);
});

test("a line that is no text fails alone, a file that is none fails once", async () => {
  const junk = Buffer.from("\u0001\u0002\u0003\u0004\u0005\n");
  const good = Buffer.from(`${"a plain line of words\n".repeat(100)}`);
  const taken = await takeInBytes(Buffer.concat([good, junk, Buffer.from("end")]));
  expect(taken.slice(100)).toEqual(["line 101: this is a binary file, not text", [102, "end", "utf8"]]);
  expect(await takeInBytes("%PDF-1.7\nstream\nend\n")).toEqual([
    "this is a PDF document; save its text first",
  ]);
  expect(await takeInBytes(Buffer.from("\u0001\u0002\n".repeat(100)))).toEqual([
    "this is a binary file, not text",
  ]);
});

test("what cannot be opened is a failure with its reason", async () => {
  const list: unknown[] = [];
  for await (const line of takeInLines([join(folder, "missing.txt"), folder])) list.push(line);
  expect(list).toMatchObject([
    { kind: "failure", reason: "no such file" },
    { kind: "failure", reason: "this is a folder; name the files in it" },
  ]);
});
