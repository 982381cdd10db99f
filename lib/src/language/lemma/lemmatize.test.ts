import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unpackSections } from "../model/container.js";
import { lemmatize, loadLemmaModel } from "./index.js";

const packed = readFileSync(new URL("../../../../models/english.entente", import.meta.url));
const model = loadLemmaModel(unpackSections(packed).get("lemma/model")!);

const cases = readFileSync(new URL("cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [gold, wrong] = line.split(" wrong: ") as [string, string?];
    const [form, upos, xpos, lemma, place] = gold.split(" ") as [string, string, string, string, string?];
    return { line, form, upos, xpos, lemma: wrong ?? lemma, isFirst: place === "first" };
  });

describe("gold cases", () => {
  it.each(cases)("$line", ({ form, upos, xpos, lemma, isFirst }) => {
    expect(lemmatize(model, form, upos, xpos, isFirst)).toBe(lemma);
  });
});

describe("any word", () => {
  const tag = fc.constantFrom("NOUN", "VERB", "PROPN", "X", "");
  const xpos = fc.constantFrom("NN", "NNS", "VBD", "VBG", "NNP", "_", "");
  it("has the same lemma twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), tag, xpos, fc.boolean(), (form, upos, tagged, isFirst) => {
        const lemma = lemmatize(model, form, upos, tagged, isFirst);
        expect(lemmatize(model, form, upos, tagged, isFirst)).toBe(lemma);
      }),
    );
  });
  it("stays itself with a tag that no treebank has", () => {
    expect(lemmatize(model, "soldiers", "NOUN", "?", false)).toBe("soldiers");
  });
  it("stays itself when it is very long", () => {
    expect(lemmatize(model, "a".repeat(100_000), "NOUN", "NNS", false)).toHaveLength(100_000);
  });
});
