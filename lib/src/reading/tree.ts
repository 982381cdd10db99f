/** Small ways about the tree that every module of the reading room needs. */
import { childrenOf, deprelAt, type Parsed, sentenceOfRows } from "../language/index.js";
import type { Tree } from "./types.js";

const NO_ROWS: readonly number[] = [];

/** Adds the tables of children and sentences to parsed columns. */
export function growTree(parsed: Parsed): Tree {
  return { ...parsed, childRows: childrenOf(parsed), sentence: sentenceOfRows(parsed) };
}

/** Rows of the direct dependents, in text order; none for row -1, which is nobody. */
export function childrenAt(tree: Tree, row: number): readonly number[] {
  return tree.childRows[row] ?? NO_ROWS;
}

/** The first child with one of the full relations, or -1. */
export function childWith(tree: Tree, row: number, ...relations: string[]): number {
  for (const child of childrenAt(tree, row)) if (relations.includes(deprelAt(tree, child))) return child;
  return -1;
}

/** Relation without its subtype: "nsubj" for "nsubj:pass". */
export function relationAt(tree: Tree, row: number): string {
  const full = deprelAt(tree, row);
  const colon = full.indexOf(":");
  return colon < 0 ? full : full.slice(0, colon);
}

/** Lower-case lemma; plurals that the lemmatizer keeps ("troops", "supplies") become singulars, as tables hold them. */
export function lemmaAt(tree: Tree, row: number): string {
  const lemma = tree.lemma[row]!.toLowerCase();
  const isPlural = tree.xposNames[tree.xpos[row]!]!.endsWith("S") && lemma.length > 3;
  if (!isPlural || !lemma.endsWith("s") || lemma.endsWith("ss") || SINGULAR_S.has(lemma)) return lemma;
  return lemma.endsWith("ies") && lemma.length > 5 ? `${lemma.slice(0, -3)}y` : lemma.slice(0, -1);
}
const SINGULAR_S = new Set([
  "series",
  "news",
  "species",
  "means",
  "headquarters",
  "barracks",
  "crossroads",
  "politics",
]);
