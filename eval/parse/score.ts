import type { Treebank } from "../../lib/src/language/conllu.js";
import { deprelAt } from "../../lib/src/language/tree.js";
import type { Parsed } from "../../lib/src/language/types.js";
import { alignWords, commonSpans, type Units, unitsOf, type Word } from "./align.js";

/** Right answers, and the numbers of units that the gold text and the result have. */
export interface Score {
  readonly name: string;
  readonly right: number;
  readonly gold: number;
  readonly found: number;
}

export function precision(score: Score): number {
  return score.found === 0 ? 0 : score.right / score.found;
}

export function recall(score: Score): number {
  return score.gold === 0 ? 0 : score.right / score.gold;
}

/** Harmonic mean of precision and recall; 0 where there is nothing. */
export function f1(score: Score): number {
  const units = score.gold + score.found;
  return units === 0 ? 0 : (2 * score.right) / units;
}

type Pair = readonly [Word, Word];

/** Relation without its subtype, as the CoNLL 2018 shared task compares it. */
function relation(tree: Parsed, row: number): string {
  return deprelAt(tree, row).split(":")[0]!;
}

function xpos(tree: Parsed, row: number): string {
  return tree.xposNames[tree.xpos[row]!]!;
}

/** A gold lemma `_` asks for nothing. */
function hasLemma(
  gold: Parsed,
  g: number,
  found: Parsed,
  f: number,
  fold: (lemma: string) => string,
): boolean {
  return gold.lemma[g] === "_" || fold(gold.lemma[g]!) === fold(found.lemma[f]!);
}

/** For every gold row the row of the result that it is aligned with, else -1. */
function partners(gold: Parsed, pairs: readonly Pair[]): Int32Array {
  const partner = new Int32Array(gold.size).fill(-1);
  for (const [g, f] of pairs) partner[g.row] = f.row;
  return partner;
}

function countPunctuation(tree: Parsed): number {
  let count = 0;
  for (let row = 0; row < tree.size; row++) if (relation(tree, row) === "punct") count++;
  return count;
}

/** Scores of tokens, sentences and words. */
export function scoreUnits(gold: Units, found: Units, pairs: readonly Pair[]): Score[] {
  const spans = (name: string, key: "tokens" | "sentences") => ({
    name,
    right: commonSpans(gold[key], found[key]),
    gold: gold[key].length,
    found: found[key].length,
  });
  const words = { name: "Words", right: pairs.length, gold: gold.words.length, found: found.words.length };
  return [spans("Tokens", "tokens"), spans("Sentences", "sentences"), words];
}

/** Scores of tags, lemmas and trees over aligned words. */
export function scoreAnnotation(gold: Parsed, found: Parsed, pairs: readonly Pair[]): Score[] {
  const partner = partners(gold, pairs);
  const hasHead = (g: number, f: number) => {
    const head = gold.head[g]!;
    return head < 0 ? found.head[f]! < 0 : partner[head]! >= 0 && partner[head] === found.head[f];
  };
  const isArc = (g: number, f: number) => hasHead(g, f) && relation(gold, g) === relation(found, f);
  const count = (name: string, isRight: (g: number, f: number) => boolean): Score => {
    const right = pairs.filter(([g, f]) => isRight(g.row, f.row)).length;
    return { name, right, gold: gold.size, found: found.size };
  };
  const bare = count("LAS without punctuation", (g, f) => relation(gold, g) !== "punct" && isArc(g, f));
  return [
    count("UPOS", (g, f) => gold.upos[g] === found.upos[f]),
    count("XPOS", (g, f) => xpos(gold, g) === xpos(found, f)),
    count("Lemmas (caseless)", (g, f) => hasLemma(gold, g, found, f, (lemma) => lemma.toLowerCase())),
    count("Lemmas (cased)", (g, f) => hasLemma(gold, g, found, f, (lemma) => lemma)),
    count("UAS", hasHead),
    count("LAS", isArc),
    { ...bare, gold: gold.size - countPunctuation(gold), found: found.size - countPunctuation(found) },
  ];
}

/** All scores of a result over the raw text of a treebank, by the rules of the CoNLL 2018 shared task. */
export function scoreText(gold: Treebank, found: Parsed): Score[] {
  const goldUnits = unitsOf(gold, gold.form);
  const foundUnits = unitsOf(found);
  const pairs = alignWords(goldUnits.words, foundUnits.words);
  return [...scoreUnits(goldUnits, foundUnits, pairs), ...scoreAnnotation(gold, found, pairs)];
}
