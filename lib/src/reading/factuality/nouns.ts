/** Acts told by nouns: what is done to them, what they do, and the prepositions before them. */
import { wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Marker, markerOf } from "./conditions.js";
import type { Ground } from "./ground.js";
import { type Effect, effectOf } from "./lexicon.js";
import { hasChild, isNegativeArgument } from "./modifiers.js";
import { addCue, applyEffect, govern, isHypothetical, type Mood, weaken } from "./mood.js";

/** Prepositions through which a verb reaches the act that it is about: "called for an attack". */
const ABOUT = new Set(["for", "from", "to", "against", "about", "of", "on", "with", "over", "into", "in"]);

function reaches(tree: Tree, row: number): boolean {
  const relation = relationAt(tree, row);
  if (relation !== "obl" && relation !== "nmod") return true;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case") return ABOUT.has(wordAt(tree, child).toLowerCase());
  return true;
}

/** "headed off an attack": the parser may take the particle for a preposition. */
function particleEffect({ tree, lexicon }: Ground, row: number, head: number): Effect | undefined {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case" && child === head + 1)
      return lexicon.get(`object ${tree.lemma[head]!.toLowerCase()} ${wordAt(tree, child).toLowerCase()}/v`);
  return undefined;
}

/** "Talks have yet to begin", "talks failed to start": the subject belongs to the infinitive too. */
function raisedVerb({ tree, lexicon }: Ground, head: number): number {
  for (const child of childrenAt(tree, head))
    if (relationAt(tree, child) === "xcomp" && effectOf(lexicon, tree, "subject", child)) return child;
  return -1;
}

/** "without the attack", "if an attack": unreal where the rest is a fact, a fact where the rest is unreal. */
function linkMarkedNoun(ground: Ground, mood: Mood, marker: Marker, head: number, depth: number): void {
  const up = ground.moodOf(head, depth + 1);
  if (marker.effect === "negative" && up.counterfactual) return; // "without the invasion they would not have joined"
  const isOpen = marker.effect === "condition" || isHypothetical(up);
  applyEffect(mood, isOpen ? "possible" : "negative", null);
  addCue(ground.tree, mood, marker.row);
}

const OPEN_MODALS = new Set(["would", "could", "may", "might", "'d", "’d"]);
const WOULD = new Set(["would", "'d", "’d"]);
const ONE_OR_ANY = new Set(["a", "an", "any", "another", "such"]);
const THE = new Set(["the"]);
const HAVE = new Set(["have", "'ve", "’ve"]);
const OF = new Set(["of"]);
const LATER = new Set(["later", "eventually", "soon", "then"]);

/** "The loss of the town would hurt the army", not "the deal would", "the loss told of would later". */
function isImaginedDefinite(tree: Tree, row: number, head: number): boolean {
  if (hasChild(tree, row, "det", THE) < 0 || hasChild(tree, head, "aux", WOULD) < 0) return false;
  if (hasChild(tree, head, "advmod", LATER) >= 0) return false;
  const children = childrenAt(tree, row);
  if (children.some((child) => relationAt(tree, child) === "acl")) return false;
  return children.some(
    (child) => relationAt(tree, child) === "nmod" && hasChild(tree, child, "case", OF) >= 0,
  );
}

/** "An attack on the town would start a war": what is not singled out and only would do something has not been done. */
function isImagined(tree: Tree, row: number, head: number): boolean {
  if (relationAt(tree, row) !== "nsubj" || hasChild(tree, head, "aux", OPEN_MODALS) < 0) return false;
  const isPerfect = hasChild(tree, head, "aux", HAVE) >= 0;
  if (isPerfect && hasChild(tree, head, "aux", WOULD) < 0) return false; // "an attack may have killed ten"
  let isDetermined = false;
  for (const child of childrenAt(tree, row)) {
    if (tree.deprelNames[tree.deprel[child]!] === "nmod:poss") return false;
    if (relationAt(tree, child) === "det") isDetermined = true;
  }
  if (!isDetermined || hasChild(tree, row, "det", ONE_OR_ANY) >= 0) return true;
  return isImaginedDefinite(tree, row, head);
}

/** An act told by a noun: what is done to it, what it does, or the preposition before it. */
export function linkNoun(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const marker = markerOf(lexicon, tree, row);
  if (marker?.effect === "negative" || marker?.effect === "condition") {
    linkMarkedNoun(ground, mood, marker, head, depth);
    return;
  }
  const full = tree.deprelNames[tree.deprel[row]!]!;
  if (full === "nmod:poss") return;
  const role = full === "nsubj" ? "subject" : "object";
  let from = head;
  let effect =
    particleEffect(ground, row, head) ??
    (reaches(tree, row) ? effectOf(lexicon, tree, role, head) : undefined);
  if (effect === undefined && role === "subject" && raisedVerb(ground, head) >= 0) {
    from = raisedVerb(ground, head);
    effect = effectOf(lexicon, tree, role, from);
  }
  if (effect === undefined) {
    if (isImagined(tree, row, head)) weaken(mood, "possible");
    return;
  }
  if (isNegativeArgument(tree, row)) mood.negative = false; // the verb is negated with it
  const up = ground.moodOf(from, depth + 1);
  govern(mood, effect, up);
  if (effect.effect === "happened" || effect.effect === "ongoing") mood.tense = up.tense;
  addCue(tree, mood, from);
}
