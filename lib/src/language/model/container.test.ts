import { expect, test } from "vitest";
import { asciiBytes, asciiText, isPacked, packSections, unpackSections } from "./container.js";

const sections = new Map([
  ["parser/words", Uint8Array.of(1, 2, 3)],
  ["lemma/model", new Uint8Array(0)],
  ["tokens/model", new Uint8Array(100).fill(7)],
]);

test("sections come back as they were", () => {
  const back = unpackSections(packSections(sections));
  expect([...back.keys()].sort()).toEqual([...sections.keys()].sort());
  for (const [name, bytes] of sections) expect(back.get(name)).toEqual(bytes);
});

test("sections lie on boundaries of 16, also in a file that does not", () => {
  const packed = packSections(sections);
  const shifted = new Uint8Array(packed.length + 1);
  shifted.set(packed, 1);
  for (const bytes of unpackSections(shifted.subarray(1)).values()) expect(bytes.byteOffset % 16).toBe(0);
});

test("the order of sections does not matter", () => {
  expect(packSections(new Map([...sections].reverse()))).toEqual(packSections(sections));
});

test("other bytes and cut files are refused", () => {
  expect(isPacked(Uint8Array.of(1, 2, 3))).toBe(false);
  expect(() => unpackSections(new Uint8Array(40))).toThrow(RangeError);
  expect(() => unpackSections(packSections(sections).slice(0, 150))).toThrow(RangeError);
});

test("text in JSON survives", () => {
  const text = JSON.stringify({ name: "Erdoğan – “Türkiye”" });
  expect(JSON.parse(asciiText(asciiBytes(text)))).toEqual(JSON.parse(text));
});
