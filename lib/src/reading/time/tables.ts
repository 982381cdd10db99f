/** Named periods and holidays: `lexicon/periods.tsv` and `lexicon/holidays.tsv`. */
import { listOf, readTable, type TableRow } from "../lexicon/tables.js";
import { dayNumber, easterOf, firstOfMonth, numberOfDate, weekdayOf } from "./calendar.js";
import { chooseByTense, dayInYear } from "./grammar/calendar-year.js";
import { type Context, dateMeaning, type Match, type Meaning, NO_SPAN } from "./meaning.js";
import { yearAt } from "./numbers.js";
import { isCapital, type Pieces, wordOf } from "./pieces.js";
import * as values from "./values.js";

interface Named {
  /** The words in the form of pieces, in lower case. */
  readonly words: readonly string[];
  /** True where the name begins with a capital letter, which the text must have too. */
  readonly capital: boolean;
  /** Periods are wars and reigns too: they date only after a preposition ("during the Cold War"). */
  readonly isPeriod: boolean;
  readonly resolve: (context: Context, year: number | null) => Meaning;
}

/** By first word, the longest names first. */
export interface TimeTables {
  readonly byFirst: ReadonlyMap<string, readonly Named[]>;
}

export const NO_TABLES: TimeTables = { byFirst: new Map() };

function wordsOf(name: string): readonly string[] {
  return (
    name
      .replaceAll("’", "'")
      .toLowerCase()
      .match(/[\p{L}]+(?:\.[\p{L}]+)*|\d+(?:st|nd|rd|th)?|[^\s.]/gu) ?? []
  );
}

function namesOf(row: TableRow): readonly string[] {
  return [row.name!, ...listOf(row.names)];
}

/** First day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
function startOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number?, number?];
  return day ? dayNumber(date) : firstOfMonth(year, month ?? 1);
}

/** Day after the last of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
function endOf(date: string): number {
  const [year, month, day] = date.split("-").map(Number) as [number, number?, number?];
  if (day) return dayNumber(date) + 1;
  return month ? firstOfMonth(year, month + 1) : firstOfMonth(year + 1, 1);
}

function periodOf(row: TableRow): Meaning {
  const until = row.until === "" ? null : endOf(row.until!);
  const value = row.since === row.until ? row.since! : `${row.since}/${row.until}`;
  const isDay = /^\d+-\d+-\d+$/.test(row.since!) && row.since === row.until;
  return dateMeaning(value, { since: startOf(row.since!), until, grain: isDay ? "day" : "range" });
}

/** Day of a holiday in a year: `12-25`, `11 4 4` (the fourth Thursday of November), `easter-2`. */
function holidayIn(rule: string, year: number): Meaning | null {
  if (rule.startsWith("easter")) return values.day(easterOf(year) + Number(rule.slice(6) || 0));
  const fixed = /^(\d+)-(\d+)$/.exec(rule);
  if (fixed) return dayInYear(year, Number(fixed[1]), Number(fixed[2]));
  const [month, count, weekday] = rule.split(" ").map(Number) as [number, number, number];
  const first = count > 0 ? numberOfDate(year, month, 1) : firstOfMonth(year, month + 1) - 7;
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (Math.max(count, 1) - 1);
  return values.day(day);
}

function holidayMeaning(rule: string, context: Context, year: number | null): Meaning {
  if (year !== null) return holidayIn(rule, year) ?? dateMeaning("XXXX-XX-XX", NO_SPAN);
  if (context.published === null) return dateMeaning("XXXX-XX-XX", NO_SPAN);
  const now = Number(values.periodAround(context.published, "year", 0).value);
  const days = [now - 1, now, now + 1].flatMap((one) => holidayIn(rule, one) ?? []);
  return chooseByTense(days, context);
}

/** Reads the two tables. */
export function readTimeTables(periods: string, holidays: string): TimeTables {
  const byFirst = new Map<string, Named[]>();
  const add = (row: TableRow, isPeriod: boolean, resolve: Named["resolve"]): void => {
    for (const name of namesOf(row)) {
      const words = wordsOf(name);
      byFirst.set(words[0]!, [
        ...(byFirst.get(words[0]!) ?? []),
        { words, capital: /^[A-Z]/.test(name), isPeriod, resolve },
      ]);
    }
  };
  for (const row of readTable(periods, "periods")) {
    const meaning = periodOf(row);
    add(row, true, () => meaning);
  }
  for (const row of readTable(holidays, "holidays"))
    add(row, false, (context, year) => holidayMeaning(row.rule!, context, year));
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst };
}

const DATING: ReadonlySet<string> = new Set(
  "during throughout in since before after until till from amid".split(" "),
);

/** True after a preposition that dates, an article between them or not. */
function isDating(p: Pieces, i: number): boolean {
  let at = i - 1;
  while (
    /^(the|early|late|first|days|years|months|of|end|height|start|beginning|-)$/.test(wordOf(p, at)) &&
    i - at < 6
  )
    at--;
  return DATING.has(wordOf(p, at));
}

/** A name of the tables that begins at a piece, with the year after it. */
export function namedAt(tables: TimeTables, p: Pieces, i: number): Match | null {
  const found = tables.byFirst
    .get(wordOf(p, i))
    ?.find(
      ({ words, capital }) =>
        (!capital || isCapital(p, i)) && words.every((word, k) => wordOf(p, i + k) === word),
    );
  if (!found || (found.isPeriod && !isDating(p, i))) return null;
  const end = i + found.words.length;
  if (found.isPeriod) return { end, resolve: (c) => found.resolve(c, null) };
  const year = yearAt(p, wordOf(p, end) === "," ? end + 1 : end);
  return { end: year?.end ?? end, resolve: (c) => found.resolve(c, year?.value ?? null) };
}
