/** Whether the words of a fixed phrase stand around its head. */
import { wordAt } from "../../language/index.js";
import type { Frame } from "../frames/frame.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

const PHRASE_REACH = 2; // levels under the head at which the words of a fixed phrase may stand

const PARTICLES = new Set(
  "in out up down off on over back away for with at to aside upon through apart along forward".split(" "),
);

/** True where all words of the frame beside its head are there. */
export function hasPhrase(tree: Tree, row: number, frame: Frame): boolean {
  return frame.rest.every((lemma) => {
    if (frame.pos !== "v" || !PARTICLES.has(lemma)) return hasWordUnder(tree, row, lemma, PHRASE_REACH);
    return (
      hasParticle(tree, row, lemma) || (frame.rest.length > 1 && hasWordUnder(tree, row, lemma, PHRASE_REACH))
    );
  });
}

/** "called for", "handed over": the particle hangs on the verb, or is the first word of what comes right after it. */
function hasParticle(tree: Tree, verb: number, particle: string): boolean {
  for (const child of childrenAt(tree, verb)) {
    if (child < verb) continue;
    if (wordAt(tree, child).toLowerCase() === particle) return true;
    const isArgument = relationAt(tree, child) === "obl" || relationAt(tree, child) === "obj";
    if (!isArgument) continue;
    const next = childrenAt(tree, child).find((c) => wordAt(tree, c).toLowerCase() === particle && c < child);
    if (next !== undefined && (next === verb + 1 || !hasObjectBefore(tree, verb, child))) return true;
  }
  return false;
}

function hasObjectBefore(tree: Tree, verb: number, row: number): boolean {
  return childrenAt(tree, verb).some((c) => c < row && c > verb && relationAt(tree, c) === "obj");
}

function hasWordUnder(tree: Tree, row: number, lemma: string, depth: number): boolean {
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) === "nsubj") continue;
    if (lemmaAt(tree, child) === lemma || wordAt(tree, child).toLowerCase() === lemma) return true;
    if (depth > 1 && hasWordUnder(tree, child, lemma, depth - 1)) return true;
  }
  return false;
}
