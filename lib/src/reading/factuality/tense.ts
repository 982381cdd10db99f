/** Tense of a predicate by its tag and auxiliaries. */
import { uposAt, wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { MoodTense } from "./mood.js";

const MAX_CLIMB = 8; // heads above a noun among which its verb stands

export function xposAt(tree: Tree, row: number): string {
  return tree.xposNames[tree.xpos[row]!]!;
}

const FUTURE = new Set(["will", "shall", "wo", "'ll", "’ll"]);

/** Tense of the predicate at `row`: "none" for infinitives, gerunds and modals. */
export function tenseAt(tree: Tree, row: number): MoodTense {
  let finite = xposAt(tree, row);
  const progressive = finite === "VBG";
  let perfect = false;
  let modal: MoodTense | null = null;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "aux" && relation !== "cop") continue;
    const tag = xposAt(tree, child);
    if (tree.lemma[child] === "have" && relation === "aux") perfect = true;
    if (relation === "aux" && tag === "MD")
      modal = FUTURE.has(wordAt(tree, child).toLowerCase()) ? "future" : "none";
    else if (modal === null) finite = tag;
  }
  if (modal !== null) return perfect ? "past" : modal;
  if (progressive && (finite === "VBZ" || finite === "VBP")) return "ongoing";
  if (perfect || finite === "VBD" || finite === "VBN") return "past";
  return finite === "VBZ" || finite === "VBP" ? "present" : "none";
}

/** The verb of the clause in which a noun stands; the row itself where it is a predicate. */
export function predicateOf(tree: Tree, row: number): number {
  let up = row;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++) {
    if (uposAt(tree, up) === "VERB") return up;
    for (const child of childrenAt(tree, up)) if (relationAt(tree, child) === "cop") return up;
    up = tree.head[up]!;
  }
  return up;
}
