/** Amounts of time: "two weeks", "three years ago", "a month later", "two-day", "every Monday". */
import {
  type Context,
  dateMeaning,
  durationMeaning,
  type Match,
  type Meaning,
  NO_SPAN,
  setMeaning,
} from "../meaning.js";
import { cardinalAt } from "../numbers.js";
import { afterHyphen, isCapital, type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import {
  APPROXIMATIONS,
  DAY_PARTS,
  MONTHS,
  SEASONS,
  UNITS,
  type Unit,
  VAGUE_AMOUNTS,
  WEEKDAYS,
} from "../vocabulary.js";
import { rolling } from "./pointers.js";

export interface Quantity {
  readonly end: number;
  readonly value: number | null;
  readonly unit: Unit;
}

const FILLERS: ReadonlySet<string> = new Set(
  "more additional full consecutive straight trading whole further other long".split(" "),
);

function vagueAmount(p: Pieces, i: number): { end: number; value: number | null } | null {
  const at = wordOf(p, i) === "a" ? i + 1 : i;
  const word = wordOf(p, at);
  if (!VAGUE_AMOUNTS.has(word)) return null;
  const isOf = wordOf(p, at + 1) === "of";
  return { end: isOf ? at + 2 : at + 1, value: word === "couple" ? 2 : null };
}

/** "half a century", "half an hour", "a half-hour". */
function halfQuantity(p: Pieces, i: number): Quantity | null {
  const at = wordOf(p, i) === "a" ? i + 1 : i;
  if (wordOf(p, at) !== "half") return null;
  const next = wordOf(p, at + 1);
  const end = next === "a" || next === "an" ? at + 2 : afterHyphen(p, at + 1);
  const unit = UNITS.get(wordOf(p, end));
  return unit ? { end: end + 1, value: 0.5, unit } : null;
}

/** "two weeks", "two-week", "several years", "at least 72 hours", "two to three weeks", "a minute and a half". */
export function quantityAt(p: Pieces, i: number): Quantity | null {
  const half = halfQuantity(p, i);
  if (half) return half;
  const amount = vagueAmount(p, i) ?? cardinalAt(p, i);
  if (!amount) return null;
  const upper = /^(to|or|-|–)$/.test(wordOf(p, amount.end)) ? cardinalAt(p, amount.end + 1) : null;
  const last = upper && UNITS.has(wordOf(p, upper.end)) ? upper : amount;
  let end = afterHyphen(p, last.end);
  if (FILLERS.has(wordOf(p, end))) end++;
  const unit = UNITS.get(wordOf(p, end));
  if (!unit || (unit === "second" && !wordOf(p, end).endsWith("s"))) return null;
  if (unit === "quarter" && amount.value !== null && amount.value > 40) return null;
  if (isCapital(p, end) || (wordOf(p, end) === "quarters" && end > last.end)) return null;
  const isHalf = wordOf(p, end + 1) === "and" && wordOf(p, end + 2) === "a" && wordOf(p, end + 3) === "half";
  if (isHalf && amount.value !== null) return { end: end + 4, value: amount.value + 0.5, unit };
  return { end: soEnd(p, end + 1), value: amount.value, unit };
}

/** "a week or so", "a year or two". */
function soEnd(p: Pieces, i: number): number {
  return wordOf(p, i) === "or" && /^(so|two|three|more)$/.test(wordOf(p, i + 1)) ? i + 2 : i;
}

/** "-old", "years old": an age is no time of the news. */
function isAge(p: Pieces, i: number): boolean {
  const next = wordOf(p, afterHyphen(p, i));
  return next === "old" || next === "olds" || (next === "of" && wordOf(p, i + 1) === "age");
}

const LATER: ReadonlySet<string> = new Set(["later", "afterwards", "afterward", "on", "hence"]);
const EARLIER: ReadonlySet<string> = new Set(["earlier", "before", "previously", "prior"]);
const CLAUSE_END = /^([,.;:)?!—–]|and|but|)$/;

function direction(p: Pieces, i: number): { end: number; sign: 1 | -1; from: "now" | "told" } | null {
  const word = wordOf(p, i);
  const next = wordOf(p, i + 1);
  if (word === "ago") return { end: i + 1, sign: -1, from: "now" };
  if (word === "from" && (next === "now" || next === "today")) return { end: i + 2, sign: 1, from: "now" };
  const isBare = CLAUSE_END.test(next);
  if (word === "earlier" || (EARLIER.has(word) && isBare)) return { end: i + 1, sign: -1, from: "told" };
  if (word === "later" || ((LATER.has(word) || word === "after") && isBare && word !== "on"))
    return { end: i + 1, sign: 1, from: "told" };
  return null;
}

/** The day that an amount leads to, at the grain that the amount has. */
export function shifted(base: Meaning | number, sign: 1 | -1, amount: number, unit: Unit): Meaning {
  const start = typeof base === "number" ? base : base.since!;
  const day = values.shiftDay(start, sign * amount, unit);
  const own = values.periodAround(day, unit === "decade" || unit === "century" ? "year" : unit, 0);
  if (typeof base === "number" || !values.isCoarser(base.grain, "day")) return own;
  if (base.grain === "quarter") return values.periodAround(day, "quarter", 0);
  if (base.grain === "month" && unit !== "decade") return values.periodAround(day, "month", 0);
  return base.grain === "year" ? values.periodAround(day, "year", 0) : own;
}

function offset(context: Context, quantity: Quantity, sign: 1 | -1, from: "now" | "told"): Meaning {
  const { value, unit } = quantity;
  const told = context.reference?.since == null ? null : context.reference;
  const isQuarter = told?.grain === "quarter" && unit === "year" && value === 1;
  const base = (from === "told" && told) || (isQuarter && told) || context.published;
  if (value === null) return vagueOffset(context, sign, unit);
  if (from === "told" && !told && sign > 0 && context.tense === "past")
    return durationMeaning(values.durationValue(value, unit));
  if (base === null) return dateMeaning("XXXX-XX-XX", NO_SPAN);
  if (unit === "hour" || unit === "minute" || unit === "second")
    return values.day(values.shiftDay(typeof base === "number" ? base : base.since!, 0, "day"));
  return shifted(base, sign, value, unit);
}

function vagueOffset(context: Context, sign: 1 | -1, unit: Unit): Meaning {
  const now = context.published;
  if (sign < 0) return dateMeaning("PAST_REF", { since: null, until: now, grain: "range" });
  const since = context.reference?.until ?? null;
  const isOrdered = since !== null && now !== null && since < now;
  const span = isOrdered ? { since, until: now, grain: "range" as const } : NO_SPAN;
  return durationMeaning(values.durationValue(null, unit), span);
}

/** An amount alone: after "in" told as to come it leads to a day, else it is a duration. */
function duration(context: Context, p: Pieces, i: number, quantity: Quantity): Meaning {
  const { value, unit } = quantity;
  const before = wordOf(p, i - 1);
  const isFuture = context.tense === "future" && (before === "in" || before === "within");
  if (isFuture) return rolling(context, "next", value, unit);
  return durationMeaning(values.durationValue(value, unit));
}

const RATES = /^(times|time|once|twice|per|%|percent|dollars|barrels|million|billion|people|tons|tonnes)$/;

/** Begins at an amount. */
export function amount(p: Pieces, i: number): Match | null {
  const quantity = quantityAt(p, i);
  if (!quantity || isAge(p, quantity.end)) return null;
  if (wordOf(p, quantity.end) === "-" && /^(ago|earlier)$/.test(wordOf(p, quantity.end + 1))) return null;
  if (wordOf(p, i) === "24" && quantity.unit === "hour" && wordOf(p, i + 1) === "-") return null;
  const towards = direction(p, quantity.end);
  if (towards) return { end: towards.end, resolve: (c) => offset(c, quantity, towards.sign, towards.from) };
  const isRate = /^an?$/.test(wordOf(p, i)) && RATES.test(wordOf(p, i - 1));
  if (isRate) return { end: quantity.end, resolve: () => setMeaning(values.durationValue(1, quantity.unit)) };
  return { end: quantity.end, resolve: (c) => duration(c, p, i, quantity) };
}

const FURTHER: ReadonlySet<string> = new Set(["than", "least", "most", "to", "the"]);

/** "nearly two years", "at least 72 hours", "up to 180 days", "more than two decades ago". */
export function roughAmount(p: Pieces, i: number): Match | null {
  let at = i + 1;
  const isRough = (word: string): boolean => FURTHER.has(word) || APPROXIMATIONS.has(word);
  while (at - i <= 3 && isRough(wordOf(p, at))) at++;
  if (at - i > 3 || (wordOf(p, i) === "over" && !/^an?$/.test(wordOf(p, at)))) return null;
  return amount(p, at);
}

/** "years ago", "months later", "for years", "in recent weeks": no amount is told. */
export function bareUnits(p: Pieces, i: number): Match | null {
  const unit = UNITS.get(wordOf(p, i))!;
  if (!wordOf(p, i).endsWith("s") || unit === "second") return null;
  const quantity: Quantity = { end: i + 1, value: null, unit };
  const towards = direction(p, i + 1);
  if (towards) return { end: towards.end, resolve: (c) => offset(c, quantity, towards.sign, towards.from) };
  if (!/^(for|in|over|within|after|of)$/.test(wordOf(p, i - 1)) || unit === "quarter") return null;
  return { end: i + 1, resolve: () => durationMeaning(values.durationValue(null, unit)) };
}

/** "every Monday", "each year", "every two weeks", "every other day". */
export function set(p: Pieces, i: number): Match | null {
  const at = wordOf(p, i + 1) === "other" ? i + 2 : i + 1;
  const word = wordOf(p, at);
  const value = setValue(p, at);
  if (value) return { end: at + 1, resolve: () => setMeaning(value) };
  const quantity = UNITS.has(word) ? null : quantityAt(p, at);
  if (!quantity) return null;
  return {
    end: quantity.end,
    resolve: () => setMeaning(values.durationValue(quantity.value, quantity.unit)),
  };
}

function setValue(p: Pieces, i: number): string | null {
  const word = wordOf(p, i);
  const unit = UNITS.get(word);
  if (unit) return values.durationValue(wordOf(p, i - 1) === "other" ? 2 : 1, unit);
  if (WEEKDAYS.has(word)) return `XXXX-WXX-${WEEKDAYS.get(word)}`;
  if (MONTHS.has(word)) return `XXXX-${String(MONTHS.get(word)).padStart(2, "0")}`;
  if (SEASONS.has(word)) return `XXXX-${SEASONS.get(word)}`;
  const part = DAY_PARTS.get(word);
  return part ? `XXXX-XX-XXT${part}` : null;
}
