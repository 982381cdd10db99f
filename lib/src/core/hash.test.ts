import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256, utf8Bytes } from "./hash.js";

test("agrees with the reference on lengths around the block size and on all planes", () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const text = "Kraków — 東京 🕊 ".repeat(100).slice(0, length);
    const bytes = Buffer.from(text, "utf8");
    expect(sha256(utf8Bytes(text))).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
});

test("a lone surrogate becomes the replacement character", () => {
  expect([...utf8Bytes("\ud800")]).toEqual([0xef, 0xbf, 0xbd]);
});
