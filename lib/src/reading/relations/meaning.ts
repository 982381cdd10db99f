/** Word vectors of a sentence with two parties: the mean meaning of the words at each place. */
import { addWordVector, type LanguageModel, uposAt, wordVectorSize } from "../../language/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { clausesUnder, pathBetween } from "./chain.js";
import { actRow, scopeOf } from "./features.js";
import type { Pair } from "./parties.js";

/** Places whose words are averaged: predicate, its clauses, their objects, the way to the target, the target, all. */
export const PLACES = 6;

/** Length of each vector, against features of 0.3 to 1: 1, 2 and 3 differ by a point; 2 was best on PLV. */
const LENGTH = 2;

const OBJECTS = new Set(["obj", "nsubj:pass", "obl"]);
const CONTENT = new Set(["ADJ", "NOUN", "VERB"]);

function objectsOf(tree: Tree, rows: readonly number[]): readonly number[] {
  return rows.flatMap((row) =>
    childrenAt(tree, row).filter((child) => {
      const relation = relationAt(tree, child);
      return OBJECTS.has(relation) || tree.deprelNames[tree.deprel[child]!] === "nsubj:pass";
    }),
  );
}

/** Rows of each place, in the order of the vectors. */
function placesOf(tree: Tree, pair: Pair): readonly (readonly number[])[] {
  const source = pair.source[0]?.head ?? -1;
  const target = pair.target[0]?.head ?? -1;
  const predicate = actRow(tree, pair);
  const chain = predicate < 0 ? [] : clausesUnder(tree, predicate);
  const path = source < 0 || target < 0 ? [] : pathBetween(tree, source, target);
  const [start, end] = scopeOf(
    tree,
    [source, target, predicate].filter((row) => row >= 0),
  );
  const all = Array.from({ length: end - start }, (_, i) => start + i).filter((row) =>
    CONTENT.has(uposAt(tree, row)),
  );
  return [chain.slice(0, 1), chain.slice(1), objectsOf(tree, chain), path, target < 0 ? [] : [target], all];
}

/** The vectors of all places, one after the other, each of length `LENGTH`, or 0 where no word of the place is known. */
export function meaningOf(language: LanguageModel, tree: Tree, pair: Pair): Float64Array {
  const size = wordVectorSize(language);
  const meaning = new Float64Array(PLACES * size);
  for (const [place, rows] of placesOf(tree, pair).entries()) {
    const sum = meaning.subarray(place * size, (place + 1) * size);
    for (const row of rows) addWordVector(language, lemmaAt(tree, row), sum);
    const length = Math.hypot(...sum);
    if (length > 0) for (let i = 0; i < size; i++) sum[i]! *= LENGTH / length;
  }
  return meaning;
}
