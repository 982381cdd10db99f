/** Scores of one-of-many answers: macro-F1, accuracy, bootstrap intervals, a confusion table. */
import { Random } from "../../train/random.js";

export interface Answer {
  readonly gold: string;
  readonly got: string;
}

export function accuracy(answers: readonly Answer[]): number {
  return answers.filter(({ gold, got }) => gold === got).length / Math.max(1, answers.length);
}

/** F1 of one class. */
export function f1Of(answers: readonly Answer[], name: string): number {
  let right = 0;
  let both = 0;
  for (const { gold, got } of answers) {
    if (gold === name) both++;
    if (got === name) both++;
    if (gold === name && got === name) right++;
  }
  return both === 0 ? 0 : (2 * right) / both;
}

function classesOf(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.map((a) => a.gold))].sort();
}

/** Mean F1 of the classes that the gold has. */
export function macroF1(answers: readonly Answer[]): number {
  const classes = classesOf(answers);
  return classes.reduce((sum, name) => sum + f1Of(answers, name), 0) / Math.max(1, classes.length);
}

const RESAMPLES = 500;

/** 95 % interval of a score: percentiles of resamples drawn with replacement (Efron 1979), seeded. */
export function intervalOf(
  answers: readonly Answer[],
  score: (answers: readonly Answer[]) => number,
): readonly [number, number] {
  const random = new Random(1);
  const scores = Array.from({ length: RESAMPLES }, () =>
    score(answers.map(() => answers[random.between(0, answers.length)]!)),
  ).sort((a, b) => a - b);
  return [scores[Math.floor(0.025 * RESAMPLES)]!, scores[Math.floor(0.975 * RESAMPLES)]!];
}

/** Rows are gold, columns answers; both shortened to four letters. The last column is F1. */
export function confusions(answers: readonly Answer[]): readonly string[] {
  const classes = [...new Set(answers.flatMap((a) => [a.gold, a.got]))].sort();
  const cell = (text: string | number) => String(text).padStart(5);
  const lines = classes.map((gold) => {
    const row = answers.filter((a) => a.gold === gold);
    const counts = classes.map((got) => cell(row.filter((a) => a.got === got).length || "."));
    return `${gold.padEnd(10)}${counts.join("")}${(100 * f1Of(answers, gold)).toFixed(1).padStart(7)}`;
  });
  return [`${"".padEnd(10)}${classes.map((c) => cell(c.slice(0, 4))).join("")}     F1`, ...lines];
}
