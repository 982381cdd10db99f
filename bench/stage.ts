/** One measured stage. */
export interface Stage {
  readonly name: string;
  readonly wordsPerSecond: number;
  /** Largest resident memory of the process up to the end of the stage, in MiB. */
  readonly peakMemory: number;
}

/** Runs a stage once over all inputs and measures it; the caller has warmed the process up. */
export function measure<T>(
  name: string,
  words: number,
  inputs: readonly T[],
  run: (input: T) => unknown,
): Stage {
  const start = performance.now();
  for (const input of inputs) run(input);
  const seconds = (performance.now() - start) / 1000;
  return { name, wordsPerSecond: words / seconds, peakMemory: process.resourceUsage().maxRSS / 1024 };
}

/** Stages as a table, one line each. */
export function stageTable(stages: readonly Stage[]): string {
  const lines = stages.map(
    ({ name, wordsPerSecond, peakMemory }) =>
      `${name.padEnd(24)}${Math.round(wordsPerSecond).toLocaleString("en").padStart(12)} words/s` +
      `${Math.round(peakMemory).toString().padStart(8)} MiB`,
  );
  return `${lines.join("\n")}\n`;
}
