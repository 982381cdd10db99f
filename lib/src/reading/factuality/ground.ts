/** What reading one document needs, and small questions about its clauses. */
import { uposAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { FactualityLexicon } from "./lexicon.js";
import { hasChild } from "./modifiers.js";
import type { Mood } from "./mood.js";
import { xposAt } from "./tense.js";

export interface Ground {
  readonly tree: Tree;
  readonly lexicon: FactualityLexicon;
  /** All that the sentence says of a predicate; `depth` governing words have been climbed to reach it. */
  readonly moodOf: (row: number, depth: number) => Mood;
}

export const TO: ReadonlySet<string> = new Set(["to"]);

export function hasModal(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux" && xposAt(tree, child) === "MD") return true;
  return false;
}

export function isVerbal(tree: Tree, row: number): boolean {
  return uposAt(tree, row) === "VERB" || uposAt(tree, row) === "AUX";
}

export function isInfinitive(tree: Tree, row: number): boolean {
  return hasChild(tree, row, "mark", TO) >= 0;
}

export function isFiniteClause(tree: Tree, row: number): boolean {
  if (isInfinitive(tree, row) || xposAt(tree, row) === "VBG") return false;
  return relationAt(tree, row) !== "xcomp";
}

export function hasAuxiliary(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "aux") return true;
  return false;
}

export function hasMarker(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "mark") return true;
  return false;
}
