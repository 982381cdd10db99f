/** docs/codebook.md says what the lexicon and the ontology say. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BASE_SCORE, CATEGORIES, QUAD_OF } from "../lib/src/core/plover.js";
import { fillCodebook } from "../tools/codebook/codebook.js";
import { signed, wrap } from "../tools/codebook/markdown.js";

const page = readFileSync(new URL("../docs/codebook.md", import.meta.url), "utf8");

test("its blocks are what the lexicon gives", () => {
  const same = fillCodebook(page) === page;
  expect(same, "docs/codebook.md is older than the lexicon: run npm run codebook").toBe(true);
});

test("its table of categories has the quads and scores of the ontology, and each category its chapter", () => {
  for (const category of CATEGORIES) {
    expect(page).toContain(`\n| ${category} | ${QUAD_OF[category]} | ${signed(BASE_SCORE[category])} |`);
    expect(page).toContain(`\n### ${category}\n`);
  }
});

test("it stays readable: at most 3,000 lines, and no block is lost unnoticed", () => {
  expect(page.split("\n").length).toBeLessThanOrEqual(3000);
  expect(() => fillCodebook(page.replace("<!-- lexicon: AID -->", ""))).toThrow("no block for AID");
  expect(() => fillCodebook(page.replace("lexicon: AID", "lexicon: AGREE"))).toThrow("stands twice");
});

test("long lists are broken at blanks", () => {
  expect(wrap("a b c")).toBe("a b c");
  const lines = wrap("word ".repeat(100).trim()).split("\n");
  expect(lines.length).toBe(5);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});
