import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rowOf } from "../../../../test/rows.js";
import { loadLanguageModel, parseText } from "../../language/index.js";
import { growTree } from "../tree.js";
import { factualityAt, readFactuality } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const MODEL = new URL("models/english.entente", root);

interface Case {
  readonly text: string;
  /** Word and what is said of it, by the line of the file. */
  readonly wanted: { readonly word: string; readonly value: string; readonly line: number }[];
}

/** Blocks of the file, without comments; `wrong: ` only marks a line. */
function readCases(file: string): Case[] {
  const cases: Case[] = [];
  for (const [index, raw] of file.split("\n").entries()) {
    const line = raw.replace(/^wrong: /, "");
    const condition = /^if (\S+): (.+)$/.exec(line);
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("text: ")) cases.push({ text: line.slice(6), wanted: [] });
    else if (condition)
      cases.at(-1)!.wanted.push({ word: condition[1]!, value: `if ${condition[2]}`, line: index + 1 });
    else {
      const [word, value] = line.split(" = ") as [string, string];
      cases.at(-1)!.wanted.push({ word, value, line: index + 1 });
    }
  }
  return cases;
}

describe.skipIf(!existsSync(MODEL))("factuality", () => {
  const model = loadLanguageModel(readFileSync(MODEL));
  const lexicon = readFactuality(readFileSync(new URL("lexicon/factuality.tsv", root), "utf8"));
  const cases = readCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));

  test.each(cases.map((one) => [one.text, one] as const))("%s", (text, { wanted }) => {
    const tree = growTree(parseText(model, text));
    for (const { word, value, line } of wanted) {
      const row = rowOf(tree, word);
      const { factuality: f } = factualityAt(tree, lexicon, row, row);
      const all = value.startsWith("if ")
        ? [`if ${f.condition?.text}`]
        : [f.status, f.certainty, f.polarity, f.tense];
      const [status, ...rest] = value.startsWith("if ") ? [value] : value.split(" ");
      expect(`${word} = ${all[0]}`, `cases.txt, line ${line}`).toBe(`${word} = ${status}`);
      for (const part of rest) expect(all.slice(1), `cases.txt, line ${line}: ${word}`).toContain(part);
    }
  });

  test.each(["", " ", "?", "If", "no no no", "may", "not only", "🙂 if"])("any text: %j", (text) => {
    const tree = growTree(parseText(model, text));
    for (let row = 0; row < tree.size; row++)
      expect(factualityAt(tree, lexicon, row, row).cues).toBeDefined();
  });
});
