import type { RelationRecord } from "entente";
import { expect, test } from "vitest";
import { colorsFor } from "./colors.js";
import { relationLines } from "./explain-relation.js";
import { widthOf } from "./text-width.js";

const RECORD: RelationRecord = {
  id: "7",
  relation: {
    type: "AGREE",
    of: "AID",
    mode: "formalize",
    quad: 1,
    cameo: null,
    status: "planned",
    confidence: 0.874,
  },
  runnerUp: { type: "AID", confidence: 0.061 },
  evidence: {
    rule: "aid.send > planned AID is AGREE",
    spans: [{ role: "trigger", from: 7, to: 11, text: "will" }],
  },
};

test("a block for people", () => {
  expect(relationLines("Peru will\n send aid.", RECORD, 80, colorsFor(false))).toEqual([
    "7: Peru will send aid.",
    "  AGREE formalize of AID — planned, confidence 0.87; else AID 0.06",
    "    rule        aid.send > planned AID is AGREE",
    "      trigger   7–11 “will”",
    "",
  ]);
});

test("no line is wider than asked for, and nothing is left that a terminal obeys", () => {
  const words = `\u001b]0;owned\u0007${"北朝鮮 \u202e".repeat(50)}${"x".repeat(300)}\u2028\ud800`;
  const evidence = {
    rule: words,
    spans: [{ role: "actor", from: 0, to: words.length, text: words }] as const,
  };
  const lines = relationLines(words, { ...RECORD, id: words, evidence }, 80, colorsFor(false));
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80);
  expect(lines.join("")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
});
