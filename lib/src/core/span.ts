/** A stretch of characters of the original text, half-open, in UTF-16 code units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A span with its words: `text === original.slice(from, to)`. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** The words of a span, taken from the original. */
export function spanOf(original: string, from: number, to: number): TextSpan {
  return { from, to, text: original.slice(from, to) };
}
