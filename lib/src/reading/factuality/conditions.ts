/** Conditions over an act, and questions. */
import { spanOf, type TextSpan } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { FactualityLexicon } from "./lexicon.js";
import { addCue, type Mood } from "./mood.js";

/** The first child that introduces a clause or a noun, with what its words do: "if", "without", "as long as". */
export function markerOf(
  lexicon: FactualityLexicon,
  tree: Tree,
  row: number,
): { row: number; effect: string } | null {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    const inverted = relation === "aux" && child < row && isInverted(tree, row, child);
    if (relation !== "mark" && relation !== "case" && relation !== "advmod" && !inverted) continue;
    const word = inverted ? `inverted ${wordAt(tree, child)}` : fixedWords(tree, child);
    const found = lexicon.get(`marker ${word.toLowerCase()}/r`);
    if (found !== undefined && !isComparison(tree, child)) return { row: child, effect: found.effect };
  }
  return null;
}

/** "Should Iran attack, ...", "Had Iran attacked, ...": the auxiliary stands before the subject of the clause. */
function isInverted(tree: Tree, row: number, auxiliary: number): boolean {
  if (relationAt(tree, row) !== "advcl") return false;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "nsubj") return auxiliary < child;
  return false;
}

/** "look as if they attacked" compares. */
function isComparison(tree: Tree, row: number): boolean {
  return row > 0 && wordAt(tree, row - 1).toLowerCase() === "as" && wordAt(tree, row).toLowerCase() === "if";
}

function fixedWords(tree: Tree, row: number): string {
  let words = wordAt(tree, row);
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "fixed") words += ` ${wordAt(tree, child)}`;
  return words;
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
