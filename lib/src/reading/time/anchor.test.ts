import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Status, Tense } from "../../core/index.js";
import { loadLanguageModel, parseText } from "../../language/index.js";
import { growTree } from "../tree.js";
import { anchorTime, findTimes, readTimeTables } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const model = loadLanguageModel(readFileSync(new URL("models/english.entente", root)));
const tables = readTimeTables(readFileSync(new URL("lexicon/periods.tsv", root), "utf8"), "");

const STATUSES: Readonly<Record<string, Status>> = {
  past: "happened",
  ongoing: "ongoing",
  future: "planned",
};

function anchored(marked: string, published: string | null, tense: Tense): string {
  const [before, act] = marked.split("*") as [string, string];
  const text = marked.replaceAll("*", "");
  const tree = growTree(parseText(model, text));
  const row = tree.from.findIndex((from) => from >= before.length);
  expect(text.slice(tree.from[row], tree.to[row])).toBe(act);
  const times = findTimes(tree, published, tables);
  const { time } = anchorTime(tree, times, row, { published, tense, status: STATUSES[tense]! });
  return `${tense} ${time.since ?? ""}..${time.until ?? ""} ${time.grain} ${time.how}`;
}

describe("times of acts", () => {
  let published: string | null = null;
  let text = "";
  for (const line of readFileSync(new URL("anchors.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("published ")) published = line === "published -" ? null : line.slice(10);
    else if (line.startsWith("text ")) text = line.slice(5);
    else {
      const [day, told, isWrong] = [published, text, line.startsWith("wrong: ")];
      const expected = isWrong ? line.slice(7) : line;
      const check = (): void => expect(anchored(told, day, expected.split(" ")[0] as Tense)).toBe(expected);
      if (isWrong) it.fails(`wrong: ${told}`, check);
      else it(told, check);
    }
  }
});
