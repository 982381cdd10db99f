/** What words do to the certainty of the act that stands under, over or beside them (`lexicon/factuality.tsv`). */
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { verbBases } from "../frames/inflection.js";
import { readTable } from "../lexicon/tables.js";
import { childrenAt } from "../tree.js";
import type { Tree } from "../types.js";

/** One row: what the word does, and what it does where it is negated itself ("did not deny that ..."). */
export interface Effect {
  readonly effect: string;
  readonly negated: string;
}

/** "complement plan/v" → its effect. */
export type FactualityLexicon = ReadonlyMap<string, Effect>;

/** What the negation of a word leaves of the act under it, where the table does not say. */
const NEGATED: Readonly<Record<string, string>> = {
  happened: "negative",
  ongoing: "negative",
  negative: "happened",
  planned: "negative",
  requested: "unrequested",
  denied: "possible",
  able: "negative",
  obliged: "possible",
};

/** Parses `factuality.tsv`. */
export function readFactuality(table: string): FactualityLexicon {
  return new Map(
    readTable(table).map((row) => {
      const effect = row.effect ?? "";
      return [`${row.role} ${row.word}`, { effect, negated: row.negated || (NEGATED[effect] ?? effect) }];
    }),
  );
}

function posKey(tree: Tree, row: number): string {
  switch (uposAt(tree, row)) {
    case "VERB":
    case "AUX":
      return "v";
    case "NOUN":
    case "PROPN":
      return "n";
    case "ADJ":
      return "a";
    default:
      return "r";
  }
}

/** Relations of words that make a phrase with their head: "call off", "stop short", "take place". */
const PARTS = new Set(["compound:prt", "advmod", "xcomp", "obj", "obl"]);

/** What a word does in a role; a phrase of two words goes before the word alone. Forms that the lemmatizer gets wrong are undone. */
export function effectOf(
  lexicon: FactualityLexicon,
  tree: Tree,
  role: string,
  row: number,
): Effect | undefined {
  const pos = posKey(tree, row);
  const found = effectOfLemma(lexicon, tree, role, row, tree.lemma[row]!.toLowerCase(), pos);
  if (found !== undefined || pos !== "v") return found;
  for (const base of verbBases(wordAt(tree, row))) {
    const effect = effectOfLemma(lexicon, tree, role, row, base, pos);
    if (effect !== undefined) return effect;
  }
  return undefined;
}

function effectOfLemma(
  lexicon: FactualityLexicon,
  tree: Tree,
  role: string,
  row: number,
  lemma: string,
  pos: string,
): Effect | undefined {
  for (const child of childrenAt(tree, row)) {
    if (!PARTS.has(deprelAt(tree, child))) continue;
    const found = lexicon.get(`${role} ${lemma} ${wordAt(tree, child).toLowerCase()}/${pos}`);
    if (found !== undefined) return found;
  }
  return lexicon.get(`${role} ${lemma}/${pos}`);
}
