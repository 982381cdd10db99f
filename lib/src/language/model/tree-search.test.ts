import { expect, test } from "vitest";
import { bestTree, cycleOf } from "./tree-search.js";

/** Scores in 0 ... 1 that look random, one for every pair of words. */
const scoreOf = (seed: number) => (head: number, dependent: number) =>
  (Math.imul(seed * 1009 + head * 31 + dependent + 1, 2654435761) >>> 8) / 2 ** 24;

function isTree(heads: readonly number[]): boolean {
  const full = Int32Array.of(-1, ...heads);
  return heads.filter((head) => head === 0).length === 1 && cycleOf(full) === undefined;
}

/** Best sum over all single-rooted trees, by trying them all. */
function bestByTrial(words: number, score: (head: number, dependent: number) => number): number {
  let best = -Infinity;
  const heads = new Array<number>(words).fill(0);
  for (let code = 0; code < (words + 1) ** words; code++) {
    let rest = code;
    for (let d = 0; d < words; d++) {
      heads[d] = rest % (words + 1);
      rest = Math.floor(rest / (words + 1));
    }
    if (heads.some((head, d) => head === d + 1) || !isTree(heads)) continue;
    best = Math.max(
      best,
      heads.reduce((sum, head, d) => sum + score(head, d + 1), 0),
    );
  }
  return best;
}

test("finds the best tree of up to five words", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const words = 1 + (seed % 5);
    const score = scoreOf(seed);
    const heads = [...bestTree(words, score).subarray(1)];
    expect(isTree(heads)).toBe(true);
    const sum = heads.reduce((total, head, d) => total + score(head, d + 1), 0);
    expect(sum).toBeCloseTo(bestByTrial(words, score), 9);
  }
});

test("longer sentences and equal scores give trees with one root", () => {
  for (const words of [1, 2, 40, 120])
    expect(isTree([...bestTree(words, scoreOf(words)).subarray(1)])).toBe(true);
  expect(isTree([...bestTree(60, () => 0).subarray(1)])).toBe(true);
});
