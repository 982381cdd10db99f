import { wordAt } from "../lib/src/language/index.js";
import type { Tree } from "../lib/src/reading/index.js";

/** Row of a word in a case file: "attack", or "attack#2" for the second of its kind. */
export function rowOf(tree: Tree, place: string): number {
  const [word, number] = place.split("#") as [string, string?];
  let left = Number(number ?? 1);
  for (let row = 0; row < tree.size; row++) if (wordAt(tree, row) === word && --left === 0) return row;
  throw new Error(`no word ${place} in "${tree.text}"`);
}
