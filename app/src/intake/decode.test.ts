import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText, NotTextError } from "./decode.js";

const TEXT = "President Macron met Mr. Zelensky in Paris. “We won’t wait,” he said — the café was full.";

describe("encodings", () => {
  for (const encoding of ["utf8", "windows-1252", "utf16-le", "utf16-be"])
    test(`${encoding} without a mark`, () => {
      expect(decodeText(iconv.encode(TEXT, encoding))).toEqual({ text: TEXT, encoding, damaged: false });
    });
  for (const encoding of ["utf8", "utf16-le", "utf16-be", "utf-32le"])
    test(`${encoding} with a byte order mark, which is not part of the text`, () => {
      expect(decodeText(iconv.encode(TEXT, encoding, { addBOM: true })).text).toBe(TEXT);
    });
  test("Shift_JIS", () => {
    const text = "北朝鮮がミサイルを発射した。Japan protested.";
    expect(decodeText(iconv.encode(text, "Shift_JIS")).text).toBe(text);
  });
  test("broken UTF-8 stays UTF-8 and is told", () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe2, 0x80])]);
    expect(decodeText(bytes)).toEqual({ text: `${TEXT}\ufffd`, encoding: "utf8", damaged: true });
  });
  test("nothing", () => {
    expect(decodeText(new Uint8Array(0)).text).toBe("");
  });
});

describe("what is no text is refused with the reason", () => {
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ["PDF", Buffer.from("%PDF-1.7\n%abc"), /PDF/],
    ["zip", Buffer.from("PK\u0003\u0004abc", "latin1"), /zip/],
    ["PNG", Buffer.from("\u0089PNG\r\n", "latin1"), /picture/],
    ["HTML", Buffer.from("\n<!DOCTYPE html><p>Russia"), /HTML/],
    ["data", Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)), /binary/],
  ];
  for (const [name, bytes, reason] of cases)
    test(name, () => {
      expect(() => decodeText(bytes)).toThrow(NotTextError);
      expect(() => decodeText(bytes)).toThrow(reason);
    });
});
