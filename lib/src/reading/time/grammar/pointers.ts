/** Expressions that begin with a pointer: "last week", "this past June", "the next three days", "that year". */
import { dateOf } from "../calendar.js";
import { withPart } from "../edges.js";
import { type Context, dateMeaning, durationMeaning, type Match, type Meaning, NO_SPAN } from "../meaning.js";
import { cardinalAt } from "../numbers.js";
import { afterHyphen, isCapital, type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import {
  DAY_PARTS,
  type DayPart,
  MONTHS,
  POINTERS,
  type Pointer,
  SEASONS,
  UNITS,
  type Unit,
  VAGUE_AMOUNTS,
  WEEKDAYS,
} from "../vocabulary.js";
import { monthFirst } from "./dates.js";
import { isMonthName, tagOf } from "./guards.js";
import { ordinalPeriod, seasonIn } from "./periods.js";
import { weekday } from "./weekdays.js";

interface Pointed {
  readonly end: number;
  readonly pointer: Pointer;
}

/** "this past", "this coming", "that same", "the very next": the last word points. */
function pointerAt(p: Pieces, i: number): Pointed | null {
  const first = POINTERS.get(wordOf(p, i));
  if (!first) return null;
  const second = POINTERS.get(wordOf(p, i + 1));
  if ((first === "this" || first === "same") && second && second !== "this")
    return { end: i + 2, pointer: second === "last" ? "past" : second };
  return { end: i + 1, pointer: first };
}

const STEPS: Readonly<Record<Pointer, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  same: 0,
  next: 1,
  coming: 1,
  following: 1,
};

/** Pointers that count from the date told last. */
const NARRATIVE: ReadonlySet<Pointer> = new Set(["previous", "following", "same"]);

function baseOf(context: Context, pointer: Pointer, hasArticle: boolean): number | null {
  const told = NARRATIVE.has(pointer) || (pointer === "next" && hasArticle);
  const reference = context.reference;
  if (!told || reference?.since == null) return context.published;
  if (pointer === "previous" || pointer === "same") return reference.since;
  return Math.max(reference.since, (reference.until ?? reference.since + 1) - 1);
}

function unitPeriod(context: Context, pointer: Pointer, unit: Unit, hasArticle: boolean): Meaning {
  const base = baseOf(context, pointer, hasArticle);
  if (base === null) return dateMeaning(UNKNOWN[unit] ?? "XXXX", NO_SPAN);
  if (unit === "weekend" && pointer === "past") return values.weekend(base - 7);
  return values.periodAround(base, unit, STEPS[pointer]);
}

const UNKNOWN: Readonly<Partial<Record<Unit, string>>> = {
  day: "XXXX-XX-XX",
  week: "XXXX-WXX",
  weekend: "XXXX-WXX-WE",
  month: "XXXX-XX",
  quarter: "XXXX-QX",
};

function pointedUnit(p: Pieces, i: number, at: number, pointed: Pointed): Match | null {
  const unit = UNITS.get(wordOf(p, at));
  if (!unit || unit === "second" || unit === "minute" || unit === "hour" || isCapital(p, at)) return null;
  const hasArticle = wordOf(p, i - 1) === "the";
  if (wordOf(p, at).endsWith("s")) return pluralUnit(at, pointed.pointer, unit);
  const isOf = wordOf(p, at + 1) === "of" || isCompound(p, at);
  if (isOf && !NARRATIVE.has(pointed.pointer) && unit === "day") return null;
  if (isRolling(pointed.pointer, hasArticle, unit))
    return { end: at + 1, resolve: (c) => rolling(c, pointed.pointer, 1, unit) };
  const make = (c: Context): Meaning => unitPeriod(c, pointed.pointer, unit, hasArticle);
  const inside = possessed(p, at + 1, make);
  return inside ?? { end: at + 1, resolve: make };
}

function isCompound(p: Pieces, i: number): boolean {
  return wordOf(p, i + 1) === "-" && tagOf(p, i + 2) === "NOUN";
}

/** "the past year", "the last decade" run up to now; "last year" is a calendar year. */
function isRolling(pointer: Pointer, hasArticle: boolean, unit: Unit): boolean {
  if (unit === "weekend" || unit === "day") return false;
  if (unit === "century") return pointer === "past";
  if (unit === "decade") return pointer === "past" || pointer === "last";
  return hasArticle && (pointer === "past" || (pointer === "coming" && unit !== "week"));
}

/** "last year's third quarter", "this year's fiscal first half". */
function possessed(p: Pieces, i: number, make: (c: Context) => Meaning): Match | null {
  const at = possessiveEnd(p, i);
  const inside = at === i ? null : ordinalPeriod(p, at, 2000);
  if (!inside) return null;
  const resolve = (c: Context): Meaning => {
    const whole = make(c);
    if (whole.since === null) return whole;
    return ordinalPeriod(p, at, dateOf(whole.since).year)!.resolve(c);
  };
  return { end: inside.end, resolve };
}

function possessiveEnd(p: Pieces, i: number): number {
  if (!/^['’]$/.test(wordOf(p, i))) return i;
  return wordOf(p, i + 1) === "s" ? i + 2 : i + 1;
}

/** "coming months", "past years": no amount is told. */
function pluralUnit(at: number, pointer: Pointer, unit: Unit): Match | null {
  if (pointer === "this" || pointer === "same" || pointer === "last") return null;
  return { end: at + 1, resolve: (c) => rolling(c, pointer, null, unit) };
}

/** A stretch up to now, or from now on. */
export function rolling(context: Context, pointer: Pointer, amount: number | null, unit: Unit): Meaning {
  const value = values.durationValue(amount, unit);
  const told = NARRATIVE.has(pointer) ? context.reference?.since : null;
  const now = told ?? context.published;
  if (now === null || now === undefined) return durationMeaning(value);
  const isPast = STEPS[pointer] <= 0;
  const far = amount === null ? null : values.shiftDay(now, isPast ? -amount : amount, unit);
  const span = isPast ? { since: far, until: now + 1 } : { since: now, until: far === null ? null : far + 1 };
  return durationMeaning(value, { ...span, grain: "range" });
}

/** "the last three months", "the next few days". */
function pointedAmount(p: Pieces, at: number, pointed: Pointed): Match | null {
  const vague = wordOf(p, at) === "couple" ? at + 2 : at + 1;
  const amount = VAGUE_AMOUNTS.has(wordOf(p, at)) ? { end: vague, value: null } : cardinalAt(p, at);
  if (!amount || pointed.pointer === "same") return null;
  const skip = ["full", "fiscal", "calendar", "consecutive"].includes(wordOf(p, amount.end)) ? 1 : 0;
  const end = afterHyphen(p, amount.end + skip);
  const unit = UNITS.get(wordOf(p, end));
  if (!unit || unit === "second") return null;
  const value = wordOf(p, at) === "couple" ? 2 : amount.value;
  return { end: end + 1, resolve: (c) => rolling(c, pointed.pointer, value, unit) };
}

function partOfDay(context: Context, pointed: Pointed, part: DayPart, hasArticle: boolean): Meaning {
  const pointer = pointed.pointer;
  const base =
    pointer === "same"
      ? (context.reference?.since ?? context.published)
      : baseOf(context, pointer, hasArticle);
  if (base === null) return dateMeaning("XXXX-XX-XX", NO_SPAN);
  const isNextDay = pointer === "next" || pointer === "following" || pointer === "coming";
  return withPart(
    values.day(base + (isNextDay ? 1 : pointer === "this" || pointer === "same" ? 0 : -1)),
    part,
  );
}

/** The nearest month before or after, or this year's. */
function pointedMonth(context: Context, pointer: Pointer, month: number): Meaning {
  if (context.published === null) return dateMeaning(`XXXX-${String(month).padStart(2, "0")}`, NO_SPAN);
  const now = dateOf(context.published);
  const step = STEPS[pointer];
  if (step === 0) return values.month(now.year, month);
  if (step < 0) return values.month(month < now.month ? now.year : now.year - 1, month);
  return values.month(month > now.month ? now.year : now.year + 1, month);
}

function pointedSeason(context: Context, pointer: Pointer, word: string): Meaning {
  const name = SEASONS.get(word)!;
  if (context.published === null) return seasonIn(context, null, name);
  const { year } = dateOf(context.published);
  const all = [year - 2, year - 1, year, year + 1, year + 2].map((one) => values.season(one, name));
  const step = STEPS[pointer];
  const now = context.published;
  if (step < 0) return all.findLast((one) => one.until! <= now)!;
  if (step > 0) return all.find((one) => one.since! > now)!;
  return all.find((one) => one.until! > now && dateOf(one.since!).year === year) ?? values.season(year, name);
}

/** Begins at a pointer: last, past, previous, this, next, coming, following, that, same. */
export function pointed(p: Pieces, i: number): Match | null {
  const found = pointerAt(p, i);
  if (!found) return null;
  const at = wordOf(p, found.end) === "fiscal" ? found.end + 1 : found.end;
  const { pointer } = found;
  const word = wordOf(p, at);
  const hasArticle = wordOf(p, i - 1) === "the";
  const part = DAY_PARTS.get(word);
  if (part) return { end: at + 1, resolve: (c) => partOfDay(c, found, part, hasArticle) };
  if (WEEKDAYS.has(word)) return pointer === "same" ? null : weekday(p, at, pointer);
  const dated = MONTHS.has(word) ? monthFirst(p, at) : null;
  if (dated && dated.end > at + 1)
    return {
      ...dated,
      resolve: (c) => dated.resolve({ ...c, tense: STEPS[pointer] < 0 ? "past" : c.tense }),
    };
  if (MONTHS.has(word) && isMonthName(p, at, true))
    return { end: at + 1, resolve: (c) => pointedMonth(c, pointer, MONTHS.get(word)!) };
  if (SEASONS.has(word) && tagOf(p, at) !== "VERB")
    return { end: at + 1, resolve: (c) => pointedSeason(c, pointer, word) };
  return pointedUnit(p, i, at, found) ?? pointedAmount(p, at, found);
}
