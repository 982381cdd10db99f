import { expect, test } from "vitest";
import {
  BLOCK,
  BUCKET_OF_DISTANCE,
  BUCKETS,
  findRow,
  hashedRows,
  shapeOf,
  TABLE_START,
  TABLES,
  wordKey,
} from "./features.js";

test("keys and shapes", () => {
  expect(wordKey("Kremlin’s")).toBe("kremlin's");
  expect(wordKey("1,250")).toBe("0,000");
  expect(shapeOf("Kremlin's")).toBe("Xxx'x");
  expect(shapeOf("NATO")).toBe("XX");
  expect(shapeOf("")).toBe("");
});

test("every form has a row in every table", () => {
  for (const form of ["", "a", "Ω", "\ud800", "x".repeat(100_000), "🙂", "toString"]) {
    const rows = new Int32Array(TABLES);
    hashedRows(form, wordKey(form), rows, 0);
    rows.forEach((row, t) => {
      expect(row).toBeGreaterThanOrEqual(TABLE_START[t]!);
      expect(row).toBeLessThan(TABLE_START[t + 1]!);
    });
  }
});

test("rows are found by their hash", () => {
  const hashes = Uint32Array.of(3, 9, 4_000_000_000);
  expect([3, 9, 4_000_000_000, 4].map((hash) => findRow(hashes, hash))).toEqual([0, 1, 2, -1]);
});

test("distance buckets tell sides apart and grow with distance", () => {
  const bucket = (distance: number): number => BUCKET_OF_DISTANCE[distance + BLOCK]!;
  expect([1, 2, 8, 9, 11, 41, 256].map(bucket)).toEqual([0, 1, 7, 8, 9, 13, 13]);
  expect([-1, -8, -41, -256].map(bucket)).toEqual([14, 21, 27, 27]);
  expect(bucket(0)).toBe(BUCKETS - 1);
});
