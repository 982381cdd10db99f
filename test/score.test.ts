/** The scorer of `npm run eval -- --task parse`, on texts small enough to count by hand. */
import { describe, expect, it } from "vitest";
import { goldNames, readBio } from "../eval/names/bio.js";
import { alignWords, commonSpans, unitsOf } from "../eval/parse/align.js";
import { f1, scoreText } from "../eval/parse/score.js";
import { readConllu } from "../lib/src/language/conllu.js";

/** A sentence from lines "number form upos head relation"; ranges have only a number and a form. */
function bank(...lines: string[]) {
  const rows = lines.map((line) => {
    const [id, form, upos = "_", head = "_", deprel = "_"] = line.split(" ");
    return [id, form, form, upos, upos, "_", head, deprel, "_", "_"].join("\t");
  });
  return readConllu(`${rows.join("\n")}\n`);
}

const gold = bank(
  "1 They PRON 4 nsubj",
  "2-3 don't",
  "2 do AUX 4 aux",
  "3 n't PART 4 advmod",
  "4 sign VERB 0 root",
);

describe("alignment", () => {
  it("pairs the words of a multi-word token by their forms", () => {
    const other = bank("1 They X 2 dep", "2-3 don't", "2 don X 0 root", "3 't X 2 dep", "4 sign X 2 dep");
    const pairs = alignWords(unitsOf(gold, gold.form).words, unitsOf(other, other.form).words);
    expect(pairs.map(([g, f]) => [g.row, f.row])).toEqual([
      [0, 0],
      [3, 3],
    ]);
  });
  it("finds words again after a stretch that was cut otherwise", () => {
    const whole = bank("1 They X 0 root", "2 don't X 1 dep", "3 sign X 1 dep");
    const pairs = alignWords(unitsOf(gold, gold.form).words, unitsOf(whole, whole.form).words);
    expect(pairs.map(([g, f]) => [g.row, f.row])).toEqual([
      [0, 0],
      [3, 2],
    ]);
  });
  it("counts spans that both have", () => {
    const spans = (...ends: number[]) => ends.map((to, k) => ({ from: ends[k - 1] ?? 0, to }));
    expect(commonSpans(spans(2, 5, 9), spans(2, 4, 5, 9))).toBe(2);
  });
});

describe("scores", () => {
  it("are full for the gold text itself", () => {
    expect(scoreText(gold, gold).map((score) => f1(score))).toEqual(Array(10).fill(1));
  });
  it("count a word right only under its right head, whatever the subtype", () => {
    const other = bank(
      "1 They PRON 4 nsubj:pass",
      "2-3 don't",
      "2 do AUX 1 aux",
      "3 n't PART 4 aux",
      "4 sign VERB 0 root",
    );
    const right = new Map(scoreText(gold, other).map((score) => [score.name, score.right]));
    expect(right.get("UAS")).toBe(3);
    expect(right.get("LAS")).toBe(2);
  });
});

describe("names", () => {
  it("are read from two columns", () => {
    const [sentence] = readBio(
      "Envoys\tO\nof\tO\nNew\tB-location\nZealand\tI-location\nAcme\tI-organisation\n\n",
    );
    expect(goldNames(sentence!)).toEqual([
      { start: 2, end: 4, type: "location" },
      { start: 4, end: 5, type: "organisation" },
    ]);
  });
  it("refuse a file without tags", () => {
    expect(() => readBio("one two\n")).toThrow("line 1");
  });
});
