/**
 * Every row of these tables is read by its own example. A row whose example is known to be misread stands in
 * `known-misses.txt`; a test fails when a row stops working, and when a known miss works again and should be taken out.
 * `UPDATE_KNOWN_MISSES=1 npx vitest run test/lexicon.test.ts` writes the file anew: look at what it changes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { checkFrames } from "../eval/frames/main.js";
import { type ReadingRecord, read } from "../lib/src/index.js";
import { matchesCoding, parseCoding } from "../lib/src/reading/frames/coding.js";
import { readTable, type TableRow } from "../lib/src/reading/lexicon/tables.js";
import { MODEL_PATH, openReader } from "./model.js";

const PUBLISHED = "2024-06-15"; // examples name no office holder of a special day
const reader = openReader();

const KNOWN = new URL("./known-misses.txt", import.meta.url);
const MAX_MISS_SHARE = 0.15;
const updating = process.env.UPDATE_KNOWN_MISSES === "1";
const all: string[] = [];

const known = new Set(
  readFileSync(KNOWN, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);

function rows(table: string): readonly TableRow[] {
  return readTable(readFileSync(new URL(`../lexicon/${table}.tsv`, import.meta.url), "utf8"), table);
}

/** Keys of rows whose example does not show what the row says. */
function misses(
  table: string,
  keyOf: (row: TableRow) => string,
  shows: (reading: ReadingRecord, row: TableRow) => boolean,
): readonly string[] {
  return rows(table)
    .filter((row) => !shows(read(reader, { text: row.example ?? "", published: PUBLISHED }), row))
    .map((row) => `${table}: ${keyOf(row)}`);
}

function expectKnown(table: string, found: readonly string[], size = rows(table).length): void {
  all.push(...found);
  expect(found.length / size).toBeLessThanOrEqual(MAX_MISS_SHARE);
  if (updating) return;
  const pinned = [...known].filter((key) => key.startsWith(`${table}: `));
  expect({
    broken: found.filter((k) => !known.has(k)),
    mended: pinned.filter((k) => !found.includes(k)),
  }).toEqual({
    broken: [],
    mended: [],
  });
}

test("light verbs carry their event", () => {
  const found = misses(
    "light-verbs",
    (r) => `${r.verb} ${r.relation}`,
    (reading) => reading.events.length > 0,
  );
  expectKnown("light-verbs", found);
});

test("transformations make of the inner act what the table says", () => {
  const found = misses(
    "transformations",
    (r) => `${r.operator} ${r.inner}`,
    (reading, r) =>
      reading.events.some(
        (e) => (r.category === "=" || e.type === r.category) && (r.mode === "" || e.mode === r.mode),
      ),
  );
  expectKnown("transformations", found);
});

test("ties are stated by their words", () => {
  const found = misses(
    "ties",
    (r) => r.word ?? "",
    (reading, r) => reading.ties.some((t) => t.kind === r.kind),
  );
  expectKnown("ties", found);
});

test("words that argue make a claim", () => {
  const found = misses(
    "claims",
    (r) => r.word ?? "",
    (reading, r) => reading.claims.some((c) => c.kind === r.kind && String(c.sign) === r.sign),
  );
  expectKnown("claims", found);
});

test("events get the CAMEO code of their row", () => {
  const found = misses(
    "cameo",
    (r) => [r.code, r.category, r.mode, r.of, r.contexts].filter((cell) => cell !== "").join(" "),
    (reading, r) => {
      if (r.example === "") return true; // no event of this category lacks a mode
      const coding = parseCoding(r.coding ?? "");
      return reading.events.some((e) => e.cameo?.code === r.code && matchesCoding(e, coding));
    },
  );
  expectKnown("cameo", found);
});

const frames = checkFrames(MODEL_PATH);

test.each([...new Set(frames.map((r) => r.table))])("frames of %s are read by their examples", (table) => {
  const own = frames.filter((r) => r.table === table);
  const found = own.filter((r) => !r.found).map((r) => `frames/${table}: ${r.id}`);
  expectKnown(`frames/${table}`, found, own.length);
});

test("counter-examples of frames stay quiet", () => {
  const found = frames.filter((r) => r.counterFires).map((r) => `counters: ${r.table} ${r.id}`);
  expectKnown("counters", found, frames.length);
});

afterAll(() => {
  if (!updating) return;
  const head =
    '# Rows of the lexicon whose own example is misread today: "table: row". See lexicon.test.ts.\n';
  writeFileSync(KNOWN, `${head}${all.sort().join("\n")}\n`);
});
