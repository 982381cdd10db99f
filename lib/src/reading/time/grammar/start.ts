/** Which rule a word may begin: the door of the grammar. Words that begin none are passed over at once. */

import { cutEdge, withPart } from "../edges.js";
import type { Match, Meaning } from "../meaning.js";
import { afterHyphen, type Pieces, wordOf } from "../pieces.js";
import { namedAt, type TimeTables } from "../tables.js";
import * as values from "../values.js";
import {
  APPROXIMATIONS,
  CARDINALS,
  DAY_PARTS,
  DECADES,
  EDGES,
  MONTHS,
  ORDINALS,
  POINTERS,
  SEASONS,
  UNITS,
  VAGUE_AMOUNTS,
  WEEKDAYS,
} from "../vocabulary.js";
import { ADVERB_STARTS, adverb, beforeLast, yearEnd } from "./adverbs.js";
import { amount, bareUnits, roughAmount, set } from "./amounts.js";
import { clock } from "./clock.js";
import { dayFirst, digitDate, monthFirst } from "./dates.js";
import {
  apostropheYear,
  bareYear,
  decade,
  fiscalYear,
  letterPeriod,
  ordinalPeriod,
  season,
} from "./periods.js";
import { pointed } from "./pointers.js";
import { firstAmount, quarterTold, theUnit, weekendMeaning, yearEarlier } from "./told.js";
import { weekday } from "./weekdays.js";

type Rule = (p: Pieces, i: number) => Match | null;

const RULES = new Map<string, Rule[]>();

function begin(words: Iterable<string>, ...rules: readonly Rule[]): void {
  for (const word of words) RULES.set(word, [...(RULES.get(word) ?? []), ...rules]);
}

function clockWithDate(p: Pieces, i: number): Match | null {
  return clock(p, i, dateOnly);
}

/** A weekday, a date or a word for a day. */
function dateOnly(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  if (WEEKDAYS.has(word)) return weekday(p, i);
  if (MONTHS.has(word)) return monthFirst(p, i);
  if (/^\d/.test(word)) return digitDate(p, i) ?? dayFirst(p, i);
  return ["today", "yesterday", "tomorrow"].includes(word) ? adverb(p, i) : null;
}

/** "early Sunday", "late-November", "earlier this year", "the end of the month", "mid-1990s". */
function edged(p: Pieces, i: number): Match | null {
  const edge = EDGES.get(wordOf(p, i))!;
  const isNoun = edge === "start" || edge === "end" || wordOf(p, i) === "middle" || wordOf(p, i) === "close";
  const link = wordOf(p, i + 1);
  if (isNoun && link !== "of") return null;
  const isIn =
    link === "in" && (edge === "earlier" || edge === "later" || edge === "early" || edge === "late");
  let at = isNoun || isIn ? i + 2 : afterHyphen(p, i + 1);
  const whole = theUnit(p, at) ?? innerAt(p, at);
  if (!whole && wordOf(p, at) === "in") at++;
  return whole ? { ...whole, resolve: (c) => cutEdge(whole.resolve(c), edge, c.published) } : null;
}

/** What may stand after "early" or "the end of". */
function innerAt(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  const at = word === "the" ? i + 1 : i;
  const first = wordOf(p, at);
  const match = first === "the" || EDGES.has(first) || UNITS.has(first) ? null : ruleAt(p, at);
  if (!match) return null;
  return isAmountStart(wordOf(p, at)) && !isDateStart(p, at) ? null : match;
}

function isAmountStart(word: string): boolean {
  return CARDINALS.has(word) || VAGUE_AMOUNTS.has(word) || APPROXIMATIONS.has(word);
}

function isDateStart(p: Pieces, i: number): boolean {
  return dateOnly(p, i) !== null || bareYear(p, i) !== null;
}

/** "the night of March 2-3", "the morning of June 5", "the week of March 6". */
function partOf(p: Pieces, i: number): Match | null {
  const part = DAY_PARTS.get(wordOf(p, i));
  const isWeek = wordOf(p, i) === "week";
  if ((!part && !isWeek) || wordOf(p, i + 1) !== "of") return null;
  const date = dateOnly(p, i + 2);
  if (!date) return null;
  const finish = (day: Meaning): Meaning => {
    if (isWeek) return day.since === null ? day : values.week(day.since);
    return withPart(day, part!);
  };
  return { ...date, resolve: (c) => finish(date.resolve(c)) };
}

/** "the": what it may belong to. A year, a month or a weekday after it stands on its own ("the 2014 talks"). */
function article(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i + 1);
  if (word === "year" && bareYear(p, i + 2)) return bareYear(p, i + 2);
  if (word === "weekend") return { end: i + 2, resolve: (c) => weekendMeaning(c) };
  const next = wordOf(p, i + 2);
  if (word === "latest" && (next === "quarter" || next === "period"))
    return { end: i + 3, resolve: (c) => quarterTold(c) };
  if (word === "quarter") return { end: i + 2, resolve: (c) => quarterTold(c) };
  if (word === "the" || MONTHS.has(word) || WEEKDAYS.has(word)) return null;
  const before = beforeLast(p, i + 1) ?? partOf(p, i + 1) ?? adverb(p, i);
  if (before) return before;
  const inside = ruleAt(p, i + 1);
  if (!inside || bareYear(p, i + 1)?.end === i + 2) return null;
  const isOwn = ADVERB_STARTS.includes(word) && word !== "recent";
  return isOwn || isModifier(p, i + 1, inside.end) ? null : inside;
}

/** "the third-quarter loss", "the two-week crisis": the article belongs to the noun. */
function isModifier(p: Pieces, start: number, end: number): boolean {
  if (EDGES.has(wordOf(p, start)) || wordOf(p, end - 1) === "period") return false;
  for (let i = start; i < end; i++)
    if (wordOf(p, i) === "-") return wordOf(p, end - 1) !== "quarter" || end === start + 3;
  return false;
}

begin(MONTHS.keys(), monthFirst);
begin(WEEKDAYS.keys(), (p, i) => weekday(p, i));
begin(ORDINALS.keys(), dayFirst, (p, i) => ordinalPeriod(p, i, null));
begin(CARDINALS.keys(), amount, bareYear, clockWithDate, (p, i) => ordinalPeriod(p, i, null));
begin(VAGUE_AMOUNTS, amount);
begin(["half"], amount);
begin(APPROXIMATIONS, roughAmount);
begin(POINTERS.keys(), pointed);
begin(["first", "final", "latest"], (p, i) => firstAmount(p, i));
begin(["last", "final"], (p, i) => ordinalPeriod(p, i, null));
begin(EDGES.keys(), edged);
begin(SEASONS.keys(), season);
begin(DECADES.keys(), decade);
begin(UNITS.keys(), bareUnits);
begin(["year"], yearEarlier, yearEnd);
begin(["week", ...DAY_PARTS.keys()], partOf);
begin(["every", "each"], set);
begin(ADVERB_STARTS, adverb);
begin(["the"], article);
begin(["fiscal"], fiscalYear);
begin(["fy"], fiscalYear);
begin(["q", "h"], (p, i) => letterPeriod(p, i, null));
begin(["noon", "midday", "midnight"], clockWithDate);
begin(["'", "’", "‘"], apostropheYear);

const DIGIT_RULES: readonly Rule[] = [
  digitDate,
  dayFirst,
  clockWithDate,
  decade,
  bareYear,
  (p, i) => ordinalPeriod(p, i, null),
  amount,
];

function longest(p: Pieces, i: number, rules: readonly Rule[]): Match | null {
  let best: Match | null = null;
  for (const rule of rules) {
    const match = rule(p, i);
    if (match && (!best || match.end > best.end)) best = match;
  }
  return best;
}

function ruleAt(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  const first = word.charCodeAt(0);
  const rules = first >= 48 && first <= 57 ? DIGIT_RULES : RULES.get(word);
  return rules ? longest(p, i, rules) : null;
}

/** "last Thanksgiving", "this Christmas". */
function pointedName(p: Pieces, i: number, tables: TimeTables): Match | null {
  const pointer = wordOf(p, i);
  if (pointer !== "last" && pointer !== "next" && pointer !== "this") return null;
  const named = namedAt(tables, p, i + 1);
  const tense = pointer === "last" ? "past" : "future";
  return named && { ...named, resolve: (c) => named.resolve({ ...c, tense }) };
}

/** The longest expression that begins at a piece, names of periods and holidays included. */
export function expressionAt(p: Pieces, i: number, tables: TimeTables): Match | null {
  const named = namedAt(tables, p, i) ?? pointedName(p, i, tables);
  const ruled = ruleAt(p, i);
  return named && (!ruled || named.end >= ruled.end) ? named : ruled;
}
