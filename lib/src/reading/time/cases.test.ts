import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadLanguageModel, parseText } from "../../language/index.js";
import { growTree } from "../tree.js";
import { findTimes, readTimeTables } from "./index.js";

interface Case {
  readonly published: string | null;
  readonly text: string;
  readonly expected: string[];
  readonly wrong: string[];
}

const root = new URL("../../../../", import.meta.url);
const model = loadLanguageModel(readFileSync(new URL("models/english.entente", root)));
const table = (name: string): string => readFileSync(new URL(`lexicon/${name}.tsv`, root), "utf8");
const tables = readTimeTables(table("periods"), table("holidays"));

function readCases(): Case[] {
  const cases: Case[] = [];
  let published: string | null = null;
  for (const line of readFileSync(new URL("cases.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("published ")) published = line === "published -" ? null : line.slice(10);
    else if (line.startsWith("text "))
      cases.push({ published, text: line.slice(5), expected: [], wrong: [] });
    else if (line.startsWith("wrong: ")) cases.at(-1)!.wrong.push(line.slice(7));
    else cases.at(-1)!.expected.push(line);
  }
  return cases;
}

function found(text: string, published: string | null): string[] {
  const times = findTimes(growTree(parseText(model, text)), published, tables);
  if (times.length === 0) return ["nothing"];
  return times.map((time) => {
    const days = `${time.since ?? ""}..${time.until ?? ""}`;
    return `${text.slice(time.from, time.to)} = ${days} ${time.grain} ${time.value}`;
  });
}

describe("time expressions", () => {
  for (const { published, text, expected, wrong } of readCases()) {
    if (wrong.length > 0) it.fails(`wrong: ${text}`, () => expect(found(text, published)).toEqual(wrong));
    else it(text, () => expect(found(text, published)).toEqual(expected));
  }
});

describe("named periods and holidays", () => {
  for (const name of ["periods", "holidays"])
    it(`the example of every row of ${name}.tsv has its time`, () => {
      const rows = table(name)
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .slice(1);
      for (const row of rows) {
        const example = row.split("\t").at(-1)!;
        const times = findTimes(growTree(parseText(model, example)), "2024-11-28", tables);
        expect(
          times.some((time) => time.since !== null || time.until !== null),
          example,
        ).toBe(true);
      }
    });
});
