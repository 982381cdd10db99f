/** The same article more than once in one file: found, recorded, read once. */
import type { Span } from "../../core/index.js";

const MIN_PROBE_CHARACTERS = 12; // shorter first lines recur by chance
const PROBE_CHARACTERS = 80; // of the first line, for line breaks may differ from copy to copy
const MIN_COPY_CHARACTERS = 200; // shorter repetitions are refrains, not copies

function squeeze(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The span without the white space at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { from: start, to: end };
}

/**
 * Spans of the copies where the whole text is one article repeated (white space aside), first the one to read;
 * empty where it stands once.
 */
export function findCopies(text: string): readonly Span[] {
  const first = trimmed(text, 0, text.length);
  const probe = text
    .slice(first.from, first.from + PROBE_CHARACTERS)
    .split("\n", 1)[0]!
    .trimEnd();
  if (probe.length < MIN_PROBE_CHARACTERS) return [];
  const starts = [first.from];
  for (let at = text.indexOf(probe, first.from + MIN_COPY_CHARACTERS); at >= 0; ) {
    starts.push(at);
    at = text.indexOf(probe, at + MIN_COPY_CHARACTERS);
  }
  if (starts.length < 2) return [];
  const copies = starts.map((start, i) => trimmed(text, start, starts[i + 1] ?? text.length));
  const model = squeeze(text.slice(copies[0]!.from, copies[0]!.to));
  return copies.every((copy) => squeeze(text.slice(copy.from, copy.to)) === model) ? copies : [];
}
