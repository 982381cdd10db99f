import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConllu } from "./conllu.js";
import { writeConllu } from "./conllu-writer.js";
import { packSections } from "./model/container.js";
import { loadLanguageModel, parseText } from "./pipeline.js";

const model = loadLanguageModel(readFileSync(new URL("../../../models/english.entente", import.meta.url)));

describe("parseText", () => {
  it("gives every word its lemma", () => {
    expect(parseText(model, "The envoys didn't sign.").lemma).toEqual([
      "the",
      "envoy",
      "do",
      "not",
      "sign",
      ".",
    ]);
  });
  it("has a result for the empty text", () => {
    const parsed = parseText(model, "");
    expect(parsed.size).toBe(0);
    expect([...parsed.sentenceStart]).toEqual([0]);
  });
  it("has one root in every sentence, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        const parsed = parseText(model, text);
        for (let s = 0; s + 1 < parsed.sentenceStart.length; s++) {
          const heads = parsed.head.subarray(parsed.sentenceStart[s], parsed.sentenceStart[s + 1]);
          if (parsed.size > 0) expect(heads.filter((head) => head === -1)).toHaveLength(1);
        }
      }),
      { numRuns: 50 },
    );
  });
  it("survives writing and reading as CoNLL-U", () => {
    const parsed = parseText(model, "The king's envoys met.\n\nThey didn't sign; the truce (of May) failed.");
    const again = readConllu(writeConllu(parsed));
    expect(again.text.trimEnd()).toBe(parsed.text);
    for (const column of ["from", "to", "glued", "sentenceStart", "upos", "lemma", "head"] as const)
      expect(again[column]).toEqual(parsed[column]);
  });
});

describe("loadLanguageModel", () => {
  it("refuses bytes that are no model", () => {
    expect(() => loadLanguageModel(new Uint8Array(10))).toThrow("no model file");
  });
  it("names the section that is missing", () => {
    expect(() => loadLanguageModel(packSections(new Map()))).toThrow("tokens/model");
  });
});
