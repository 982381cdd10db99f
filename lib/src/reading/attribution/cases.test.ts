import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rowOf } from "../../../../test/rows.js";
import { loadLanguageModel, parseText, wordAt } from "../../language/index.js";
import { findMentions } from "../entities/index.js";
import { readActors } from "../lexicon/actors.js";
import { TABLES } from "../lexicon/packed.generated.js";
import { readTable } from "../lexicon/tables.js";
import { growTree } from "../tree.js";
import type { Tree, Voices } from "../types.js";
import { findVoices, readVoices } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const MODEL = new URL("models/english.entente", root);
const TABLE = readFileSync(new URL("lexicon/voices.tsv", root), "utf8");

interface Case {
  readonly text: string;
  readonly wanted: { readonly word: string; readonly value: string; readonly line: number }[];
}

function readCases(file: string): Case[] {
  const cases: Case[] = [];
  for (const [index, raw] of file.split("\n").entries()) {
    if (raw === "" || raw.startsWith("#")) continue;
    if (raw.startsWith("text: ")) cases.push({ text: raw.slice(6).replaceAll("\\n", "\n"), wanted: [] });
    else {
      const [word, value] = raw.replace(/^wrong: /, "").split(": ") as [string, string];
      cases.at(-1)!.wanted.push({ word, value, line: index + 1 });
    }
  }
  return cases;
}

function chainAt(tree: Tree, voices: Voices, row: number): string {
  const chain: string[] = [];
  for (let at = voices.at[row]!; at >= 0; at = voices.list[at]!.parent) {
    const { party, cue, quoted } = voices.list[at]!;
    chain.unshift(`${wordAt(tree, party.head)}/${cue.text}${quoted ? " quoted" : ""}`);
  }
  return chain.join(" > ") || "author";
}

describe.skipIf(!existsSync(MODEL))("attribution", () => {
  const model = loadLanguageModel(readFileSync(MODEL));
  const actors = readActors(TABLES);
  const lexicon = readVoices(TABLE);
  const find = (text: string) => {
    const tree = growTree(parseText(model, text));
    return { tree, voices: findVoices(tree, findMentions(tree, actors, "2024-06-15"), lexicon) };
  };

  test.each(
    readCases(readFileSync(new URL("cases.txt", import.meta.url), "utf8")).map(
      (one) => [one.text, one] as const,
    ),
  )("%s", (text, { wanted }) => {
    const { tree, voices } = find(text);
    for (const { word, value, line } of wanted)
      expect(`${word}: ${chainAt(tree, voices, rowOf(tree, word))}`, `cases.txt, line ${line}`).toBe(
        `${word}: ${value}`,
      );
  });

  test("every word of voices.tsv brings a voice in its own example", () => {
    const rows = readTable(TABLE, "voices");
    expect(new Set(rows.map((row) => row.example)).size).toBe(rows.length);
    const wrong: string[] = [];
    for (const row of rows) {
      const { tree, voices } = find(row.example!);
      const chain = chainAt(tree, voices, rowOf(tree, "shelled"));
      if (!/^(minister|inquiry|report)\//.test(chain)) wrong.push(`${row.cue}: ${chain}: ${row.example}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(["", " ", "”", "“", '"""', ": :", "he said he said he said", "“\n\n“\n\n“"])(
    "any text: %j",
    (text) => {
      const { tree, voices } = find(text);
      expect(voices.at.length).toBe(tree.size);
    },
  );

  test("the cost grows with the text alone", () => {
    const { tree, voices } = find("“We left,” he said that she said ".repeat(2000));
    expect(voices.at.length).toBe(tree.size);
  }, 20_000);
});
