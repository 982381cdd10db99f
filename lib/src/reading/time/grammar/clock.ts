/** Times of the clock: "9 a.m. Tuesday", "10:35 p.m.", "noon Saturday", "1500 GMT", "4 in the morning". */
import { twoDigits } from "../calendar.js";
import { withClock } from "../edges.js";
import { type Context, dateMeaning, type Match, type Meaning, NO_SPAN } from "../meaning.js";
import { cardinalOf } from "../numbers.js";
import { type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";

interface Clock {
  readonly end: number;
  /** "09:00". */
  readonly value: string;
}

const ZONES: ReadonlySet<string> = new Set(
  "gmt utc est edt et pst pdt pt cst cdt cet cest msk bst ist kst jst".split(" "),
);

function zoneEnd(p: Pieces, i: number): number {
  if (ZONES.has(wordOf(p, i))) return i + 1;
  return wordOf(p, i) === "local" && wordOf(p, i + 1) === "time" ? i + 2 : i;
}

/** End of "a.m." or "p.m." at `i` and the hours to add, however the periods were cut. */
function halfOfDay(p: Pieces, i: number): { end: number; isAfternoon: boolean } | null {
  const word = wordOf(p, i);
  const joined = /^([ap])\.?m$/.exec(word);
  if (joined) return { end: i + 1, isAfternoon: joined[1] === "p" };
  const isApart = (word === "a" || word === "p") && wordOf(p, i + 1) === "m";
  return isApart ? { end: i + 2, isAfternoon: word === "p" } : null;
}

function clockAt(p: Pieces, i: number): Clock | null {
  const word = wordOf(p, i);
  if (wordOf(p, i - 1) === "high") return null;
  if (word === "noon" || word === "midday") return { end: i + 1, value: "12:00" };
  if (word === "midnight") return { end: i + 1, value: "00:00" };
  const time = /^(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?$/.exec(word);
  const half = time || cardinalOf(word) !== null ? halfOfDay(p, i + 1) : null;
  const hour = time ? Number(time[1]) : cardinalOf(word);
  if (half && hour !== null && hour <= 12) {
    const full = (hour % 12) + (half.isAfternoon ? 12 : 0);
    return { end: zoneEnd(p, half.end), value: `${twoDigits(full)}:${time?.[2] ?? "00"}` };
  }
  return plainClock(p, i, time);
}

/** Without a.m. or p.m.: "14:30", "1500 GMT", "3 o'clock". */
function plainClock(p: Pieces, i: number, time: RegExpExecArray | null): Clock | null {
  const word = wordOf(p, i);
  const zone = zoneEnd(p, i + 1);
  const digits = /^([01]\d|2[0-3])([0-5]\d)$/.exec(word);
  if (digits && zone > i + 1) return { end: zone, value: `${digits[1]}:${digits[2]}` };
  const isTold =
    /^(at|around|about|by|until|from|before|after|shortly)$/.test(wordOf(p, i - 1)) || zone > i + 1;
  const isTime =
    time?.[2] !== undefined && word.includes(":") && Number(time[1]) < 24 && Number(time[2]) < 60;
  return isTime && isTold ? { end: zone, value: `${twoDigits(Number(time[1]))}:${time[2]}` } : null;
}

function clockMeaning(context: Context, value: string): Meaning {
  const day = context.reference?.grain === "day" ? context.reference.since : context.published;
  return day === null
    ? { ...dateMeaning(`T${value}`, NO_SPAN), type: "TIME" }
    : withClock(values.day(day), value);
}

/** Begins at a time of the clock; `dateAt` reads a date after it. */
export function clock(p: Pieces, i: number, dateAt: (p: Pieces, i: number) => Match | null): Match | null {
  const found = clockAt(p, i);
  if (!found) return null;
  const skip = /^(on|,)$/.test(wordOf(p, found.end)) ? found.end + 1 : found.end;
  const date = dateAt(p, skip);
  if (date) return { ...date, resolve: (c) => withClock(date.resolve(c), found.value) };
  return { end: found.end, resolve: (c) => clockMeaning(c, found.value) };
}
