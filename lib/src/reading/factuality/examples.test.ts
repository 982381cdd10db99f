/** Every row of `lexicon/factuality.tsv` is read with its own example: the effect must show at the act in it. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Factuality } from "../../core/index.js";
import { loadLanguageModel, parseText, wordAt } from "../../language/index.js";
import { readTable, type TableRow } from "../lexicon/tables.js";
import { growTree } from "../tree.js";
import type { Tree } from "../types.js";
import { factualityAt, readFactuality } from "./index.js";

const root = new URL("../../../../", import.meta.url);
const MODEL = new URL("models/english.entente", root);
const TABLE = readFileSync(new URL("lexicon/factuality.tsv", root), "utf8");

/** The act of an example: a form of "destroy", else the noun of an act, else the word of the row. */
function actOf(tree: Tree, row: TableRow): number {
  const own = row.role === "failed" ? row.word!.split("/")[0]! : "";
  for (const words of [/^destroy/, /^(attacks?|ceasefire|talks)$/, new RegExp(`^${own}$`)])
    for (let at = 0; at < tree.size; at++)
      if (words.test(wordAt(tree, at)) && words.source !== "^$") return at;
  return -1;
}

/** Statuses that show an effect. */
const SHOWS: Readonly<Record<string, (f: Factuality) => boolean>> = {
  happened: (f) => f.status === "happened",
  ongoing: (f) => f.status === "ongoing",
  fact: (f) => f.status === "happened",
  negative: (f) => f.polarity === "negative" && f.status === "not-happened",
  failed: (f) => f.status === "not-happened",
  unlikely: (f) => f.polarity === "negative" && f.certainty !== "certain",
  denied: (f) => f.status === "denied",
  planned: (f) => f.status === "planned" || f.tense === "future",
  possible: (f) => f.status === "possible" || f.certainty === "possible",
  probable: (f) => f.certainty === "probable",
  able: (f) => f.status === "possible" || f.polarity === "negative",
  requested: (f) => f.status === "requested",
  obliged: (f) => f.status === "requested",
  generic: (f) => f.status === "generic",
  would: (f) => f.status === "possible" || f.status === "planned",
  condition: (f) => f.certainty === "possible",
  pending: (f) => f.status === "planned",
};

/** Rows whose example the parser of today does not bear out. */
const KNOWN_MISTAKES: readonly string[] = [
  "complement due/a", // "due to" is read as one preposition
  "complement rumour/n",
  "complement denial/n",
  "marker lest/r",
  "marker provided/r",
  "marker assuming/r",
  "marker inverted had/r",
  "marker inverted were/r",
];

describe.skipIf(!existsSync(MODEL))("examples of factuality.tsv", () => {
  const model = loadLanguageModel(readFileSync(MODEL));
  const lexicon = readFactuality(TABLE);
  const rows = readTable(TABLE, "factuality");

  test("every row has an example of its own and a known effect", () => {
    for (const row of rows) expect(SHOWS, `${row.role} ${row.word}`).toHaveProperty(row.effect!);
    expect(new Set(rows.map((row) => row.example)).size).toBe(rows.length);
  });

  test("the effect shows in the example", () => {
    const wrong: string[] = [];
    for (const row of rows) {
      const tree = growTree(parseText(model, row.example!));
      const act = actOf(tree, row);
      expect(act, `the act of "${row.example}"`).toBeGreaterThanOrEqual(0);
      const { factuality: f } = factualityAt(tree, lexicon, act, act);
      if (!SHOWS[row.effect!]!(f))
        wrong.push(`${row.role} ${row.word}: ${f.status} ${f.certainty} ${f.polarity}: ${row.example}`);
    }
    expect(wrong.filter((line) => !KNOWN_MISTAKES.some((known) => line.startsWith(`${known}:`)))).toEqual([]);
  });
});
