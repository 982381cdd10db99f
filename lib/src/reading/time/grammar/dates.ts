/** Dates of the calendar: "March 2, 2022", "2 March", "March 2-5", "June 1994", "2022-03-02", "02/03/2022". */
import { isDate, numberOfDate } from "../calendar.js";
import type { Context, Match, Meaning } from "../meaning.js";
import { cardinalOf, ordinalOf, shortYearAt, yearAt } from "../numbers.js";
import { isAttached, type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import { MONTHS } from "../vocabulary.js";
import { dayInYear, dayMeaning, daysInYear, monthMeaning, yearly } from "./calendar-year.js";
import { countsNoun, isMonthName } from "./guards.js";

interface Tail {
  readonly end: number;
  readonly yearOf: (context: Context) => number | null;
}

const YEAR_POINTERS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** The year after a month: ", 2022", "of 2022", "'22", "last year", "of this year". */
export function yearTail(p: Pieces, i: number): Tail | null {
  const skip = wordOf(p, i) === "," || wordOf(p, i) === "of" ? i + 1 : i;
  const year = yearAt(p, skip) ?? shortYearAt(p, skip);
  if (year && !(skip === i && countsNoun(p, skip))) return { end: year.end, yearOf: () => year.value };
  const step = YEAR_POINTERS[wordOf(p, skip)];
  if (step === undefined || wordOf(p, skip + 1) !== "year" || wordOf(p, i) === ",") return null;
  const yearOf = (context: Context): number | null =>
    context.published === null ? null : Number(values.periodAround(context.published, "year", step).value);
  return { end: skip + 2, yearOf };
}

interface DayNumbers {
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

function dayNumberAt(p: Pieces, i: number): number | null {
  const word = wordOf(p, i);
  const day = /^\d{1,2}$/.test(word) ? Number(word) : ordinalOf(word);
  return day !== null && day >= 1 && day <= 31 ? day : null;
}

const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", "‑", "/"]);

/** "2", "2nd", "2-5", "2 to 5", "2 and 3". */
function dayNumbersAt(p: Pieces, i: number): DayNumbers | null {
  const first = dayNumberAt(p, i);
  if (first === null) return null;
  const link = wordOf(p, i + 1);
  const last = dayNumberAt(p, i + 2);
  const joined = DASHES.has(link)
    ? isAttached(p, i + 1) || link !== "/"
    : link === "to" || link === "through";
  if (last !== null && last > first && joined && !countsNoun(p, i + 2)) return { end: i + 3, first, last };
  return { end: i + 1, first, last: first };
}

function dateFrom(month: number, days: DayNumbers, tail: Tail | null): Omit<Match, "end"> {
  const make = (year: number): Meaning | null =>
    days.first === days.last
      ? dayInYear(year, month, days.first)
      : daysInYear(year, month, days.first, days.last);
  const resolve = (context: Context): Meaning => {
    const year = tail ? tail.yearOf(context) : null;
    const told = year === null ? null : make(year);
    if (told) return told;
    if (days.first === days.last) return dayMeaning(context, month, days.first);
    return yearly(context, `XXXX-${month}`, make);
  };
  return { lacksYear: tail === null, resolve };
}

function monthFrom(month: number, tail: Tail | null): Omit<Match, "end"> {
  const resolve = (context: Context): Meaning => {
    const year = tail ? tail.yearOf(context) : null;
    return year === null ? monthMeaning(context, month) : values.month(year, month);
  };
  return { lacksYear: tail === null, resolve };
}

/** Days after a month name that exist in it and count nothing else ("in June 12 soldiers died"). */
function daysAfterMonth(p: Pieces, i: number, month: number): DayNumbers | null {
  const start = wordOf(p, i) === "." || wordOf(p, i) === "the" ? i + 1 : i;
  const days = dayNumbersAt(p, start);
  if (!days || !isDate(2000, month, days.last)) return null;
  if (/^(in|during|since|until|by)$/.test(wordOf(p, i - 2)) && countsNoun(p, days.end - 1)) return null;
  return ["%", "percent", "million", "billion", "per"].includes(wordOf(p, days.end)) ? null : days;
}

/** Begins at the name of a month. */
export function monthFirst(p: Pieces, i: number): Match | null {
  const month = MONTHS.get(wordOf(p, i))!;
  const days = daysAfterMonth(p, i + 1, month);
  if (days) {
    const tail = yearTail(p, days.end);
    return { end: tail?.end ?? days.end, ...dateFrom(month, days, tail) };
  }
  const tail = yearTail(p, i + 1);
  if (!isMonthName(p, i, tail !== null)) return null;
  return { end: tail?.end ?? i + 1, ...monthFrom(month, tail) };
}

/** "2 March 2022", "2nd of March", "2-5 March": begins at the number. */
export function dayFirst(p: Pieces, i: number): Match | null {
  const days = dayNumbersAt(p, i);
  if (!days) return null;
  const at = wordOf(p, days.end) === "of" ? days.end + 1 : days.end;
  const month = MONTHS.get(wordOf(p, at));
  if (month === undefined || !isDate(2000, month, days.last)) return null;
  if (wordOf(p, at) === "may" && !isMonthName(p, at, true)) return null;
  const tail = yearTail(p, at + 1);
  return { end: tail?.end ?? at + 1, ...dateFrom(month, days, tail) };
}

function fixed(end: number, year: number, month: number, day: number): Match | null {
  if (!isDate(year, month, day)) return null;
  const meaning = values.day(numberOfDate(year, month, day));
  return { end, resolve: () => meaning };
}

/** US order, month first, unless the first number can only be a day. */
function bySlashes(end: number, first: number, second: number, year: number): Match | null {
  const full = year < 100 ? year + (year > 30 ? 1900 : 2000) : year;
  return first > 12 ? fixed(end, full, second, first) : fixed(end, full, first, second);
}

/** Dates in digits: "2022-03-02", "2022/03/02", "02/03/2022", "16.11.2004". */
export function digitDate(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word);
  if (dotted) return fixed(i + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const mark = wordOf(p, i + 1);
  if ((mark !== "-" && mark !== "/") || wordOf(p, i + 3) !== mark || !isAttached(p, i + 1)) return null;
  const numbers = [word, wordOf(p, i + 2), wordOf(p, i + 4)];
  if (!numbers.every((one) => /^\d{1,4}$/.test(one)) || !isAttached(p, i + 4)) return null;
  if (DASHES.has(wordOf(p, i + 5)) && isAttached(p, i + 5)) return null;
  const [a, b, c] = numbers.map((one) => cardinalOf(one)!) as [number, number, number];
  if (word.length === 4) return fixed(i + 5, a, b, c);
  return mark === "/" && numbers[2]!.length !== 3 ? bySlashes(i + 5, a, b, c) : null;
}
