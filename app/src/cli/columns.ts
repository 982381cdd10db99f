/** How wide the lines for people are. */
import { MisuseError } from "./misuse.js";

export const DEFAULT_COLUMNS = 80;
const MIN_COLUMNS = 60;
const MAX_COLUMNS = 140; // wider lines are hard to follow

/** The columns asked for, else those of the terminal, else 80. Throws `MisuseError` for what is no such number. */
export function columnsOf(width: string | undefined): number {
  if (width === undefined)
    return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, process.stdout.columns || DEFAULT_COLUMNS));
  const columns = Number(width);
  if (!Number.isInteger(columns) || columns < MIN_COLUMNS || columns > 1000)
    throw new MisuseError(`--width ${width}: give a number of columns from ${MIN_COLUMNS} to 1000`);
  return columns;
}
