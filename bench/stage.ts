/** One measured stage. */
export interface Stage {
  readonly name: string;
  readonly wordsPerSecond: number;
  /** Largest resident memory of the process up to the end of the stage, in MiB. */
  readonly peakMemory: number;
}

/**
 * Runs a stage over all texts and measures it; the caller has warmed the process up. What the stage needs is prepared
 * text by text, outside the clock, and not kept: memory is that of reading one document after another.
 */
export function measure<T>(
  name: string,
  words: number,
  texts: readonly string[],
  prepare: (text: string) => T,
  run: (input: T) => unknown,
): Stage {
  let milliseconds = 0;
  for (const text of texts) {
    const input = prepare(text);
    const start = performance.now();
    run(input);
    milliseconds += performance.now() - start;
  }
  return {
    name,
    wordsPerSecond: (words / milliseconds) * 1000,
    peakMemory: process.resourceUsage().maxRSS / 1024,
  };
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
