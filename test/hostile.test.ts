/** Any string gives a reading: hostile characters, shapes and sizes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReadingRecord, read } from "../lib/src/index.js";
import { openReader } from "./model.js";

const reader = openReader();
const PUBLISHED = "2024-11-28";

function readText(text: string): ReadingRecord {
  return read(reader, { text, published: PUBLISHED });
}

/** Visits every span of a record: with words, they are the words of the text. */
function checkSpans(text: string, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  const { from, to, text: words } = value as { from?: unknown; to?: unknown; text?: unknown };
  if (typeof from === "number" && typeof to === "number") {
    if (!(0 <= from && from <= to && to <= text.length))
      throw new Error(`span ${from}–${to} of ${text.length}`);
    if (words !== undefined && words !== text.slice(from, to))
      throw new Error(`span ${from}–${to} is not its words`);
  }
  for (const part of Object.values(value)) checkSpans(text, part);
}

function checkReading(text: string): ReadingRecord {
  const reading = readText(text);
  checkSpans(text, reading);
  expect(JSON.stringify(readText(text))).toBe(JSON.stringify(reading));
  return reading;
}

const PIECES = [
  ..."Russia|North Korean troops|Mr. Putin|he|she|they|attacked|did not|will|might|sent|aid|to|of|and|that".split(
    "|",
  ),
  ..."them|him|her|it|his|its|themselves|both leaders|the two countries|who|Russia and France|the minister".split(
    "|",
  ),
  ..."said|talks|with|on Monday|in June 2024|since 1990|if|because|U.S.|$5 million|10-12|By Ann Author".split(
    "|",
  ),
  ..." | | |\n|\n\n|\t|\r\n|.|,|;|:|!|?|…|—|“|”|\"|‘|’|'|(|)|[|]|{|}".split("|"),
  ..."\0|\u0007|\u001b[31m|\u0085|\u009b|\u2028|\u2029|\ufeff|\ufffe|\uffff|\u200b|\u200d|\u202e|\u2066".split(
    "|",
  ),
  ..."e\u0301\u0301\u0301|\u0301|שלום|مرحبا|北朝鮮|🇰🇵|👨‍👩‍👧|\ud800|\udc00|İ|ß|ﬁ|𝕽𝖚𝖘𝖘𝖎𝖆|Ⅻ|٢٠٢٤".split("|"),
];

describe("any string gives a reading, whose spans are its words, twice the same", () => {
  const options = { seed: 20241128, numRuns: 300 };
  test("characters of all planes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void checkReading(text)),
      options,
    );
  });
  test("any code units, lone surrogates among them", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 });
    fc.assert(
      fc.property(units, (codes) => void checkReading(String.fromCharCode(...codes))),
      options,
    );
  });
  test("pieces of news between marks of all kinds", () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 });
    fc.assert(
      fc.property(pieces, fc.constantFrom("", " "), (list, joint) => void checkReading(list.join(joint))),
      options,
    );
  });
});

/** Sentences of which no two are alike. */
function sentence(i: number): string {
  const states = [
    "Russia",
    "France",
    "Iran",
    "Japan",
    "Peru",
    "Kenya",
    "Norway",
    "Egypt",
    "India",
    "Chile",
    "Cuba",
  ];
  const acts = [
    "attacked",
    "accused",
    "sent aid to",
    "met envoys from",
    "threatened",
    "urged",
    "signed a treaty with",
  ];
  const [a, b] = [states[i % 11], states[(i * 5 + 3 + Math.floor(i / 11)) % 11]];
  return `On ${1 + (i % 28)} May ${1990 + (i % 34)}, ${a} ${acts[i % 7]} ${b}, and General Smith${i} said that case ${i * 7919} was closed.`;
}

function prose(characters: number, joint: string): string {
  const parts: string[] = [];
  for (let i = 0, size = 0; size < characters; i++)
    size += parts[parts.push(sentence(i)) - 1]!.length + joint.length;
  return parts.join(joint);
}

/** Pieces of which no two need be alike: what is repeated would be read once, as a copy. */
function varied(count: number, piece: (i: number) => string, joint: string): string {
  return Array.from({ length: count }, (_, i) => piece(i)).join(joint);
}

/** A sentence that never ends: no full stop, no line break. */
function endless(words: number): string {
  const parts = Array.from({ length: Math.ceil(words / 9) }, (_, i) => sentence(i).replace(/[.,]/gu, ""));
  return parts.join(" and ").split(" ").slice(0, words).join(" ");
}

describe("shapes and sizes", () => {
  test("the record of one endless sentence grows with it, not with its square", () => {
    const size = (words: number) => JSON.stringify(readText(endless(words))).length;
    expect(size(12_000) / size(3_000)).toBeLessThan(6);
  });
  test("nothing at all", () => {
    const reading = checkReading("");
    expect([reading.entities, reading.events, reading.claims, reading.ties]).toEqual([[], [], [], []]);
  });

  test("1 MB on one line", { timeout: 180_000 }, () => {
    const text = prose(1_000_000, " ");
    const reading = readText(text);
    checkSpans(text, reading);
    expect(reading.events.length).toBeGreaterThan(1000);
  });

  const cases: Readonly<Record<string, string>> = {
    "a sentence of 10,000 words": endless(10_000),
    "10,000 times one word": "war ".repeat(10_000),
    "100,000 characters without a blank": "a".repeat(100_000),
    "a list of 3,000 states": Array.from(
      { length: 3000 },
      (_, i) => ["France", "Germany", "Peru"][i % 3],
    ).join(", "),
    "owners of owners": `the ${varied(8000, (i) => `${["president", "minister", "army", "envoy", "spokesman"][i % 5]} of ${i % 7 ? "the" : "its"}`, " ")} state`,
    "possessives of possessives": `Russia's ${varied(4000, (i) => `${["ally", "envoy", "army"][i % 3]}${i}'s`, " ")} ally attacked Ukraine.`,
    "voices in voices": varied(2000, (i) => `Putin said that Xi${i} said that`, " "),
    "quotations and brackets that open": `${"“(‘[".repeat(5000)}Russia attacked Ukraine.`,
    "quotations and brackets that open and close": `${"“(".repeat(1500)}Russia attacked Ukraine${")”".repeat(1500)}`,
    "brackets that close": `Russia attacked Ukraine.${")”]’".repeat(5000)}`,
    "line feeds": "\n".repeat(100_000),
    "one word a line": "Russia\nattacked\nUkraine\n".repeat(3000),
    "pronouns that stand alone":
      "Russia and France met. Them! Him? It. Theirs! Both of them. They, and he? ".repeat(20),
    "a war with everyone": prose(300_000, " ").replaceAll("attacked", "is at war with"),
    "bylines and dates": "By Ann Author\nMay 3, 2024\n".repeat(2000),
    "hyphens, dots and digits": "a-b-U.S.-1,000.5-".repeat(3000),
    "marks on one letter": `Russia${"\u0301".repeat(50_000)} attacked Ukraine.`,
    "zero characters between letters": [..."Russia attacked Ukraine. "].join("\0").repeat(400),
  };
  for (const [name, text] of Object.entries(cases)) test(name, () => void checkReading(text));
});

test("what was read before changes nothing", () => {
  const text = prose(2000, " ");
  const fresh = JSON.stringify(read(openReader(), { text, published: PUBLISHED }));
  for (const other of ["", "\ud800", endless(500), PIECES.join(" ")]) readText(other);
  expect(JSON.stringify(readText(text))).toBe(fresh);
});

/** Milliseconds of the fastest of three runs. */
function cost(text: string): number {
  return Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now();
      readText(text);
      return performance.now() - start;
    }),
  );
}

/** A cost that grows with the square would be 16 times as high on four times as much. */
describe("four times the text costs less than nine times as much", { retry: 2 }, () => {
  const shapes: Readonly<Record<string, (size: number) => string>> = {
    "paragraphs of one sentence": (size) => prose(size, "\n\n"),
    "one paragraph": (size) => prose(size, " "),
    "one sentence": (size) => endless(size / 6),
    "names in a list": (size) =>
      Array.from({ length: size / 9 }, (_, i) => `${["Peru", "Iran", "Cuba"][i % 3]} X${i}`).join(", "),
    "voices in voices": (size) =>
      Array.from({ length: size / 15 }, (_, i) => `Putin said ${i} that`).join(" "),
    "headlines in capitals": (size) =>
      Array.from({ length: size / 22 }, (_, i) => `RUSSIA ATTACKS PERU ${i}`).join(" "),
    dates: (size) =>
      Array.from({ length: size / 11 }, (_, i) => `${1900 + (i % 200)}-05-${10 + (i % 20)}`).join(" "),
    quotations: (size) => Array.from({ length: size / 30 }, (_, i) => `“Russia attacked ${i}`).join(" "),
  };
  for (const [name, make] of Object.entries(shapes))
    test(name, () => {
      expect(cost(make(80_000)) / cost(make(20_000))).toBeLessThan(9);
    });
});
