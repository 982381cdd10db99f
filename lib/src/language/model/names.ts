/** Names as classes of words: 0 outside, then begin, inside, end, single (BIOES) for each kind. */
import { NAME_KINDS, type NameKind, type NameSpan } from "../types.js";

const PLACES = ["B", "I", "E", "S"] as const;
export type NamePlace = (typeof PLACES)[number];
export const NAME_CLASSES = 1 + PLACES.length * NAME_KINDS.length;

export function nameClass(place: NamePlace, kind: NameKind): number {
  return 1 + NAME_KINDS.indexOf(kind) * PLACES.length + PLACES.indexOf(place);
}

/** Previous classes that may stand before a class: O, E, S before O, B, S; B, I of the kind before I, E. */
const MAY_FOLLOW: readonly (readonly number[])[] = Array.from({ length: NAME_CLASSES }, (_, next) => {
  const place = (next - 1) % 4;
  if (next > 0 && (place === 1 || place === 2)) return [next - place, next - place + 1];
  return Array.from({ length: NAME_CLASSES }, (_, c) => c).filter((c) => c === 0 || (c - 1) % 4 >= 2);
});

/** Scratch of the search: best sums of two neighbouring words and the way back, grown as needed. */
let back = new Uint8Array(NAME_CLASSES * 256);

/** Whether a class may stand at the start, and whether one may stand at the end. */
const mayStart = (c: number): boolean => c === 0 || (c - 1) % 4 === 0 || (c - 1) % 4 === 3;
const mayEnd = (c: number): boolean => c === 0 || (c - 1) % 4 >= 2;

/** Best class of every row on its own; true where they make a valid sequence, which is then the best of all. */
function bestAlone(scores: Float32Array, at: number, step: number, rows: number, best: Uint8Array): boolean {
  let isValid = true;
  let before = 0;
  for (let row = 0; row < rows; row++) {
    const from = at + row * step;
    let found = 0;
    for (let c = 1; c < NAME_CLASSES; c++) if (scores[from + c]! > scores[from + found]!) found = c;
    best[row] = found;
    isValid &&= row === 0 ? mayStart(found) : MAY_FOLLOW[found]!.includes(before);
    before = found;
  }
  return isValid && mayEnd(before);
}

/**
 * Best valid sequence of classes over the scores `scores[at + row * step + class]`, at least one row. A name can
 * neither start before the first row nor stay open after the last.
 */
export function bestClasses(
  scores: Float32Array,
  at: number,
  step: number,
  rows: number,
  best: Uint8Array,
): void {
  if (!bestAlone(scores, at, step, rows, best)) searchClasses(scores, at, step, rows, best);
}

/** The same by Viterbi search (Viterbi 1967). */
function searchClasses(scores: Float32Array, at: number, step: number, rows: number, best: Uint8Array): void {
  if (back.length < rows * NAME_CLASSES) back = new Uint8Array(rows * NAME_CLASSES);
  let sums = new Float64Array(NAME_CLASSES).fill(-Infinity);
  let before = new Float64Array(NAME_CLASSES);
  for (let c = 0; c < NAME_CLASSES; c++) if (mayStart(c)) sums[c] = scores[at + c]!;
  for (let row = 1; row < rows; row++) {
    [sums, before] = [before, sums];
    for (let c = 0; c < NAME_CLASSES; c++) {
      let from = MAY_FOLLOW[c]![0]!;
      for (const p of MAY_FOLLOW[c]!) if (before[p]! > before[from]!) from = p;
      sums[c] = before[from]! + scores[at + row * step + c]!;
      back[row * NAME_CLASSES + c] = from;
    }
  }
  let last = 0;
  for (let c = 1; c < NAME_CLASSES; c++) if (mayEnd(c) && sums[c]! > sums[last]!) last = c;
  for (let row = rows - 1; row >= 0; row--) {
    best[row] = last;
    last = back[row * NAME_CLASSES + last]!;
  }
}

/** Probability of one class of a row (softmax). */
function probability(scores: Float32Array, at: number, wanted: number): number {
  let sum = 0;
  for (let c = 0; c < NAME_CLASSES; c++) sum += Math.exp(scores[at + c]! - scores[at + wanted]!);
  return 1 / sum;
}

/** Appends the names of a sentence whose first row is `start`; the score is the mean over the rows. */
export function pushNames(
  scores: Float32Array,
  at: number,
  step: number,
  best: Uint8Array,
  rows: number,
  start: number,
  names: NameSpan[],
): void {
  let first = 0;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const found = best[row]!;
    if (found === 0) continue;
    const place = (found - 1) % 4;
    if (place === 0 || place === 3) {
      first = row;
      sum = 0;
    }
    sum += probability(scores, at + row * step, found);
    if (place >= 2) {
      const kind = NAME_KINDS[(found - 1) >> 2]!;
      names.push({ start: start + first, end: start + row + 1, kind, score: sum / (row + 1 - first) });
    }
  }
}
