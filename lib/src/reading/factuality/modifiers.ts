/** Words that stand at the act itself: auxiliaries, negation, adverbs, adjectives. */
import { wordAt } from "../../language/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { isInverted } from "./conditions.js";
import { effectOf, type FactualityLexicon } from "./lexicon.js";
import { addCue, applyEffect, type Mood, weaken } from "./mood.js";
import { xposAt } from "./tense.js";

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "nt"]);
const ONLY = new Set(["only", "just", "merely", "simply", "solely"]);
const FORMERLY = new Set(["once", "formerly", "previously", "long"]);
const NO = new Set(["no", "neither"]);
const NOBODY = new Set(["nobody", "none", "nothing", "noone", "neither"]);
const NEITHER = new Set(["neither"]);

export function hasChild(tree: Tree, row: number, relation: string, words: ReadonlySet<string>): number {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === relation && words.has(wordAt(tree, child).toLowerCase())) return child;
  return -1;
}

/** "not only": the next word, or the head, or a child of the negation. */
function isNotOnly(tree: Tree, row: number): boolean {
  if (row + 1 < tree.size && ONLY.has(wordAt(tree, row + 1).toLowerCase())) return true;
  return hasChild(tree, row, "advmod", ONLY) >= 0;
}

/** "not a single", "not until Monday": the negation belongs to another word. */
function negates(tree: Tree, row: number, child: number): boolean {
  const relation = relationAt(tree, child);
  const word = wordAt(tree, child).toLowerCase();
  if (!NEGATIONS.has(word) || isNotOnly(tree, child)) return false;
  if (relation === "cc") return word === "neither" || (word === "nor" && relationAt(tree, row) === "conj");
  return relation === "advmod" || relation === "det";
}

/** "no longer", "any longer" under a negation is one. */
function isNoLonger(tree: Tree, child: number): boolean {
  return (
    wordAt(tree, child).toLowerCase() === "longer" &&
    (hasChild(tree, child, "advmod", NO) >= 0 || hasChild(tree, child, "det", NO) >= 0)
  );
}

/** "no troops", "neither Iran nor Iraq", "nobody" as subject or object: the verb above is negated with it. */
export function isNegativeArgument(tree: Tree, row: number): boolean {
  const relation = relationAt(tree, row);
  if (relation !== "obj" && relation !== "nsubj") return false;
  if (NOBODY.has(wordAt(tree, row).toLowerCase()) || hasChild(tree, row, "det", NO) >= 0) return true;
  return hasChild(tree, row, "cc", NEITHER) >= 0;
}

/** "no troops were sent", "sent no troops", "nobody attacked". */
function hasNegativeArgument(tree: Tree, row: number): boolean {
  return childrenAt(tree, row).some((child) => isNegativeArgument(tree, child));
}

/** "a failed coup" did not succeed; "a failed summit" took place. */
function readFailed(lexicon: FactualityLexicon, tree: Tree, mood: Mood, row: number, child: number): void {
  if (!lexicon.has(`failed ${lemmaAt(tree, row)}/n`)) return;
  mood.negative = true;
  addCue(tree, mood, child);
}

function readAdverb(lexicon: FactualityLexicon, tree: Tree, mood: Mood, row: number, child: number): void {
  if (relationAt(tree, child) === "amod" && hasChild(tree, child, "advmod", FORMERLY) >= 0) return;
  const found =
    effectOf(lexicon, tree, "modifier", child) ??
    lexicon.get(`modifier ${wordAt(tree, child).toLowerCase()}/a`);
  if (found === undefined) return;
  if (found.effect === "failed") readFailed(lexicon, tree, mood, row, child);
  else if (
    applyEffect(mood, hasChild(tree, child, "advmod", NEGATIONS) >= 0 ? found.negated : found.effect, null)
  )
    addCue(tree, mood, child);
}

interface Auxiliaries {
  would: number;
  perfect: boolean;
  /** Row of "can", "could": with a negation the act is none, while "may not attack" stays possible. */
  ability: number;
}

function readAuxiliary(
  lexicon: FactualityLexicon,
  tree: Tree,
  mood: Mood,
  child: number,
  found: Auxiliaries,
): void {
  const word = wordAt(tree, child).toLowerCase();
  if (tree.lemma[child] === "have" && word !== "having") found.perfect = true;
  if (relationAt(tree, tree.head[child]!) === "advcl" && isInverted(tree, tree.head[child]!, child)) return;
  const effect = lexicon.get(`auxiliary ${word}/m`)?.effect;
  if (effect === undefined || (xposAt(tree, child) !== "MD" && effect !== "requested")) return;
  if (effect === "would") found.would = child;
  else if (effect === "able") found.ability = child;
  else {
    applyEffect(mood, effect, null);
    addCue(tree, mood, child);
  }
}

/** "would" is a plan in reported speech, unreal with "have", and else only possible. */
function readWould(tree: Tree, mood: Mood, row: number, found: Auxiliaries): void {
  addCue(tree, mood, found.would);
  if (found.perfect) mood.counterfactual = true;
  else if (isReported(tree, row)) mood.planned = true;
  else weaken(mood, "possible");
  mood.tense = "future";
}

function isReported(tree: Tree, row: number): boolean {
  const relation = relationAt(tree, row);
  if (relation === "conj" && tree.head[row]! >= 0) return isReported(tree, tree.head[row]!);
  if (relation === "ccomp" || relation === "xcomp") return true;
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "parataxis") return true;
  return false;
}

/** Reads the words at one predicate. */
export function readModifiers(lexicon: FactualityLexicon, tree: Tree, mood: Mood, row: number): void {
  const found: Auxiliaries = { would: -1, perfect: false, ability: -1 };
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "aux") readAuxiliary(lexicon, tree, mood, child, found);
    if (negates(tree, row, child) || (relation === "advmod" && isNoLonger(tree, child))) {
      mood.negative = true;
      addCue(tree, mood, child);
    } else if ((relation === "advmod" || relation === "amod") && !isNotOnly(tree, child))
      readAdverb(lexicon, tree, mood, row, child);
  }
  if (hasNegativeArgument(tree, row)) mood.negative = !mood.negative;
  if (found.would >= 0) readWould(tree, mood, row, found);
  if (found.ability >= 0) {
    if (!mood.negative || found.perfect) weaken(mood, "possible");
    addCue(tree, mood, found.ability);
  }
}
