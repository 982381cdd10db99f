/** Prepositions and links that turn dates into stretches: "since 2014", "until March", "from 1993 to 1999". */
import type { Context, Match, Meaning } from "./meaning.js";
import { type Pieces, wordOf } from "./pieces.js";

export type Preposition = "since" | "until" | "through" | "by" | "before" | "after" | "from" | null;

const PREPOSITIONS: ReadonlyMap<string, Preposition> = new Map([
  ["since", "since"],
  ["until", "until"],
  ["till", "until"],
  ["through", "through"],
  ["by", "by"],
  ["before", "before"],
  ["after", "after"],
  ["post", "after"],
  ["pre", "before"],
]);

/** The preposition before an expression: "since", "since at least", "up to". */
export function prepositionBefore(p: Pieces, i: number): Preposition {
  let at = i - 1;
  if (wordOf(p, at) === "the" || wordOf(p, at) === "-") at--;
  if (wordOf(p, at) === "least" && wordOf(p, at - 1) === "at") at -= 2;
  if (/^(about|around|early)$/.test(wordOf(p, at))) at--;
  if (wordOf(p, at) === "prior" || (wordOf(p, at) === "to" && wordOf(p, at - 1) === "prior")) return "before";
  const isNow = wordOf(p, at) === "from" && /^(on|onwards|onward)$/.test(wordOf(p, i + 1));
  return isNow ? "since" : (PREPOSITIONS.get(wordOf(p, at)) ?? null);
}

/** The stretch that a preposition makes of a date. */
export function stretched(meaning: Meaning, preposition: Preposition, context: Context): Meaning {
  if (preposition === null || meaning.type === "SET" || meaning.since === null) return meaning;
  if (meaning.type === "DURATION") return meaning;
  const isFuture = context.tense === "future" || context.tense === "present";
  const isAhead = context.published !== null && meaning.until !== null && context.published < meaning.until;
  const start = isFuture && isAhead ? context.published : null;
  if (preposition === "since" || preposition === "from") return { ...meaning, until: null, grain: "range" };
  if (preposition === "before") return { ...meaning, since: null, until: meaning.since, grain: "range" };
  if (preposition === "after") return { ...meaning, since: meaning.until, until: null, grain: "range" };
  if (preposition === "by" && meaning.grain === "day" && !isFuture) return meaning;
  return { ...meaning, since: start, grain: "range" };
}

const DASHES: ReadonlySet<string> = new Set(["-", "–", "—", "‑"]);

/** First piece of the second date of a range, or -1: "from A to B", "between A and B", "A–B", "A through B". */
export function rangeSecond(p: Pieces, start: number, end: number): number {
  const link = wordOf(p, end);
  const before = wordOf(p, start - 1) === "the" ? wordOf(p, start - 2) : wordOf(p, start - 1);
  if (DASHES.has(link) || link === "through") return end + 1;
  if (link === "and") return before === "between" ? end + 1 : -1;
  const isFrom = before === "from" || /^\d{4}$/.test(wordOf(p, start));
  return (link === "to" || link === "until" || link === "till") && isFrom ? end + 1 : -1;
}

/** "1939–45": the short year after a dash. */
export function shortSecond(p: Pieces, start: number, end: number): number | null {
  const first = wordOf(p, start);
  const second = wordOf(p, end + 1);
  if (end !== start + 1 || !DASHES.has(wordOf(p, end)) || !/^\d\d$/.test(second) || !/^\d{4}$/.test(first))
    return null;
  const year = Number(first.slice(0, 2) + second);
  return year > Number(first) && p.to[end] === p.from[end + 1] && !DASHES.has(wordOf(p, end + 2))
    ? year
    : null;
}

/** True for expressions that may be an end of a range. */
export function isRangeEnd(match: Match | null, meaning: Meaning | null): boolean {
  return (
    match !== null &&
    meaning !== null &&
    meaning.type !== "SET" &&
    meaning.type !== "DURATION" &&
    meaning.since !== null
  );
}
