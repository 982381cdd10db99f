/** Cardinal numbers in a row of words: "12", "twenty-four", "two hundred and fifty", "1.5 million", "half a dozen". */
import type { Span } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { cardinalOf } from "../time/index.js";
import type { Tree } from "../types.js";
import { NOBODY, PLURAL_SCALES, SCALES } from "./amount-words.js";

/** A number read from the words of rows `[start, end)`. */
export interface Cardinal {
  readonly end: number;
  readonly value: number;
  /** What the words multiply by: 1,000,000 in "1.5 million", else 1. */
  readonly scale: number;
  /** True where the number is a bound from below: "hundreds". */
  readonly open: boolean;
}

/** "40." at the end of a text may be one word: the period is no part of the number. */
const WITH_PERIOD = /^(\d[\d,]*)\.$/u;

/** Lower-case word of a row; empty outside the text. */
export function wordOf(tree: Tree, row: number): string {
  if (row < 0 || row >= tree.size) return "";
  const word = wordAt(tree, row).toLowerCase();
  return WITH_PERIOD.exec(word)?.[1] ?? word;
}

/** First character of row `start` and character behind row `end - 1`, without such a period. */
export function charactersOf(tree: Tree, start: number, end: number): Span {
  const last = tree.to[end - 1]!;
  return { from: tree.from[start]!, to: WITH_PERIOD.test(wordAt(tree, end - 1)) ? last - 1 : last };
}

export function isHyphen(word: string): boolean {
  return word === "-" || word === "–" || word === "‑";
}

/** True where nothing stands between a row and the one before it. */
export function isAttached(tree: Tree, row: number): boolean {
  return row > 0 && row < tree.size && tree.to[row - 1] === tree.from[row];
}

/** "dozens", "hundreds of thousands". */
function pluralScaleAt(tree: Tree, row: number): Cardinal | null {
  const first = PLURAL_SCALES.get(wordOf(tree, row));
  if (first === undefined) return null;
  const second = wordOf(tree, row + 1) === "of" ? PLURAL_SCALES.get(wordOf(tree, row + 2)) : undefined;
  if (second !== undefined && second > first)
    return { end: row + 3, value: 2 * first * second, scale: 1, open: true };
  return wordOf(tree, row) === "tens" ? null : { end: row + 1, value: 2 * first, scale: 1, open: true };
}

/** A number word or digits; "a" only where a word such as "dozen" follows. */
function simpleAt(tree: Tree, row: number): { readonly end: number; readonly value: number } | null {
  const word = wordOf(tree, row);
  const next = wordOf(tree, row + 1);
  if (word === "half" && (next === "a" || next === "an") && SCALES.has(wordOf(tree, row + 2)))
    return { end: row + 2, value: 0.5 };
  if (SCALES.has(word)) return { end: row, value: 1 };
  const value = cardinalOf(word);
  if (value === null) return null;
  if (word === "a" || word === "an") return SCALES.has(next) ? { end: row + 1, value: 1 } : null;
  if (value < 20 || value >= 100 || /^\d/u.test(word)) return { end: row + 1, value };
  const at = isHyphen(next) ? row + 2 : row + 1;
  const ones = cardinalOf(wordOf(tree, at));
  const isOnes = ones !== null && ones > 0 && ones < 10 && /^[a-z]{3}/u.test(wordOf(tree, at));
  return isOnes ? { end: at + 1, value: value + ones } : { end: row + 1, value };
}

/** "two hundred [and] fifty": what is added behind a hundred or thousand in words. */
function restAt(tree: Tree, row: number, below: number): { readonly end: number; readonly value: number } {
  const at = wordOf(tree, row) === "and" ? row + 1 : row;
  const rest =
    /^[a-z]{3}/u.test(wordOf(tree, at)) && !SCALES.has(wordOf(tree, at)) ? simpleAt(tree, at) : null;
  return rest !== null && rest.value < below ? rest : { end: row, value: 0 };
}

/** The number that begins at a row, or null. */
export function cardinalFrom(tree: Tree, row: number): Cardinal | null {
  if (NOBODY.has(wordOf(tree, row))) return { end: row + 1, value: 0, scale: 1, open: false };
  const plural = pluralScaleAt(tree, row);
  if (plural !== null) return plural;
  const simple = simpleAt(tree, row);
  if (simple === null) return null;
  let { end, value } = simple;
  let scale = 1;
  for (let by = SCALES.get(wordOf(tree, end)); by !== undefined; by = SCALES.get(wordOf(tree, end))) {
    scale *= by;
    end++;
  }
  value = Math.round(value * scale * 1000) / 1000;
  if (scale >= 100) {
    const rest = restAt(tree, end, scale);
    end = rest.end;
    value += rest.value;
  }
  return Number.isInteger(value) ? { end, value, scale, open: false } : null;
}
