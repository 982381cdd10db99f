import { afterHyphen, isAttached, type Pieces, wordOf } from "./pieces.js";
import { CARDINALS, ORDINALS } from "./vocabulary.js";

/** A number read from pieces `[i, end)`; null is an amount that is not told ("several"). */
export interface Amount {
  readonly end: number;
  readonly value: number | null;
}

/** Number of a word of digits or letters, or null: "26", "twelve". */
export function cardinalOf(word: string): number | null {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const plain = word.replaceAll(",", "");
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  }
  return CARDINALS.get(word) ?? null;
}

/** "first", "1st", "21st" ... */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d+)(st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : (ORDINALS.get(word) ?? null);
}

/** "twenty-first", "twenty first", "third". */
export function ordinalAt(p: Pieces, i: number): Amount | null {
  const simple = ordinalOf(wordOf(p, i));
  if (simple !== null) return { end: i + 1, value: simple };
  const tens = CARDINALS.get(wordOf(p, i));
  if (tens === undefined || tens < 20) return null;
  const next = afterHyphen(p, i + 1);
  const ones = ORDINALS.get(wordOf(p, next));
  return ones !== undefined && ones < 10 ? { end: next + 1, value: tens + ones } : null;
}

/** 1/2 after a number: "2 1/2", "two and a half". */
function halfAt(p: Pieces, i: number): number | null {
  if (wordOf(p, i) === "1" && wordOf(p, i + 1) === "/" && wordOf(p, i + 2) === "2") return i + 3;
  if (wordOf(p, i) === "and" && wordOf(p, i + 1) === "a" && wordOf(p, i + 2) === "half") return i + 3;
  return wordOf(p, i) === "½" ? i + 1 : null;
}

/** A cardinal: "26", "two", "twenty-four", "a hundred", "two thousand", "2 1/2". */
export function cardinalAt(p: Pieces, i: number): Amount | null {
  const first = cardinalOf(wordOf(p, i));
  if (first === null) return null;
  let value = first;
  let end = i + 1;
  if (first >= 20 && first < 100 && !/^\d/.test(wordOf(p, i))) {
    const next = afterHyphen(p, end);
    const ones = CARDINALS.get(wordOf(p, next));
    if (ones !== undefined && ones < 10 && wordOf(p, next) !== "a" && wordOf(p, next) !== "an") {
      value += ones;
      end = next + 1;
    }
  }
  for (const [word, factor] of [
    ["hundred", 100],
    ["thousand", 1000],
  ] as const)
    if (wordOf(p, end) === word) {
      value *= factor;
      end++;
    }
  const half = halfAt(p, end);
  return half === null ? { end, value } : { end: half, value: value + 0.5 };
}

/** A year: four digits, or in words "nineteen ninety-six". */
export function yearAt(p: Pieces, i: number): Amount | null {
  const word = wordOf(p, i);
  if (/^(1[5-9]|20)\d\d$/.test(word)) return { end: i + 1, value: Number(word) };
  if (word === "two" && wordOf(p, i + 1) === "thousand") return { end: i + 2, value: 2000 };
  if (word !== "nineteen" && word !== "eighteen" && word !== "twenty") return null;
  const rest = cardinalAt(p, i + 1);
  if (!rest || rest.value === null || rest.value < 10 || rest.value > 99) return null;
  return { end: rest.end, value: CARDINALS.get(word)! * 100 + rest.value };
}

/** '80 with its apostrophe: the year of the century that news means. */
export function shortYearAt(p: Pieces, i: number): Amount | null {
  if (!/^['’‘]$/.test(wordOf(p, i)) || !isAttached(p, i + 1)) return null;
  const word = wordOf(p, i + 1);
  if (!/^\d\d$/.test(word)) return null;
  return { end: i + 2, value: Number(word) + (Number(word) > 30 ? 1900 : 2000) };
}
