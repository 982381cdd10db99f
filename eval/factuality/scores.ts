/**
 * From the two axes of the codebook (section 6) to the one scale of the factuality corpora: -3 (certainly did not
 * happen) ... 3 (certainly happened). The scale asks whether the act is a fact of the world, so what is planned,
 * requested or held under a condition stands near 0, and certainty moves a score towards it.
 */
import type { Factuality, Status } from "../../lib/src/core/index.js";

/** Score of each status with positive polarity. */
const POSITIVE: Readonly<Record<Status, number>> = {
  happened: 3,
  ongoing: 3,
  generic: 2,
  planned: 1,
  possible: 0.8,
  conditional: 0.5,
  requested: 0.5,
  denied: -2,
  "not-happened": -2.5,
  counterfactual: -1.5,
};

/** Score of what is not sure to be so although it is told in the negative: "may not attack". */
const NEGATIVE_HYPOTHESIS = -0.8;

const HYPOTHETICAL: ReadonlySet<Status> = new Set<Status>(["planned", "possible", "conditional", "requested"]);

/** The score that one reading of a predicate stands for. */
export function scoreOf({ status, certainty, polarity }: Factuality): number {
  if (polarity === "negative" && HYPOTHETICAL.has(status)) return NEGATIVE_HYPOTHESIS;
  const score = POSITIVE[status];
  return status === "possible" && certainty === "probable" ? 1.5 : score;
}

/** Mean absolute error and Pearson's r of pairs of scores. */
export function compareScores(pairs: readonly (readonly [number, number])[]): { mae: number; r: number } {
  const n = pairs.length || 1;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / n;
  const [a, b] = [mean(0), mean(1)];
  let [error, ab, aa, bb] = [0, 0, 0, 0];
  for (const [x, y] of pairs) {
    error += Math.abs(x - y);
    ab += (x - a) * (y - b);
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
  }
  return { mae: error / n, r: ab / (Math.sqrt(aa * bb) || 1) };
}
