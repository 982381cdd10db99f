/** Acts told by nouns: what is done to them, what they do, and the prepositions before them. */
import { wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { markerOf } from "./conditions.js";
import type { Ground } from "./ground.js";
import { type Effect, effectOf } from "./lexicon.js";
import { addCue, applyEffect, govern, type Mood } from "./mood.js";

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

/** An act told by a noun: what is done to it, what it does, or the preposition before it. */
export function linkNoun(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const marker = markerOf(lexicon, tree, row);
  if (marker?.effect === "negative" || marker?.effect === "condition") {
    applyEffect(mood, marker.effect === "condition" ? "possible" : "negative", null);
    addCue(tree, mood, marker.row);
    return;
  }
  const full = tree.deprelNames[tree.deprel[row]!]!;
  if (full === "nmod:poss") return;
  const role = full === "nsubj" ? "subject" : "object";
  const effect =
    particleEffect(ground, row, head) ??
    (reaches(tree, row) ? effectOf(lexicon, tree, role, head) : undefined);
  if (effect === undefined) return;
  const up = ground.moodOf(head, depth + 1);
  govern(mood, effect, up);
  if (effect.effect === "happened" || effect.effect === "ongoing") mood.tense = up.tense;
  addCue(tree, mood, head);
}
