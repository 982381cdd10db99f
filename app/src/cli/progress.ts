/** One line on standard error that is written over; silent where that is no terminal. */

const INTERVAL_MS = 100; // often enough to look alive

export interface Progress {
  readonly step: (what: string) => void;
  readonly done: () => void;
}

export function startProgress(isTerminal: boolean, columns: number): Progress {
  let count = 0;
  let shown = 0;
  const clear = () => process.stderr.write(`\r${" ".repeat(Math.max(0, columns - 1))}\r`);
  return {
    step: (what) => {
      count++;
      if (!isTerminal || Date.now() - shown < INTERVAL_MS) return;
      shown = Date.now();
      process.stderr.write(`\r${`read ${count}: ${what}`.slice(0, columns - 1).padEnd(columns - 1)}`);
    },
    done: () => {
      if (isTerminal && count > 0) clear();
    },
  };
}
