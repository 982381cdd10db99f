/**
 * Ordinary prose in which nobody acts politically: test/no-events.txt, blocks of "# name" and text. A line "wrong: ..."
 * pins what is read by mistake today: when it is mended, the test fails and the line goes.
 */
import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { read } from "../lib/src/index.js";
import { notationOf } from "../lib/src/reading/frames/coding.js";
import { openReader } from "./model.js";

const PUBLISHED = "2024-03-01";
const MAX_WRONG_SHARE = 0.1;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly wrong: readonly string[];
}

function caseOf(block: string): Case {
  const [head = "", ...lines] = block.trim().split("\n");
  const wrong = lines
    .filter((line) => line.startsWith("wrong: "))
    .map((line) => line.slice("wrong: ".length));
  const text = lines.filter((line) => !line.startsWith("wrong: ")).join("\n");
  return { name: head.replace(/^# /u, ""), text, wrong };
}

const source = readFileSync(new URL("./no-events.txt", import.meta.url), "utf8");
const cases = source
  .split(/\n\s*\n/u)
  .filter((block) => block.startsWith("# "))
  .map(caseOf);
const reader = openReader();

it.each(cases)("no event: $name", ({ text, wrong }) => {
  expect(read(reader, { text, published: PUBLISHED }).events.map(notationOf)).toEqual(wrong);
});

test("at least 90 cases, names once each, few of them pinned as wrong", () => {
  expect(cases.length).toBeGreaterThanOrEqual(90);
  expect(new Set(cases.map((c) => c.name)).size).toBe(cases.length);
  expect(cases.filter((c) => c.wrong.length > 0).length / cases.length).toBeLessThanOrEqual(MAX_WRONG_SHARE);
});
