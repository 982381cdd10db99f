/** Periods that are named by their unit alone: "the year", "the quarter", "the weekend", "year-earlier". */
import { dateOf } from "../calendar.js";
import type { Context, Match, Meaning } from "../meaning.js";
import { type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import { UNITS, type Unit } from "../vocabulary.js";
import { beforeLast } from "./adverbs.js";
import { amount } from "./amounts.js";

/** "the year", "the month" inside "the end of the month": that of the publication. */
export function theUnit(p: Pieces, i: number): Match | null {
  const unit = wordOf(p, i) === "the" ? UNITS.get(wordOf(p, i + 1)) : undefined;
  if (
    !unit ||
    (unit === "day" && wordOf(p, i - 1) !== "in") ||
    wordOf(p, i + 1).endsWith("s") ||
    beforeLast(p, i + 1)
  )
    return null;
  return { end: i + 2, resolve: (c) => aroundNow(c, unit) };
}

function aroundNow(context: Context, unit: Unit): Meaning {
  if (context.published === null)
    return { type: "DATE", value: "XXXX", since: null, until: null, grain: "range" };
  return values.periodAround(context.published, unit, 0);
}

/** The weekend before, or the one to come. */
export function weekendMeaning(context: Context): Meaning {
  if (context.published === null) return aroundNow(context, "weekend");
  const own = values.weekend(context.published);
  return context.tense === "future" || own.since! <= context.published
    ? own
    : values.weekend(context.published - 7);
}

/** The quarter told last, else the last one over. */
export function quarterTold(context: Context): Meaning {
  if (context.reference?.grain === "quarter") return context.reference;
  if (context.published === null) return aroundNow(context, "quarter");
  const { year, month } = dateOf(context.published);
  return values.quarter(year, Math.ceil(month / 3) - 1);
}

/** "the first nine months", "the final two weeks". */
export function firstAmount(p: Pieces, i: number): Match | null {
  const match = amount(p, i + 1);
  return match && !/^(ago|earlier|later)$/.test(wordOf(p, match.end - 1)) ? match : null;
}

/** "year-earlier", "year-ago": the same period one year before the one told last. */
export function yearEarlier(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i + 2);
  if (wordOf(p, i) !== "year" || wordOf(p, i + 1) !== "-" || (word !== "earlier" && word !== "ago"))
    return null;
  const next = wordOf(p, i + 3);
  const end = next === "period" || next === "quarter" ? i + 4 : i + 3;
  const resolve = (c: Context): Meaning => {
    const told = c.reference;
    if (told?.since != null && told.grain === "quarter")
      return values.periodAround(told.since - 365, "quarter", 0);
    return c.published === null ? aroundNow(c, "year") : values.periodAround(c.published, "year", -1);
  };
  return { end, resolve };
}
