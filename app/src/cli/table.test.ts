import type { EventRecord, EventTime, Party, ReadingRecord } from "entente";
import { describe, expect, test } from "vitest";
import { colorsFor } from "./colors.js";
import { jsonText } from "./output.js";
import { startProgress } from "./progress.js";
import { readingLines } from "./table.js";
import { cell, cut, forTerminal, oneLine, widthOf, wrap } from "./text-width.js";
import { magnitudeText, type Names, timeText, whoText } from "./words.js";

const PLAIN = colorsFor(false);
const NAMES: Names = {
  byId: new Map([
    ["PRK", "North Korea"],
    ["RUS", "Russia"],
    ["georgetown", "Georgetown"],
  ]),
  places: new Set(["Kazan", "Georgetown"]),
};

function party(name: string, entity: string | null, sector: Party["sector"] = "GOV"): Party {
  return { entity, sector, name, from: 0, to: 0, text: name };
}

function event(changes: Partial<EventRecord>): EventRecord {
  return {
    id: "e",
    type: "AID",
    mode: null,
    of: null,
    contexts: [],
    quad: 2,
    score: 10,
    cameo: { code: "072", name: "gives military aid", goldstein: 8.3 },
    actor: [party("North Korea", "PRK", "MIL")],
    recipient: [party("Russia", "RUS")],
    reciprocal: false,
    time: { since: "2024-10-01", until: "2024-11-28", grain: "range", how: "implied" },
    place: null,
    factuality: { status: "happened", certainty: "certain", polarity: "positive", tense: "past" },
    auxiliary: [],
    attribution: [],
    magnitude: null,
    confidence: 0.9,
    evidence: [],
    ...changes,
  };
}

function reading(events: readonly EventRecord[], title = "A title"): ReadingRecord {
  const document = {
    title,
    publisher: null,
    published: "2024-11-28",
    authors: [],
    source: "a.txt",
    externalId: null,
  };
  const entities = [...NAMES.byId].map(([id, name]) => ({
    id,
    name,
    kind: "state",
    state: null,
    mentions: [],
  }));
  return { document, entities, events, claims: [], ties: [], diagnostics: [] } as unknown as ReadingRecord;
}

const NOTHING_MORE = { claims: false, ties: false };

describe("who", () => {
  const cases: readonly (readonly [string, Partial<EventRecord>])[] = [
    ["North Korea MIL → Russia", {}],
    ["? → Russia", { actor: [] }],
    ["North Korea", { actor: [party("North Korea", "PRK")], recipient: [] }],
    [
      "North Korea ↔ Russia",
      { actor: [party("North Korea", "PRK"), party("Russia", "RUS")], recipient: [], reciprocal: true },
    ],
    [
      "Vladimir Putin → “the envoys”",
      { actor: [party("Vladimir Putin", "RUS")], recipient: [party("the envoys", null)] },
    ],
    ["Russia CVL", { actor: [party("Kazan", "RUS", "CVL")], recipient: [] }],
    ["Russia", { actor: [party("Kazan", "RUS")], recipient: [] }],
    ["FRA LAB", { actor: [party("Kazan", "FRA", "LAB")], recipient: [] }],
    ["Georgetown COP", { actor: [party("Georgetown", "georgetown", "COP")], recipient: [] }],
  ];
  for (const [text, changes] of cases) test(text, () => expect(whoText(event(changes), NAMES)).toBe(text));
});

describe("when", () => {
  const cases: readonly (readonly [string, EventTime["since"], EventTime["until"], EventTime["grain"]])[] = [
    ["2024-10-25", "2024-10-25", "2024-10-26", "day"],
    ["2024-06", "2024-06-01", "2024-07-01", "month"],
    ["2019", "2019-01-01", "2020-01-01", "year"],
    ["1990s", "1990-01-01", "2000-01-01", "decade"],
    ["2016-12-12…18", "2016-12-12", "2016-12-19", "week"],
    ["2024-10…11", "2024-10-01", "2024-11-28", "range"],
    ["1964…1973", "1964-01-01", "1974-01-01", "range"],
    ["2024-10-25 …", "2024-10-25", null, "range"],
    ["< 2024-11-28", null, "2024-11-28", "range"],
    ["?", null, null, "range"],
  ];
  for (const [text, since, until, grain] of cases)
    test(text, () => expect(timeText({ since, until, grain, how: "stated" })).toBe(text));
});

describe("how many", () => {
  const cases: readonly (readonly [string, number | null, number | null])[] = [
    ["12 dead", 12, 12],
    ["12+ dead", 12, null],
    ["≤40 dead", null, 40],
    ["300–400 dead", 300, 400],
    ["0 dead", 0, 0],
  ];
  const at = { kind: "dead", from: 0, to: 0, text: "" } as const;
  for (const [text, least, most] of cases)
    test(text, () => expect(magnitudeText([{ ...at, least, most }])).toBe(text));
  test("nothing", () => expect(magnitudeText(null)).toBe(""));
  test("stands below its event", () => {
    const magnitude = [{ ...at, least: 12, most: null }];
    const lines = readingLines(reading([event({ magnitude })]), 80, PLAIN, NOTHING_MORE);
    expect(lines.join("\n")).toContain("12+ dead");
  });
});

test("no line is wider than asked, at any width, in any script", () => {
  const long = "the 朝鮮民主主義人民共和国 delegation of very many envoys with a long long name";
  const events = [
    event({ actor: [party(long, "PRK"), party(long, "RUS")], recipient: [party(long, null)] }),
    event({}),
  ];
  for (const width of [60, 80, 103, 104, 120, 140])
    for (const line of readingLines(reading(events, long.repeat(4)), width, PLAIN, NOTHING_MORE))
      expect(widthOf(line), line).toBeLessThanOrEqual(width);
});

test("no events are said in words", () => {
  expect(readingLines(reading([]), 80, PLAIN, NOTHING_MORE)).toContain(" no political events found");
});

test("names that hold controls or marks of direction reach no terminal", () => {
  const evil = "\u001b[31mRed\u0007 \u202eright\u2066 \u009b2J\nline\u2028 \ud800";
  const lines = readingLines(
    reading([event({ actor: [party(evil, "PRK")] })], evil),
    80,
    PLAIN,
    NOTHING_MORE,
  );
  expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(forTerminal(evil)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(jsonText(evil)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(jsonText(evil))).toBe(evil);
});

test("widths: wide and combining characters, cutting, wrapping", () => {
  expect(widthOf("東京")).toBe(4);
  expect(widthOf("e\u0301")).toBe(1);
  expect(cut("abcdef", 4)).toBe("abc…");
  expect(cell("東京", 5)).toBe("東京 ");
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
  expect(oneLine(" a\t\n b\u0000c ")).toBe("a b c");
});

test("colours only for terminals that want them", () => {
  const isColored = (isTerminal: boolean, environment: NodeJS.ProcessEnv) =>
    colorsFor(isTerminal, environment).bold("x") !== "x";
  expect(isColored(true, {})).toBe(true);
  expect(isColored(true, { NO_COLOR: "" })).toBe(true);
  expect(isColored(true, { NO_COLOR: "1" })).toBe(false);
  expect(isColored(true, { TERM: "dumb" })).toBe(false);
  expect(isColored(false, {})).toBe(false);
});

describe("the progress line", () => {
  function run(isTerminal: boolean, characters: number, milliseconds: number): string {
    let clock = 1000;
    let written = "";
    const progress = startProgress(
      isTerminal,
      20,
      (text) => (written += text),
      () => clock,
    );
    clock += milliseconds;
    progress.step("a\u001bverylongname.txt", characters);
    progress.clear();
    return written;
  }
  test("is silent where there is no terminal", () => expect(run(false, 1e7, 1000)).toBe(""));
  test("is silent on short work", () => expect(run(true, 1000, 100)).toBe(""));
  test("shows on long work, fits, and is wiped out", () => {
    const line = "\r\u001b[Kreading 1: a veryl…\r\u001b[K";
    expect(run(true, 1000, 600)).toBe(line);
    expect(run(true, 1e7, 0)).toBe(line);
  });
});
