import { describe, expect, it } from "vitest";
import { readConllu, readSentences } from "./conllu.js";
import { writeConllu } from "./conllu-writer.js";
import { wordAt } from "./tree.js";

const word = (...cells: (string | number)[]) => cells.join("\t");

/** Two paragraphs by our own hand: a multi-word token, an empty node, and marks without a blank before them. */
const SAMPLE = [
  "# newdoc id = sample",
  "# newpar",
  "# sent_id = sample-1",
  "# text = They don't sign.",
  word(1, "They", "they", "PRON", "PRP", "_", 4, "nsubj", "_", "_"),
  word("2-3", "don't", "_", "_", "_", "_", "_", "_", "_", "_"),
  word(2, "do", "do", "AUX", "VBP", "_", 4, "aux", "_", "_"),
  word(3, "n't", "not", "PART", "RB", "_", 4, "advmod", "_", "_"),
  word(4, "sign", "sign", "VERB", "VB", "_", 0, "root", "_", "SpaceAfter=No"),
  word("4.1", "_", "_", "_", "_", "_", "_", "_", "_", "_"),
  word(5, ".", ".", "PUNCT", ".", "_", 4, "punct", "_", "_"),
  "",
  "# newpar",
  "# sent_id = sample-2",
  "# text = Why?",
  word(1, "Why", "why", "ADV", "WRB", "_", 0, "root", "_", "SpaceAfter=No"),
  word(2, "?", "?", "PUNCT", ".", "_", 1, "punct", "_", "_"),
  "",
  "",
].join("\n");

describe("reading CoNLL-U", () => {
  const bank = readConllu(SAMPLE);

  it("makes the raw text, with a blank line between paragraphs", () => {
    expect(bank.text.trimEnd()).toBe("They don't sign.\n\nWhy?");
  });
  it("gives every word its characters", () => {
    const words = Array.from({ length: bank.size }, (_, row) => wordAt(bank, row));
    expect(words).toEqual(["They", "do", "n't", "sign", ".", "Why", "?"]);
    expect([...bank.glued]).toEqual([0, 0, 1, 0, 0, 0, 0]);
  });
  it("counts heads and sentences in the rows of the whole text", () => {
    expect([...bank.head]).toEqual([3, 3, 3, -1, 3, -1, 5]);
    expect([...bank.sentenceStart]).toEqual([0, 5, 7]);
  });
  it("cuts a token in equal parts where its words are not its letters", () => {
    const lines = [
      word("1-2", "ain't", "_", "_", "_", "_", "_", "_", "_", "_"),
      word(1, "is", "be", "AUX", "VBZ", "_", 0, "root", "_", "_"),
      word(2, "not", "not", "PART", "RB", "_", 1, "advmod", "_", "_"),
    ];
    const cut = readConllu(lines.join("\n"));
    expect([...cut.to]).toEqual([2, 5]);
    expect(cut.form).toEqual(["is", "not"]);
  });
  it.each([
    ["a table with other columns", "1\tone\n", "line 1: 2 columns"],
    ["a line without a number", `x${"\t_".repeat(9)}\n`, "line 1"],
    ["nothing", "", "no sentence"],
  ])("refuses %s", (_, file, message) => {
    expect(() => readSentences(file)).toThrow(message);
  });
});

describe("writing CoNLL-U", () => {
  it("gives back what was read", () => {
    const expected = SAMPLE.split("\n").filter((line) => !line.startsWith("4.1"));
    expect(writeConllu(readConllu(SAMPLE), "sample").trimEnd()).toBe(expected.join("\n").trimEnd());
  });
  it("is read back to the same columns", () => {
    const bank = readConllu(SAMPLE);
    const again = readConllu(writeConllu(bank, "sample"));
    expect(again).toEqual(bank);
  });
});
