/** Names of the days: "Thursday", "Friday morning", "Monday, Oct. 26", "last Thursday", "Mondays". */
import { mondayOf, weekdayOf } from "../calendar.js";
import { withPart } from "../edges.js";
import { type Context, dateMeaning, type Match, type Meaning, NO_SPAN, setMeaning } from "../meaning.js";
import { type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import { DAY_PARTS, MONTHS, type Pointer, WEEKDAYS } from "../vocabulary.js";
import { dayFirst, monthFirst } from "./dates.js";
import { isWeekdayName } from "./guards.js";

function unknownWeekday(weekday: number): Meaning {
  return dateMeaning(`XXXX-WXX-${weekday}`, NO_SPAN);
}

/** The last such day up to `number`, itself included. */
function lastOn(number: number, weekday: number): number {
  return number - ((weekdayOf(number) - weekday + 7) % 7);
}

/** The next such day from `number` on, itself included. */
function nextOn(number: number, weekday: number): number {
  return number + ((weekday - weekdayOf(number) + 7) % 7);
}

/**
 * A bare weekday: the last one told in the past, the next one told as to come. The day after publication is taken
 * unless a verb says that it is over: six days back would be told with "last".
 */
export function weekdayMeaning(context: Context, weekday: number): Meaning {
  const now = context.published;
  if (now === null) return unknownWeekday(weekday);
  const isPast = context.tense === "past" && context.sure;
  const isAhead = context.tense === "future" || (!isPast && weekdayOf(now + 1) === weekday);
  return values.day(isAhead ? nextOn(now, weekday) : lastOn(now, weekday));
}

/** "last", "next", "this coming" and the like before a weekday. */
export function pointedWeekday(context: Context, pointer: Pointer, weekday: number): Meaning {
  const now = context.published;
  if (now === null) return unknownWeekday(weekday);
  const told = context.reference?.since ?? now;
  if (pointer === "previous") return values.day(lastOn(told - 1, weekday));
  if (pointer === "following") return values.day(nextOn(told + 1, weekday));
  if (pointer === "past") return values.day(lastOn(now - 1, weekday));
  if (pointer === "coming") return values.day(nextOn(now + 1, weekday));
  if (pointer === "last") return values.day(lastOn(now - 2, weekday));
  if (pointer === "next") return values.day(mondayOf(now) + 7 + weekday - 1);
  return values.day(mondayOf(now) + weekday - 1);
}

/** A date that tells which weekday is meant: "Monday, Oct. 26", "Tuesday (May 16)". */
function dateAfter(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  if (MONTHS.has(word)) return monthFirst(p, i);
  return /^\d/.test(word) ? dayFirst(p, i) : null;
}

/** Begins at a weekday; `pointer` is the determiner before it. */
export function weekday(p: Pieces, i: number, pointer: Pointer | null = null): Match | null {
  const word = wordOf(p, i);
  const number = WEEKDAYS.get(word)!;
  if (!isWeekdayName(p, i)) return null;
  if (word.endsWith("days")) return { end: i + 1, resolve: () => setMeaning(`XXXX-WXX-${number}`) };
  const part = DAY_PARTS.get(wordOf(p, i + 1));
  const end = part ? i + 2 : i + 1;
  const comma = wordOf(p, end) === "," ? end + 1 : end;
  const inside = dateAfter(p, comma);
  if (inside) return { ...inside, resolve: (c) => finish(inside.resolve(c), part) };
  const beside = wordOf(p, end) === "(" ? dateAfter(p, end + 1) : null;
  const isBeside = beside !== null && wordOf(p, beside.end) === ")";
  const own = (c: Context): Meaning =>
    pointer ? pointedWeekday(c, pointer, number) : weekdayMeaning(c, number);
  return { end, resolve: (c) => finish(isBeside ? beside.resolve(c) : own(c), part) };
}

function finish(day: Meaning, part: ReturnType<typeof DAY_PARTS.get>): Meaning {
  return part ? withPart(day, part) : day;
}
