import { expect, test } from "vitest";
import type { NameSpan } from "../types.js";
import { bestClasses, NAME_CLASSES, nameClass, pushNames } from "./names.js";

function read(rows: number, wish: readonly number[]): NameSpan[] {
  const scores = new Float32Array(rows * NAME_CLASSES);
  wish.forEach((found, row) => {
    scores[row * NAME_CLASSES + found] = 5;
  });
  const best = new Uint8Array(rows);
  const names: NameSpan[] = [];
  bestClasses(scores, 0, NAME_CLASSES, rows, best);
  pushNames(scores, 0, NAME_CLASSES, best, rows, 10, names);
  return names;
}

test("reads names from their classes", () => {
  const wish = [0, nameClass("B", "person"), nameClass("E", "person"), 0, nameClass("S", "place")];
  expect(read(5, wish).map(({ start, end, kind }) => [start, end, kind])).toEqual([
    [11, 13, "person"],
    [14, 15, "place"],
  ]);
});

test("never leaves a name open, whatever the scores wish", () => {
  for (let seed = 1; seed < 200; seed++) {
    const wish = Array.from(
      { length: 7 },
      (_, i) => (Math.imul(seed * 7 + i + 1, 2654435761) >>> 8) % NAME_CLASSES,
    );
    let end = 10;
    for (const name of read(7, wish)) {
      expect(name.start).toBeGreaterThanOrEqual(end);
      expect(name.end).toBeGreaterThan(name.start);
      expect(name.score).toBeGreaterThanOrEqual(0);
      expect(name.score).toBeLessThanOrEqual(1);
      end = name.end;
    }
    expect(end).toBeLessThanOrEqual(17);
  }
});
