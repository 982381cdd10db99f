/** Clauses of circumstance: purpose, condition, time, manner. */
import { uposAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { markerOf } from "./conditions.js";
import { type Ground, hasMarker, isFiniteClause, isInfinitive } from "./ground.js";
import { type Effect, effectOf } from "./lexicon.js";
import { addCue, applyEffect, govern, inherit, isHypothetical, type Mood, weaken } from "./mood.js";
import { xposAt } from "./tense.js";

/** A clause of circumstance: purpose, condition, time, manner. */
export function linkAdverbial(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const marker = markerOf(lexicon, tree, row);
  const finite = isFiniteClause(tree, row);
  const complement = finite ? undefined : effectOf(lexicon, tree, "complement", head);
  if (marker?.effect === "condition") {
    weaken(mood, "possible");
    addCue(tree, mood, marker.row);
    return;
  }
  if (marker?.effect === "negative") {
    inherit(mood, ground.moodOf(head, depth + 1));
    applyEffect(mood, "negative", null);
    addCue(tree, mood, marker.row);
    return;
  }
  if (complement !== undefined && takesComplement(tree, row, head, complement)) {
    govern(mood, complement, ground.moodOf(head, depth + 1));
    addCue(tree, mood, head);
    return;
  }
  const up = ground.moodOf(head, depth + 1);
  if (!finite) inherit(mood, up);
  if (isInfinitive(tree, row)) mood.planned = true;
  if (marker?.effect === "pending" && tenseIsOpen(tree, row) && isHypothetical(up)) mood.planned = true;
  if (marker?.effect === "planned") mood.planned = true;
}

/**
 * "due to begin", "urged them to leave", "refrained from attacking", "gave up attacking"; not the purpose of a verb
 * that takes a gerund: "stopped to attack".
 */
function takesComplement(tree: Tree, row: number, head: number, { effect }: Effect): boolean {
  if (isInfinitive(tree, row))
    return effect !== "negative" || uposAt(tree, head) === "ADJ" || row > head + MAX_GERUND;
  return hasMarker(tree, row) || (row > head && row <= head + MAX_GERUND);
}
const MAX_GERUND = 2; // a gerund follows its verb, with a particle between at most

/** Present tense after "before", "until", "once" looks ahead. */
function tenseIsOpen(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux") return xposAt(tree, child) !== "VBD";
  return /^VB[ZPGN]?$/.test(xposAt(tree, row));
}
