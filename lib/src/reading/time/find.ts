import type { Day } from "../../core/index.js";
import type { TimeExpression, Tree } from "../types.js";
import { dateOf, dayNumber, dayOf } from "./calendar.js";
import { join } from "./edges.js";
import { expressionAt } from "./grammar/start.js";
import { isRangeEnd, prepositionBefore, rangeSecond, shortSecond, stretched } from "./links.js";
import type { Context, Match, Meaning } from "./meaning.js";
import { type Pieces, piecesOf, wordOf } from "./pieces.js";
import { NO_TABLES, type TimeTables } from "./tables.js";
import { governedTense } from "./tense.js";
import { shiftDay, year } from "./values.js";
import { UNITS } from "./vocabulary.js";

/** An expression; a range ("from 1993 to 1999") also keeps its two ends, which TIMEX3 counts apart. */
export interface FoundTime extends TimeExpression {
  readonly parts: readonly TimeExpression[];
}

/** What the text has told so far. */
interface Story {
  readonly tables: TimeTables;
  readonly published: number | null;
  reference: Meaning | null;
  /** Year told last, and the sentence that told it. */
  year: number | null;
  yearSentence: number;
}

/** Sentences through which a year told for the past goes on holding for months without one. */
const YEAR_REACH_SENTENCES = 1;

function contextAt(p: Pieces, story: Story, i: number, year: number | null): Context {
  const { tense, sure } = governedTense(p.tree, Math.min(p.row[i]!, p.tree.size - 1));
  return { published: story.published, reference: story.reference, year, tense, sure };
}

/** The year of a story told about the past, which "In October" then belongs to. */
function storyYear(p: Pieces, story: Story, i: number): number | null {
  if (story.year === null) return null;
  const sentence = p.tree.sentence[p.row[i]!]!;
  if (sentence - story.yearSentence > YEAR_REACH_SENTENCES) return null;
  const now = story.published === null ? null : dateOf(story.published).year;
  return now !== null && now - story.year < 2 ? null : story.year;
}

interface Found {
  readonly end: number;
  readonly meaning: Meaning;
  readonly parts: readonly { start: number; end: number; meaning: Meaning }[];
}

function single(p: Pieces, story: Story, i: number, match: Match): Found {
  const context = contextAt(p, story, i, match.lacksYear ? storyYear(p, story, i) : null);
  const plain = match.resolve(context);
  const meaning = stretched(plain, prepositionBefore(p, i), context);
  return { end: match.end, meaning, parts: [{ start: i, end: match.end, meaning: plain }] };
}

/** "1939–1945", "from March to June 2022": the first end takes the year of the second. */
function range(p: Pieces, story: Story, i: number, match: Match): Found | null {
  const short = shortSecond(p, i, match.end);
  const at = short === null ? rangeSecond(p, i, match.end) : match.end + 1;
  if (at < 0) return null;
  const second = short === null ? expressionAt(p, at, story.tables) : yearMatch(at, short);
  if (!second) return null;
  const context = contextAt(p, story, i, null);
  const last = second.resolve(context);
  const lent = match.lacksYear && !second.lacksYear && last.since !== null ? dateOf(last.since).year : null;
  const first = match.resolve({ ...context, year: lent });
  if (!isRangeEnd(second, last) || !isRangeEnd(match, first) || first.since! > last.since!) return null;
  const parts = [
    { start: i, end: match.end, meaning: first },
    { start: at, end: second.end, meaning: last },
  ];
  return { end: second.end, meaning: join(first, last), parts };
}

function yearMatch(at: number, told: number): Match {
  return { end: at + 1, resolve: () => year(told) };
}

/** "has ruled for three decades" began so long ago. */
function sinceDuration(p: Pieces, story: Story, i: number, found: Found): Found {
  const { meaning } = found;
  const before = wordOf(p, i - 1);
  const amount = /^P(\d+)([DWMY])$/.exec(meaning.value);
  if (meaning.type !== "DURATION" || meaning.since !== null || !amount || before !== "for") return found;
  const governed = governedTense(p.tree, Math.min(p.row[i]!, p.tree.size - 1));
  if (!governed.perfect || story.published === null) return found;
  const unit = UNITS.get({ D: "day", W: "week", M: "month", Y: "year" }[amount[2]!]!)!;
  const since = shiftDay(story.published, -Number(amount[1]), unit);
  return { ...found, meaning: { ...meaning, since, until: null, grain: "range" } };
}

/** Row of the range whose head lies outside it. */
function headOf(tree: Tree, start: number, end: number): number {
  for (let row = end - 1; row >= start; row--) {
    const head = tree.head[row]!;
    if (head < start || head >= end) return row;
  }
  return start;
}

function dayOrNull(number: number | null): Day | null {
  return number === null ? null : dayOf(number);
}

function toExpression(p: Pieces, start: number, end: number, meaning: Meaning): TimeExpression {
  const firstRow = p.row[start]!;
  const lastRow = p.row[end - 1]! + 1;
  return {
    from: p.from[start]!,
    to: p.to[end - 1]!,
    start: firstRow,
    end: lastRow,
    head: headOf(p.tree, firstRow, lastRow),
    type: meaning.type,
    value: meaning.value,
    since: dayOrNull(meaning.since),
    until: dayOrNull(meaning.until),
    grain: meaning.grain,
  };
}

/** Remembers the date for "the next day", and the year for months without one. */
function remember(p: Pieces, story: Story, i: number, found: Found): void {
  const plain = found.parts.at(-1)!.meaning;
  if (wordOf(p, found.end - 2) === "year") return;
  const isReference = plain.value.endsWith("_REF");
  if (plain.since === null || plain.type === "DURATION" || isReference) return;
  story.reference = plain;
  const sentence = p.tree.sentence[p.row[i]!]!;
  const isFronted = p.row[i]! - p.tree.sentenceStart[sentence]! <= 2;
  if (plain.grain !== "year" || !isFronted) return;
  story.year = dateOf(plain.since).year;
  story.yearSentence = sentence;
}

/**
 * Finds the time expressions of a document, in order, never overlapping.
 *
 * @param published the day that "today" and "on Thursday" count from; without it they keep a TIMEX3 value with X
 * and no interval
 * @param tables named periods and holidays
 */
export function findTimes(
  tree: Tree,
  published: Day | null,
  tables: TimeTables = NO_TABLES,
): readonly FoundTime[] {
  const p = piecesOf(tree);
  const day = published === null ? null : dayNumber(published);
  const story: Story = { tables, published: day, reference: null, year: null, yearSentence: -1 };
  const times: FoundTime[] = [];
  for (let i = 0; i < p.size; i++) {
    const match = expressionAt(p, i, tables);
    if (!match) continue;
    const found = sinceDuration(p, story, i, range(p, story, i, match) ?? single(p, story, i, match));
    const parts = found.parts.map((part) => toExpression(p, part.start, part.end, part.meaning));
    times.push({ ...toExpression(p, i, found.end, found.meaning), parts: parts.length > 1 ? parts : [] });
    remember(p, story, i, found);
    i = found.end - 1;
  }
  return times;
}
