/**
 * From the two axes of the codebook (section 6) to the one scale of the factuality corpora: -3 (certainly did not
 * happen) ... 3 (certainly happened).
 */
import type { Factuality, Status } from "../../lib/src/core/index.js";

/**
 * What a corpus asks of a predicate. `fact`: how far the author takes it to be so, be it to come (UW); `occurred`:
 * whether it has happened, so that plans and requests score below 0 (UDS-IH2; the mean scores of its training part).
 */
export type Scale = "fact" | "occurred";

interface Scores {
  readonly status: Readonly<Record<Status, number>>;
  /** Possible, and more likely than not. */
  readonly probable: number;
  /** Planned, possible, conditional or requested in the negative: "may not attack". */
  readonly negativeHypothesis: number;
}

const SCALES: Readonly<Record<Scale, Scores>> = {
  fact: {
    status: {
      happened: 3,
      ongoing: 3,
      generic: 2.5,
      planned: 2,
      possible: 1.3,
      conditional: 1.5,
      requested: 1.5,
      denied: -1,
      "not-happened": -1.5,
      counterfactual: -1,
    },
    probable: 2,
    negativeHypothesis: -0.8,
  },
  occurred: {
    status: {
      happened: 2.1,
      ongoing: 1.6,
      generic: 1.4,
      planned: -0.9,
      possible: -0.6,
      conditional: -1.5,
      requested: -1.4,
      denied: 0,
      "not-happened": -0.1,
      counterfactual: -1.3,
    },
    probable: 1.2,
    negativeHypothesis: -0.8,
  },
};

const HYPOTHETICAL: ReadonlySet<Status> = new Set<Status>([
  "planned",
  "possible",
  "conditional",
  "requested",
]);

/** The score that one reading of a predicate stands for on a scale. */
export function scoreOf({ status, certainty, polarity }: Factuality, scale: Scale): number {
  const scores = SCALES[scale];
  if (polarity === "negative" && HYPOTHETICAL.has(status)) return scores.negativeHypothesis;
  return status === "possible" && certainty === "probable" ? scores.probable : scores.status[status];
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
