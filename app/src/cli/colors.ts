import picocolors from "picocolors";

/** The few styles that the table uses. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly italic: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** Styles for a stream: plain where it is no terminal or a dumb one, or NO_COLOR holds anything (no-color.org). */
export function colorsFor(isTerminal: boolean, environment: NodeJS.ProcessEnv = process.env): Colors {
  return picocolors.createColors(isTerminal && !environment.NO_COLOR && environment.TERM !== "dumb");
}
