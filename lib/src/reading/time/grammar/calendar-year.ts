/** Which year a date without a year belongs to. */
import { dateOf, isDate, numberOfDate, twoDigits } from "../calendar.js";
import { type Context, dateMeaning, type Meaning, NO_SPAN } from "../meaning.js";
import * as values from "../values.js";

/** A date this far away gives way to its neighbour, where that one is near: it would have been told with its year. */
const FAR_DAYS = 230;
const NEAR_DAYS = 100;
const FAR_PAST_DAYS = 320;
const NEAR_FUTURE_DAYS = 60;

/** The candidate that fits the tense: the last one begun, the next one not over, or the nearest. */
export function chooseByTense(candidates: readonly Meaning[], context: Context): Meaning {
  const now = context.published!;
  const begun = candidates.filter((one) => one.since! <= now);
  const open = candidates.filter((one) => one.until! > now);
  const last = begun.at(-1)!;
  const next = open[0]!;
  const ahead = Math.max(0, next.since! - now);
  const behind = Math.max(0, now - last.until!);
  const { tense, sure } = context;
  if (tense === "future" && !(!sure && ahead > FAR_DAYS && behind < NEAR_DAYS)) return next;
  if (tense === "past" && !(behind > FAR_PAST_DAYS && ahead < NEAR_FUTURE_DAYS)) return last;
  return ahead < behind ? next : last;
}

function around(context: Context, make: (year: number) => Meaning | null): readonly Meaning[] {
  const { year } = dateOf(context.published!);
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((step) => {
    const meaning = make(year + step);
    return meaning ? [meaning] : [];
  });
}

/** A period that comes once a year; `unknown` is its value where the year cannot be told. */
export function yearly(context: Context, unknown: string, make: (year: number) => Meaning | null): Meaning {
  const told = context.year === null ? null : make(context.year);
  if (told) return told;
  if (context.published === null) return dateMeaning(unknown, NO_SPAN);
  return chooseByTense(around(context, make), context);
}

export function monthMeaning(context: Context, month: number): Meaning {
  return yearly(context, `XXXX-${twoDigits(month)}`, (year) => values.month(year, month));
}

export function dayMeaning(context: Context, month: number, day: number): Meaning {
  const unknown = `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
  return yearly(context, unknown, (year) => dayInYear(year, month, day));
}

export function dayInYear(year: number, month: number, day: number): Meaning | null {
  return isDate(year, month, day) ? values.day(numberOfDate(year, month, day)) : null;
}

/** "March 2-5": days `[first, last]` of a month. */
export function daysInYear(year: number, month: number, first: number, last: number): Meaning | null {
  const start = dayInYear(year, month, first);
  const stop = dayInYear(year, month, last);
  if (!start || !stop) return null;
  const span = { since: start.since, until: stop.until, grain: "range" as const };
  return dateMeaning(`${start.value}/${stop.value}`, span);
}

/** A quarter without a year: the last that has begun, whatever the tense: reports come after it. */
export function quarterMeaning(context: Context, quarter: number): Meaning {
  const { published, tense } = context;
  const isReport = context.year === null && published !== null && tense !== "past";
  if (isReport) return quarterMeaning({ ...context, tense: "past" }, quarter);
  return yearly(context, `XXXX-Q${quarter}`, (year) => values.quarter(year, quarter));
}
