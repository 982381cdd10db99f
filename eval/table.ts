import { f1, precision, recall, type Score } from "./parse/score.js";

const percent = (share: number) => (100 * share).toFixed(2).padStart(8);

/** Scores as a table of percentages, one line each. */
export function scoreTable(scores: readonly Score[]): string {
  const width = Math.max(...scores.map((score) => score.name.length)) + 2;
  const head = `${"".padEnd(width)}${"P".padStart(8)}${"R".padStart(8)}${"F1".padStart(8)}${"gold".padStart(9)}`;
  const lines = scores.map(
    (score) =>
      score.name.padEnd(width) +
      percent(precision(score)) +
      percent(recall(score)) +
      percent(f1(score)) +
      String(score.gold).padStart(9),
  );
  return [head, ...lines, ""].join("\n");
}
