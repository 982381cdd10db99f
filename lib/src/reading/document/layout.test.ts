import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Layout, layOut } from "./index.js";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
  /** What should come out, where `expected` has what does. */
  readonly wrong: readonly string[];
}

function readCases(file: string): readonly Case[] {
  const pattern = /^case (.+)\n<<<\n([\s\S]*?)\n>>>\n((?:.+\n?)*)/gm;
  return [...file.matchAll(pattern)].map(([, name, text, told]) => {
    const lines = told!.split("\n").filter((line) => line !== "");
    const expected = lines.filter((line) => !line.startsWith("wrong: "));
    const wrong = lines.filter((line) => line.startsWith("wrong: ")).map((line) => line.slice(7));
    return { name: name!, text: text!, expected, wrong };
  });
}

/** The parts of a layout as lines of the case file. */
function told(text: string, layout: Layout): readonly string[] {
  const part = (name: string, value: string | null | undefined): string[] =>
    value ? [`${name} ${value}`] : [];
  const words = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
  return [
    ...part("publisher", layout.publisher?.text),
    ...part("published", layout.published),
    ...part("title", layout.title?.text),
    ...part("subtitle", layout.subtitle?.text),
    ...part("authors", layout.authors.map((author) => author.text).join(" + ")),
    `body ${layout.body.length} ${layout.body[0] ? words(layout.body[0]) : ""}`.trim(),
    ...part("note", layout.note && words(layout.note)),
    ...part("copies", layout.copies.length > 0 ? String(layout.copies.length) : null),
  ];
}

/** Cuts the running text of a layout to the beginning that the case gives. */
function cutTo(expected: readonly string[], lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    const given = expected.find((e) => /^(?:body|note) /.test(e) && line.startsWith(e));
    return given ?? line;
  });
}

const cases = readCases(readFileSync(new URL("layouts.txt", import.meta.url), "utf8"));

describe("layouts", () => {
  it("has its cases", () => expect(cases.length).toBeGreaterThanOrEqual(30));
  for (const { name, text, expected, wrong } of cases) {
    const lines = told(text, layOut(text));
    it(name, () => expect(cutTo(expected, lines)).toEqual(expected));
    for (const line of wrong) it.fails(`wrong: ${name}`, () => expect(lines).toContain(line));
  }
});

describe("any text has a layout", () => {
  const head = cases.map((c) => c.text).join("\n");
  it("whose parts stand in the text, in order", () => {
    for (let at = 0; at < head.length; at += 37) {
      const text = head.slice(at, at + 900);
      const { body, title, subtitle, publisher, authors } = layOut(text);
      for (const span of [title, subtitle, publisher, ...authors])
        if (span) expect(text.slice(span.from, span.to)).toBe(span.text);
      for (const [i, span] of body.entries()) {
        expect(span.from).toBeLessThan(span.to);
        expect(span.from).toBeGreaterThanOrEqual(body[i - 1]?.to ?? 0);
        expect(span.to).toBeLessThanOrEqual(text.length);
      }
    }
  });
});
