import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLanguageModel, parseText } from "../../language/index.js";
import { growTree } from "../tree.js";
import { anchorTime, findTimes } from "./index.js";

const model = loadLanguageModel(readFileSync(new URL("../../../../models/english.entente", import.meta.url)));

const WORDS = (
  "the of in last next this March may 2 2-5 2022 12 year years ago - – ' s quarter third a few early late end " +
  "since from to between and Thursday Oct. p.m. 9 10:30 noon week before after every half first, . ( ) 1990s 90s"
).split(" ");

describe("any text", () => {
  it("gives expressions in order, inside the text, with days that exist", () => {
    const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string()), (text) => {
        const tree = growTree(parseText(model, text));
        const times = findTimes(tree, "2024-02-29");
        let last = 0;
        for (const time of times) {
          expect(time.from).toBeGreaterThanOrEqual(last);
          expect(time.to).toBeGreaterThan(time.from);
          expect(time.to).toBeLessThanOrEqual(text.length);
          expect(`${time.since}${time.until}`).not.toContain("NaN");
          if (time.since && time.until) expect(time.since < time.until).toBe(true);
          last = time.to;
        }
        for (let row = 0; row < tree.size; row++)
          anchorTime(tree, times, row, { published: "2024-02-29", tense: "past", status: "happened" });
      }),
      { numRuns: 1500, seed: 7 },
    );
  });
});
