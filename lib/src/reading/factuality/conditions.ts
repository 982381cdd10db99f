/** Conditions over an act, and questions. */
import { spanOf, type TextSpan } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { FactualityLexicon } from "./lexicon.js";
import { addCue, type Mood } from "./mood.js";

export interface Marker {
  readonly row: number;
  readonly effect: string;
}

/** The first child that introduces a clause or a noun, with what its words do: "if", "without", "as long as". */
export function markerOf(lexicon: FactualityLexicon, tree: Tree, row: number): Marker | null {
  for (const child of childrenAt(tree, row)) {
    if (child > row) break;
    const relation = relationAt(tree, child);
    if (relation === "aux") {
      const effect = isInverted(tree, row, child)
        ? lexicon.get(`marker inverted ${lowerAt(tree, child)}/r`)
        : undefined;
      if (effect !== undefined) return { row: child, effect: effect.effect };
    }
    if (!MARKERS.has(relation)) continue;
    const effect = phraseEffect(lexicon, tree, child);
    if (effect !== undefined) return { row: child, effect };
  }
  return null;
}

const MARKERS = new Set(["mark", "case", "advmod", "cc"]);
const LONGEST_MARKER = 3; // words of "as soon as"

/** The longest phrase of the table that starts at the row or at one of the two words before it. */
function phraseEffect(lexicon: FactualityLexicon, tree: Tree, row: number): string | undefined {
  if (row > 0 && lowerAt(tree, row - 1) === "as" && lowerAt(tree, row) === "if") return undefined; // a comparison
  let found: string | undefined;
  for (const start of [row, row - 1, row - 2]) {
    if (start < 0) continue;
    let words = "";
    for (let at = start; at < start + LONGEST_MARKER && at < tree.size; at++) {
      words += (words === "" ? "" : " ") + lowerAt(tree, at);
      if (at >= row) found = lexicon.get(`marker ${words}/r`)?.effect ?? found;
    }
    if (found !== undefined) return found;
  }
  return found;
}

function lowerAt(tree: Tree, row: number): string {
  return wordAt(tree, row).toLowerCase();
}

/** "Should Iran attack, ...", "Had Iran attacked, ...": the auxiliary stands before the subject of the clause. */
export function isInverted(tree: Tree, row: number, auxiliary: number): boolean {
  if (relationAt(tree, row) !== "advcl") return false;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "nsubj") return auxiliary < child;
  return false;
}

const MAX_WORDS = 400; // of a condition that is kept

/** The words of a clause without those of the branch `stop`. */
export function subtreeSpan(tree: Tree, row: number, stop = -1): TextSpan {
  let from = tree.from[row]!;
  let to = tree.to[row]!;
  const stack = [row];
  for (let i = 0; i < MAX_WORDS && stack.length > 0; i++) {
    const top = stack.pop()!;
    from = Math.min(from, tree.from[top]!);
    to = Math.max(to, tree.to[top]!);
    for (const child of childrenAt(tree, top))
      if (child !== stop && relationAt(tree, child) !== "punct") stack.push(child);
  }
  return spanOf(tree.text, from, to);
}

/** The act holds only if something else does: a conditional clause stands under its predicate. */
export function readCondition(lexicon: FactualityLexicon, tree: Tree, mood: Mood, row: number): void {
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "advcl") continue;
    const marker = markerOf(lexicon, tree, child);
    if (marker === null || marker.effect !== "condition") continue;
    mood.conditional = true;
    mood.condition = subtreeSpan(tree, child);
    addCue(tree, mood, marker.row);
  }
}

const QUESTION_WORDS = /^W(P|RB|DT)/;
const SENTENCE_END = 3; // closing marks and quotation marks at the end of a sentence

/** A question whether something is so; "who attacked?" takes the attack for granted. */
export function isOpenQuestion(tree: Tree, row: number): boolean {
  const start = tree.sentenceStart[tree.sentence[row]!]!;
  const end = tree.sentenceStart[tree.sentence[row]! + 1]!;
  let asks = false;
  for (let at = end - 1; at >= start && at >= end - SENTENCE_END; at--)
    if (wordAt(tree, at) === "?") asks = true;
  if (!asks) return false;
  for (const child of childrenAt(tree, row))
    if (child < row && QUESTION_WORDS.test(tree.xposNames[tree.xpos[child]!]!)) return false;
  return true;
}
