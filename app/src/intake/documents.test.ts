import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, expect, test } from "vitest";
import { linesOf } from "./bytes.js";
import { type Intake, takeIn } from "./documents.js";

const folder = mkdtempSync(join(tmpdir(), "entente-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function allIn<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function takeInBytes(name: string, bytes: Buffer | string): Promise<Intake[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return allIn(takeIn([path]));
}

function brief(intake: Intake): unknown {
  return intake.kind === "document" ? [intake.document.id ?? null, intake.document.text] : intake.reason;
}

test("a text file is one document", async () => {
  expect((await takeInBytes("a.txt", "One.\nTwo.")).map(brief)).toEqual([[null, "One.\nTwo."]]);
});

test("an empty file is an empty document", async () => {
  expect((await takeInBytes("empty.txt", "")).map(brief)).toEqual([[null, ""]]);
});

const LINES =
  '{"id": "x", "text": "One."}\n\nno json\n{"id": 7, "text": "Two."}\n[]\n{"id": "y"}\n{"text": 3}';
const TAKEN = [
  ["x", "One."],
  "line 3: no valid JSON",
  ["7", "Two."],
  'line 5: a document is an object {"id": ..., "text": ...}',
  'line 6: the document has no "text"',
  'line 7: "text" must be a text',
];

test("JSON Lines by name or by look; bad lines are told and do not stop the rest", async () => {
  expect((await takeInBytes("a.jsonl", LINES)).map(brief)).toEqual(TAKEN);
  expect((await takeInBytes("b.txt", LINES)).map(brief)).toEqual(TAKEN);
});

test("JSON Lines as some shells write them, in UTF-16", async () => {
  const bytes = iconv.encode(LINES, "utf16-le", { addBOM: true });
  expect((await takeInBytes("c.jsonl", bytes)).map(brief)).toEqual(TAKEN);
});

test("markup is refused with the reason, a text with one tag is read", async () => {
  const html = '<p>Oslo.</p><script>var a = "Norway invaded Sweden";</script>';
  const lines = [html, "One.<br>Two."].map((text) => JSON.stringify({ text })).join("\n");
  expect((await takeInBytes("e.txt", html)).map(brief)).toEqual(["this is HTML; save its text first"]);
  expect((await takeInBytes("e.jsonl", lines)).map(brief)).toEqual([
    'line 1: "text" is HTML; save its text first',
    [null, "One.<br>Two."],
  ]);
});

test("fields of a line; a time of day behind the date is left out", async () => {
  const line = { id: "a", text: "T", title: "H", publisher: "P", published: "2024-11-28T09:30:00Z" };
  const [taken] = await takeInBytes("d.jsonl", JSON.stringify(line));
  expect(taken).toMatchObject({ isLine: true, document: { ...line, published: "2024-11-28" } });
});

test("what cannot be opened is a failure with its reason", async () => {
  const taken = await allIn(takeIn([join(folder, "missing.txt"), folder]));
  expect(taken.map(brief)).toEqual(["no such file", "this is a folder; name the files in it"]);
});

test("lines keep their bytes wherever the chunks are cut", async () => {
  const bytes = Buffer.from("ab\n\ncä\nd");
  for (let cut = 0; cut <= bytes.length; cut++) {
    async function* chunks() {
      yield bytes.subarray(0, cut);
      yield bytes.subarray(cut);
    }
    const lines = await allIn(linesOf(chunks()));
    expect(lines.map(String)).toEqual(["ab", "", "cä", "d"]);
  }
});
