import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unpackSections } from "../model/container.js";
import type { Tokenized } from "../types.js";
import { isBlank, loadTokenModel, tokenize } from "./index.js";

/** One gold case of `cases.txt`. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  /** What comes today, where that is a known mistake. */
  readonly wrong: readonly string[];
}

function withoutEscapes(line: string): string {
  return line
    .replaceAll("\\n", "\n")
    .replace(/\\u([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function caseOf(block: string): Case {
  const [name, text, ...lines] = block.split("\n") as [string, string, ...string[]];
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
  return { name, text: withoutEscapes(text), expected: after("> "), wrong: after("wrong> ") };
}

/** Reads the file of gold cases. */
function readCases(file: string): Case[] {
  return file.split(/^== /m).slice(1).map(caseOf);
}

const packed = readFileSync(new URL("../../../../models/english.entente", import.meta.url));
const model = loadTokenModel(unpackSections(packed).get("tokens/model")!);
const cases = readCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));

/** Sentences as in `cases.txt`. */
function written(words: Tokenized): string[] {
  const lines: string[] = [];
  for (let s = 0; s + 1 < words.sentenceStart.length; s++) {
    let line = "";
    for (let row = words.sentenceStart[s]!; row < words.sentenceStart[s + 1]!; row++) {
      const mark = row === words.sentenceStart[s] ? "" : words.glued[row] === 1 ? "|" : " ";
      line += mark + words.text.slice(words.from[row], words.to[row]);
    }
    lines.push(line);
  }
  return lines;
}

/** What must hold for the result of any text. */
function checkColumns(text: string): void {
  const words = tokenize(model, text);
  const covered = new Uint8Array(text.length);
  let last = 0;
  for (let row = 0; row < words.size; row++) {
    const from = words.from[row]!;
    const to = words.to[row]!;
    if (from < last || to <= from) throw new Error(`ranges do not ascend at row ${row}`);
    if (words.glued[row] === 1 && from !== words.to[row - 1]) throw new Error(`row ${row} is not glued`);
    covered.fill(1, from, to);
    last = to;
  }
  for (let i = 0; i < text.length; i++)
    if (covered[i] === 0 && !isBlank(text.charCodeAt(i))) throw new Error(`character ${i} is in no word`);
  expect(words.sentenceStart[0]).toBe(0);
  expect(words.sentenceStart.at(-1)).toBe(words.size);
  for (let s = 1; s + 1 < words.sentenceStart.length; s++) {
    expect(words.sentenceStart[s]).toBeGreaterThan(words.sentenceStart[s - 1]!);
    expect(words.glued[words.sentenceStart[s]!]).toBe(0);
  }
}

describe("gold cases", () => {
  it.each(cases)("$name", ({ text, expected, wrong }) => {
    expect(written(tokenize(model, text))).toEqual(wrong.length > 0 ? wrong : expected);
  });
  it("are enough", () => expect(cases.length).toBeGreaterThanOrEqual(60));
});

const newsCharacters = fc.constantFrom(
  ..." \n\r\t.,;:!?'\"’“”()[]-–—…/@#$€%&0123456789abcdefNOPSTUs".split(""),
);
const hostile = fc.oneof(
  fc.string({ unit: newsCharacters, maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map((codes) => String.fromCharCode(...codes)),
);

describe("any text", () => {
  it("has every character that is no blank in one word, in order", () => {
    fc.assert(fc.property(hostile, checkColumns), { numRuns: 500 });
  });
  it("has the same result twice", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tokenize(model, text)).toEqual(tokenize(model, text));
      }),
    );
  });
  it("ends a sentence at a blank line", () => {
    const words = tokenize(model, "One man and\n \nanother\r\n\r\nmet");
    expect(written(words)).toEqual(["One man and", "another", "met"]);
  });
  it.each([
    ["letters without a blank", "a".repeat(1_000_000)],
    ["full stops without a blank", ".".repeat(1_000_000)],
    ["apostrophes", "n't".repeat(300_000)],
    ["hyphens and letters", "a-".repeat(500_000)],
    ["lone surrogates", "\ud83d".repeat(500_000)],
    ["combining marks", `e${"\u0301".repeat(1_000_000)}`],
    ["blanks", " ".repeat(1_000_000)],
    ["line ends", "\r\n".repeat(500_000)],
    ["a sentence of ten thousand words", "and the envoy ".repeat(3_334)],
  ])("is read when it is one megabyte of %s", (_, text) => checkColumns(text));
});

/** Fastest of three readings, in milliseconds: the least disturbed by other work on the computer. */
function fastest(text: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    tokenize(model, text);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("cost", () => {
  it.each(["The envoy didn't sign. ", "a.b-c'd", "\"'(", "x\n"])("grows with the length for %j", (unit) => {
    const part = unit.repeat(Math.ceil(10_000 / unit.length));
    tokenize(model, part);
    // Eight times the text: 64 times the time if the cost were quadratic.
    expect(fastest(part.repeat(8))).toBeLessThan(Math.max(30 * fastest(part), 200));
  });
});
