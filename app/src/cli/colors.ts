import picocolors from "picocolors";

/** The few styles that the table uses. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** Styles for a stream: plain where it is no terminal or NO_COLOR is set. */
export function colorsFor(isTerminal: boolean): Colors {
  return picocolors.createColors(isTerminal && process.env.NO_COLOR === undefined);
}
