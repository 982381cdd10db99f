/** One line on standard error that is written over; silent where that is no terminal. */
import { cut, oneLine } from "./text-width.js";

const INTERVAL_MS = 100; // often enough to look alive
const PATIENCE_MS = 500; // shorter work needs no line
const LONG_TEXT = 1_000_000; // characters that take longer than that

export interface Progress {
  /** Before a document is read. */
  readonly step: (what: string, characters: number) => void;
  /** Before anything else is written to the same terminal. */
  readonly clear: () => void;
}

export function startProgress(
  isTerminal: boolean,
  columns: number,
  write: (text: string) => void = (text) => process.stderr.write(text),
  now: () => number = Date.now,
): Progress {
  const started = now();
  let count = 0;
  let shownAt = 0;
  let isShown = false;
  return {
    step: (what, characters) => {
      count++;
      const isDue = now() - started >= PATIENCE_MS && now() - shownAt >= INTERVAL_MS;
      if (!isTerminal || !(isDue || characters >= LONG_TEXT)) return;
      shownAt = now();
      isShown = true;
      write(`\r\u001b[K${cut(`reading ${count}: ${oneLine(what)}`, columns - 1)}`);
    },
    clear: () => {
      if (isShown) write("\r\u001b[K");
      isShown = false;
    },
  };
}
