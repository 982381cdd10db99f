/** Years, decades, centuries, quarters, halves and seasons. */
import { dateOf } from "../calendar.js";
import { type Context, dateMeaning, type Match, type Meaning, NO_SPAN } from "../meaning.js";
import { ordinalAt, shortYearAt, yearAt } from "../numbers.js";
import { afterHyphen, isCapital, type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import { DECADES, SEASONS, type Season } from "../vocabulary.js";
import { quarterMeaning, yearly } from "./calendar-year.js";
import { yearTail } from "./dates.js";
import { isYear, tagOf } from "./guards.js";

/** "2014", "nineteen ninety-six"; before a quarter or half it tells their year. */
export function bareYear(p: Pieces, i: number): Match | null {
  const year = yearAt(p, i);
  if (!year) return null;
  const inside = ordinalPeriod(p, year.end, year.value) ?? letterPeriod(p, year.end, year.value);
  if (inside) return inside;
  if (year.end === i + 1 && !isYear(p, i)) return null;
  const next = wordOf(p, year.end);
  if (next === "quarter") return { end: year.end + 1, resolve: (c) => sameQuarter(c, year.value!) };
  const end = next === "period" ? year.end + 1 : year.end;
  return { end, resolve: () => values.year(year.value!) };
}

/** "the 1988 quarter": the quarter told last, in that year. */
function sameQuarter(context: Context, year: number): Meaning {
  const told = context.reference?.grain === "quarter" ? context.reference.since : context.published;
  return told === null ? values.year(year) : values.quarter(year, Math.ceil(dateOf(told).month / 3));
}

/** "fiscal 1989", "the fiscal year 2014", "FY2014": the calendar year stands in. */
export function fiscalYear(p: Pieces, i: number): Match | null {
  const at = wordOf(p, i + 1) === "year" ? i + 2 : afterHyphen(p, i + 1);
  const year = yearAt(p, at);
  if (year) return { end: year.end, resolve: () => values.year(year.value!) };
  return ordinalPeriod(p, at, null);
}

/** "1990s", "'90s", "nineties". */
export function decade(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  const long = /^(1[5-9]\d0|20\d0)s$/.exec(word);
  if (long) return { end: i + 1, resolve: () => values.decade(Number(long[1])) };
  const short = /^([2-9]0)s$/.exec(word);
  const before = wordOf(p, i - 1);
  const isTold = /^['’‘]$/.test(before) || ["the", "early", "mid", "late", "-"].includes(before);
  if (short && isTold) return { end: i + 1, resolve: () => values.decade(1900 + Number(short[1])) };
  const named = DECADES.get(word);
  if (named === undefined || !isTold) return null;
  return { end: i + 1, resolve: () => values.decade(1900 + named) };
}

/** "'90s" and "'98" with their apostrophe. */
export function apostropheYear(p: Pieces, i: number): Match | null {
  const inside = decade(p, i + 1);
  if (inside && /^\d/.test(wordOf(p, i + 1))) return inside;
  const year = shortYearAt(p, i);
  const before = wordOf(p, i - 1);
  if (!year || !["in", "of", "since", "by", "until", "before", "after", "from"].includes(before)) return null;
  return { end: year.end, resolve: () => values.year(year.value!) };
}

/** The year after a quarter, half or season: "of 1984", "2014", "of last year", "of the year". */
function yearOf(p: Pieces, i: number): { end: number; year: (c: Context) => number | null } | null {
  const tail = yearTail(p, i);
  if (tail) return { end: tail.end, year: tail.yearOf };
  const at = wordOf(p, i) === "of" ? i + 1 : -1;
  const isTheYear = /^(the|this)$/.test(wordOf(p, at)) && wordOf(p, at + 1) === "year";
  if (at < 0 || !isTheYear) return null;
  return { end: at + 2, year: (c) => (c.published === null ? null : dateOf(c.published).year) };
}

/** Begins at an ordinal: "third quarter of 1984", "third-quarter", "first half of 2018", "20th century". */
export function ordinalPeriod(p: Pieces, i: number, year: number | null): Match | null {
  const skip = wordOf(p, i) === "fiscal" ? afterHyphen(p, i + 1) : i;
  const number = ordinalOrLast(p, skip);
  if (number === null) return null;
  const at = afterHyphen(p, number.end);
  const kind = wordOf(p, at);
  if (kind === "century" && number.value! > 0)
    return { end: at + 1, resolve: () => values.century(number.value!) };
  if (kind === "quarter" && Math.abs(number.value!) <= 4)
    return withYear(p, at + 1, year, (c, told) => quarterIn(c, told, number.value!));
  if (kind === "half" && Math.abs(number.value!) <= 2) return halfPeriod(p, at + 1, year, number.value!);
  return null;
}

/** An ordinal; "last" is -1, only for "the last half of", "the last quarter of". */
function ordinalOrLast(p: Pieces, i: number): { end: number; value: number | null } | null {
  const isLast = wordOf(p, i) === "last" || wordOf(p, i) === "final";
  if (isLast && wordOf(p, i + 2) === "of") return { end: i + 1, value: -1 };
  return ordinalAt(p, i);
}

function quarterIn(context: Context, year: number | null, number: number): Meaning {
  const quarter = number < 0 ? 4 : number;
  return year === null ? quarterMeaning(context, quarter) : values.quarter(year, quarter);
}

function halfPeriod(p: Pieces, i: number, year: number | null, number: number): Match | null {
  const tail = year === null ? yearOf(p, i) : null;
  if (year === null && tail === null) return null;
  return withYear(p, i, year, (c, told) => halfIn(c, told, number < 0 ? 2 : number));
}

function halfIn(context: Context, year: number | null, number: number): Meaning {
  if (year !== null) return values.half(year, number);
  return yearly(context, `XXXX-H${number}`, (one) => values.half(one, number));
}

function withYear(
  p: Pieces,
  end: number,
  year: number | null,
  make: (context: Context, year: number | null) => Meaning,
): Match {
  const tail = year === null ? yearOf(p, end) : null;
  const resolve = (c: Context): Meaning => make(c, year ?? (tail ? tail.year(c) : c.year));
  return { end: tail?.end ?? end, lacksYear: year === null && tail === null, resolve };
}

/** "Q3 2018", "H1"; pieces "q3" stand apart as "q" and "3". */
export function letterPeriod(p: Pieces, i: number, year: number | null): Match | null {
  const letter = wordOf(p, i);
  if ((letter !== "q" && letter !== "h") || !isCapital(p, i)) return null;
  const number = Number(wordOf(p, i + 1));
  const most = letter === "q" ? 4 : 2;
  if (!(number >= 1 && number <= most) || p.to[i] !== p.from[i + 1]) return null;
  if (letter === "h" && year === null && !yearTail(p, i + 2) && wordOf(p, i - 1) !== "in") return null;
  const make = letter === "q" ? quarterIn : halfIn;
  return withYear(p, i + 2, year, (c, told) => make(c, told, number));
}

const BEFORE_SEASON: ReadonlySet<string> = new Set(
  "in the this by since until during early late mid of - after before through throughout over next last".split(
    " ",
  ),
);

/** "the summer of 1998", "spring 2022", "in the fall"; not "to fall", "spring rolls" or "Winter Olympics". */
export function season(p: Pieces, i: number): Match | null {
  const name = SEASONS.get(wordOf(p, i))!;
  const tail = yearTail(p, i + 1);
  if (tail) return { end: tail.end, resolve: (c) => seasonIn(c, tail.yearOf(c), name) };
  const tag = tagOf(p, i);
  if (!BEFORE_SEASON.has(wordOf(p, i - 1)) || tag === "VERB" || tag === "AUX" || isCapital(p, i + 1))
    return null;
  const isSeason = tag === "NOUN" || tag === "PROPN" || tag === "X";
  const isOf = wordOf(p, i + 1) === "of" || (wordOf(p, i) === "fall" && wordOf(p, i - 1) !== "in");
  if (!isSeason || isOf || tagOf(p, i + 1) === "NOUN") return null;
  return { end: i + 1, lacksYear: true, resolve: (c) => seasonIn(c, c.year, name) };
}

export function seasonIn(context: Context, year: number | null, name: Season): Meaning {
  if (year !== null) return values.season(year, name);
  if (context.published === null) return dateMeaning(`XXXX-${name}`, NO_SPAN);
  return yearly(context, `XXXX-${name}`, (one) => values.season(one, name));
}
