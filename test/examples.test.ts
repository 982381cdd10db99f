/** Reads examples/ and compares with what a reader with the codebook takes from them (NAME.gold.txt). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreement, codingOf, wantedDetail } from "../eval/events/gold.js";
import { type DocumentInput, type EventRecord, read } from "../lib/src/index.js";
import { notationOf } from "../lib/src/reading/frames/coding.js";
import {
  type Comparison,
  emptyComparison,
  type GoldDocument,
  type GoldLine,
  pairLines,
  readGoldDocuments,
  timeOf,
  voicesOf,
} from "./example-gold.js";
import { openReader } from "./model.js";

/** What must at least be reached, in percent; raise them when the reading gets better. */
const FLOORS: Readonly<Record<string, Floor>> = {
  "kuwait-1990.txt": { recall: 80, precision: 90, time: 75, status: 90, voice: 95 },
  "finland-2023.txt": { recall: 65, precision: 85, time: 80, status: 85, voice: 95 },
  "panmunjom-2018.txt": { recall: 60, precision: 90, time: 45, status: 80, voice: 95 },
  "asmara-2018.txt": { recall: 80, precision: 90, time: 95, status: 95, voice: 95 },
  "briefs.jsonl": { recall: 70, precision: 65, time: 95, status: 95, voice: 95 },
};

interface Floor {
  /** Category, and parties that go with the expected ones, of the events that must be found. */
  readonly recall: number;
  /** Category and parties; events that may be found or not are left out. */
  readonly precision: number;
  /** Of the events with category and parties right. */
  readonly time: number;
  readonly status: number;
  readonly voice: number;
}

const EXAMPLES = new URL("../examples/", import.meta.url);
const reader = openReader();

function documentsOf(name: string): readonly DocumentInput[] {
  const text = readFileSync(new URL(name, EXAMPLES), "utf8");
  if (!name.endsWith(".jsonl")) return [{ text }];
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentInput);
}

function goldOf(name: string): readonly GoldDocument[] {
  return readGoldDocuments(readFileSync(new URL(name.replace(/\.\w+$/u, ".gold.txt"), EXAMPLES), "utf8"));
}

function compareDetails(total: Comparison, line: GoldLine, event: EventRecord): void {
  const status = wantedDetail(codingOf(event), line, "status");
  const compare = (wanted: string | null, got: string, key: "time" | "status" | "voice") => {
    if (wanted === null) return;
    total[`${key}Seen`]++;
    if (wanted === got) total[`${key}Right`]++;
    else total.notes.push(`${key.padEnd(6)} ${line.notation} "${line.words}": wanted ${wanted}, got ${got}`);
  };
  compare(line.time, timeOf(event), "time");
  compare(status, event.factuality.status, "status");
  compare(line.voices, voicesOf(event), "voice");
}

function compareEvents(total: Comparison, gold: GoldDocument, events: readonly EventRecord[]): void {
  const pairs = pairLines(gold.events, events);
  const answered = new Set(pairs.values());
  for (const line of gold.events.filter((l) => !l.optional)) {
    const event = pairs.get(line);
    total.wanted++;
    if (event !== undefined) total.found++;
    if (event !== undefined && agreement(codingOf(event), line) >= 2) {
      total.right++;
      compareDetails(total, line, event);
    } else
      total.notes.push(`missed ${line.notation} "${line.words}"${event ? `, got ${notationOf(event)}` : ""}`);
  }
  for (const event of events.filter((e) => !answered.has(e))) {
    total.found++;
    total.notes.push(`false  ${notationOf(event)} "${event.evidence[0]!.sentence.text.slice(0, 90)}"`);
  }
}

const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);

function measured(total: Comparison): Floor {
  return {
    recall: percent(total.right, total.wanted),
    precision: percent(total.right, total.found),
    time: percent(total.timeRight, total.timeSeen),
    status: percent(total.statusRight, total.statusSeen),
    voice: percent(total.voiceRight, total.voiceSeen),
  };
}

describe.each(Object.keys(FLOORS))("%s", (name) => {
  const documents = documentsOf(name);
  const golds = goldOf(name);
  const readings = documents.map((document) => read(reader, document));

  test("the expected reading quotes the document", () => {
    const quotes = golds.flatMap((gold, i) =>
      gold.events.map((line) => ({ line, text: documents[i]!.text })),
    );
    expect(
      quotes.filter(({ line, text }) => !text.includes(line.words)).map(({ line }) => line.words),
    ).toEqual([]);
    expect(golds.map((gold) => gold.id || null)).toEqual(documents.map((document) => document.id ?? null));
  });

  test("title, publisher, date and authors", () => {
    const heads = readings.map(({ document: d }) => [
      d.externalId ?? "",
      d.title,
      d.publisher,
      d.published,
      d.authors,
    ]);
    expect(heads).toEqual(golds.map((g) => [g.id, g.title, g.publisher, g.published, g.authors]));
  });

  test("events", () => {
    const total = emptyComparison();
    for (const [i, gold] of golds.entries()) compareEvents(total, gold, readings[i]!.events);
    const result = measured(total);
    const summary = Object.entries(result).map(([key, value]) => `${key} ${value}`);
    console.log([`${name}: ${summary.join(", ")} (of ${total.wanted})`, ...total.notes].join("\n  "));
    for (const key of Object.keys(result) as (keyof Floor)[])
      expect(result[key], `${name}: ${key}`).toBeGreaterThanOrEqual(FLOORS[name]![key]);
  });
});
