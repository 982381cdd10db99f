/** What is said of a report: "the claim that ... is false", "dismissed rumours that ...", "wrongly said that ...". */
import { wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Ground, hasMarker } from "./ground.js";
import { type Effect, effectOf } from "./lexicon.js";
import { addCue, applyEffect, type Mood } from "./mood.js";
import { xposAt } from "./tense.js";

/**
 * True where the clause at `row` says what the noun over it is about ("the claim that he left") and does not describe
 * the noun ("the claim that he made"). The parser may give the "that" of the first to the main clause.
 */
export function isContentOf(ground: Ground, row: number, head: number): boolean {
  const { tree } = ground;
  if (hasMarker(tree, row)) return true;
  const next = head + 1;
  if (next >= row || wordAt(tree, next).toLowerCase() !== "that" || xposAt(tree, next) !== "IN") return false;
  return contentEffect(ground, head) !== undefined;
}

/** What the word over a clause makes of it; "claims", "reports" before "that" are nouns even where they are tagged as verbs. */
export function contentEffect({ tree, lexicon }: Ground, head: number): Effect | undefined {
  const own = effectOf(lexicon, tree, "complement", head);
  return own ?? lexicon.get(`complement ${tree.lemma[head]!.toLowerCase()}/n`);
}

interface Verdict {
  readonly row: number;
  readonly effect: Effect;
}

/** The judging word at a predicate: itself or what it "proved", "turned out", "is believed" to be. */
function verdictAt({ tree, lexicon }: Ground, row: number): Verdict | null {
  const own = effectOf(lexicon, tree, "verdict", row);
  if (own !== undefined) return { row, effect: own };
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "xcomp") continue;
    const effect = effectOf(lexicon, tree, "verdict", child);
    if (effect !== undefined) return { row: child, effect };
  }
  return null;
}

const ARGUMENTS = new Set(["nsubj", "obj"]);
/** Relations in which the parser may hang the predicate under its long subject. */
const MISPLACED = new Set(["ccomp", "acl", "advcl", "parataxis"]);

function speak(tree: Tree, mood: Mood, { row, effect }: Verdict, negated: boolean): void {
  if (applyEffect(mood, negated ? effect.negated : effect.effect, null)) addCue(tree, mood, row);
}

/** Lets what is said of the report at `noun` judge the act at `row`, which is its content. */
export function readVerdict(ground: Ground, mood: Mood, row: number, noun: number, depth: number): void {
  const { tree, lexicon } = ground;
  const head = tree.head[noun]!;
  const above = head >= 0 && ARGUMENTS.has(relationAt(tree, noun)) ? verdictAt(ground, head) : null;
  if (above !== null) {
    speak(tree, mood, above, ground.moodOf(above.row, depth + 1).negative);
    return;
  }
  for (const child of childrenAt(tree, noun)) {
    const relation = relationAt(tree, child);
    const effect = relation === "amod" ? effectOf(lexicon, tree, "verdict", child) : undefined;
    const verdict = effect !== undefined ? { row: child, effect } : null;
    const misplaced = child > row && MISPLACED.has(relation) ? verdictAt(ground, child) : null;
    if (verdict !== null) speak(tree, mood, verdict, false);
    else if (misplaced !== null) speak(tree, mood, misplaced, isNegated(tree, misplaced.row));
  }
}

const NOT = new Set(["not", "n't", "n’t", "never"]);

function isNegated(tree: Tree, row: number): boolean {
  return childrenAt(tree, row).some((child) => NOT.has(wordAt(tree, child).toLowerCase()));
}

/** "falsely claimed that the army fled": an adverb judges what is said. */
export function readAdverbVerdict({ tree, lexicon }: Ground, mood: Mood, speech: number): void {
  for (const child of childrenAt(tree, speech)) {
    const effect =
      relationAt(tree, child) === "advmod" ? effectOf(lexicon, tree, "verdict", child) : undefined;
    if (effect !== undefined) speak(tree, mood, { row: child, effect }, false);
  }
}
