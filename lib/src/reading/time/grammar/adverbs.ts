/** Single words and set phrases: "today", "overnight", "recently", "now", "daily", "the day before yesterday". */
import { withPart } from "../edges.js";
import {
  type Context,
  dateMeaning,
  durationMeaning,
  type Match,
  type Meaning,
  NO_SPAN,
  setMeaning,
} from "../meaning.js";
import { isCapital, type Pieces, wordOf } from "../pieces.js";
import * as values from "../values.js";
import { DAY_PARTS, type DayPart, UNITS } from "../vocabulary.js";
import { fineTagOf, tagOf } from "./guards.js";

const DAYS: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

const NIGHTS: ReadonlyMap<string, DayPart> = new Map([
  ["tonight", "NI"],
  ["overnight", "NI"],
]);

export function near(context: Context, days: number, part: DayPart | null): Meaning {
  if (context.published === null) return dateMeaning("XXXX-XX-XX", NO_SPAN);
  const day = values.day(context.published + days);
  return part ? withPart(day, part) : day;
}

/** "today", "yesterday morning", "tonight". */
function dayWord(p: Pieces, i: number): Match | null {
  const word = wordOf(p, i);
  const days = DAYS.get(word);
  if (days !== undefined) {
    const part = DAY_PARTS.get(wordOf(p, i + 1));
    return { end: part ? i + 2 : i + 1, resolve: (c) => near(c, days, part ?? null) };
  }
  const part = NIGHTS.get(word);
  if (!part || (word === "overnight" && tagOf(p, i) === "ADJ")) return null;
  return { end: i + 1, resolve: (c) => near(c, 0, part) };
}

type Reference = "PAST_REF" | "PRESENT_REF" | "FUTURE_REF";

export function referenceTo(value: Reference): (context: Context) => Meaning {
  return (c) => {
    const now = c.published;
    if (now === null) return dateMeaning(value, NO_SPAN);
    if (value === "PAST_REF") return dateMeaning(value, { since: null, until: now, grain: "range" });
    if (value === "FUTURE_REF") return dateMeaning(value, { since: now, until: null, grain: "range" });
    return dateMeaning(value, { since: now, until: now + 1, grain: "day" });
  };
}

/** Phrases that only point to the past, the present or the future; the longest stands first. */
const PHRASES: readonly (readonly [string, Reference])[] = [
  ["at the present time", "PRESENT_REF"],
  ["at this time", "PRESENT_REF"],
  ["at present", "PRESENT_REF"],
  ["these days", "PRESENT_REF"],
  ["right now", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["current", "PRESENT_REF"],
  ["now", "PRESENT_REF"],
  ["more recently", "PAST_REF"],
  ["recently", "PAST_REF"],
  ["lately", "PAST_REF"],
  ["the past", "PAST_REF"],
  ["the near future", "FUTURE_REF"],
  ["the foreseeable future", "FUTURE_REF"],
  ["the near term", "FUTURE_REF"],
  ["the short term", "FUTURE_REF"],
  ["the future", "FUTURE_REF"],
  ["soon", "FUTURE_REF"],
];
const PHRASES_BY_FIRST = new Map<string, { words: readonly string[]; value: Reference }[]>();
for (const [phrase, value] of PHRASES) {
  const words = phrase.split(" ");
  PHRASES_BY_FIRST.set(words[0]!, [...(PHRASES_BY_FIRST.get(words[0]!) ?? []), { words, value }]);
}

function phrase(p: Pieces, i: number): Match | null {
  const found = PHRASES_BY_FIRST.get(wordOf(p, i))?.find(({ words }) =>
    words.every((word, k) => wordOf(p, i + k) === word),
  );
  if (!found || !isReference(p, i, found.words)) return null;
  return { end: i + found.words.length, resolve: referenceTo(found.value) };
}

/** "as soon as", "the past three" and "now that" point nowhere. */
function isReference(p: Pieces, i: number, words: readonly string[]): boolean {
  const next = wordOf(p, i + words.length);
  if (words[0] === "soon") return next !== "as" && next !== "after";
  if (words[0] === "now") return next !== "that";
  if (words[1] === "past")
    return !/^\w/.test(next) || fineTagOf(p, i + 2) === "IN" || tagOf(p, i + 2) === "CCONJ";
  return true;
}

const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ["hourly", "PT1H"],
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["monthly", "P1M"],
  ["quarterly", "P3M"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
]);

function frequency(p: Pieces, i: number): Match | null {
  const value = FREQUENCIES.get(wordOf(p, i));
  const isName = isCapital(p, i + 1) || (isCapital(p, i) && tagOf(p, i) === "PROPN");
  const isRate = wordOf(p, i) !== "quarterly" || tagOf(p, i) === "ADV";
  return value && !isName && isRate ? { end: i + 1, resolve: () => setMeaning(value) } : null;
}

/** "recent weeks", "recent years". */
function recent(p: Pieces, i: number): Match | null {
  const unit = UNITS.get(wordOf(p, i + 1));
  if (wordOf(p, i) !== "recent" || !unit || !wordOf(p, i + 1).endsWith("s")) return null;
  const value = values.durationValue(null, unit);
  const span = (c: Context) =>
    c.published === null ? NO_SPAN : { since: null, until: c.published + 1, grain: "range" as const };
  return { end: i + 2, resolve: (c) => durationMeaning(value, span(c)) };
}

/** "the day before yesterday", "the day after tomorrow", "the week before last", "the day before". */
export function beforeLast(p: Pieces, i: number): Match | null {
  const unit = UNITS.get(wordOf(p, i));
  const side = wordOf(p, i + 1);
  if (!unit || (side !== "before" && side !== "after")) return null;
  const sign = side === "before" ? -1 : 1;
  const next = wordOf(p, i + 2);
  if (next === "yesterday" || next === "tomorrow")
    return { end: i + 3, resolve: (c) => near(c, 2 * sign, null) };
  const steps = next === "last" || next === "next" ? 2 * sign : sign;
  const isBare = /^([,.;:)?!]|)$/.test(next);
  if (steps !== 2 * sign && !isBare) return null;
  const resolve = (c: Context): Meaning => {
    const base = isBare ? (c.reference?.since ?? c.published) : c.published;
    return base === null ? dateMeaning("XXXX-XX-XX", NO_SPAN) : values.periodAround(base, unit, steps);
  };
  return { end: isBare ? i + 2 : i + 3, resolve };
}

/** "year-end", "year's end". */
export function yearEnd(p: Pieces, i: number): Match | null {
  const at = wordOf(p, i + 1) === "-" ? i + 2 : wordOf(p, i + 2) === "s" ? i + 3 : i + 1;
  if (wordOf(p, i) !== "year" || wordOf(p, at) !== "end") return null;
  const resolve = (c: Context): Meaning =>
    c.published === null ? dateMeaning("XXXX", NO_SPAN) : values.periodAround(c.published, "year", 0);
  return { end: at + 1, resolve };
}

/** Begins at an adverb or a word of a set phrase. */
export function adverb(p: Pieces, i: number): Match | null {
  return dayWord(p, i) ?? phrase(p, i) ?? frequency(p, i) ?? recent(p, i);
}

export const ADVERB_STARTS: readonly string[] = [
  ...DAYS.keys(),
  ...NIGHTS.keys(),
  ...PHRASES_BY_FIRST.keys(),
  ...FREQUENCIES.keys(),
  "recent",
];
