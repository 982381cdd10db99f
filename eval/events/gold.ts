/** Labelled sentences: `id, text, published, codings`; a coding that begins with "?" may be found or not. */
import type { EventRecord } from "../../lib/src/core/index.js";
import { type Coding, notationOf, parseCoding } from "../../lib/src/reading/frames/coding.js";
import { readTable } from "../../lib/src/reading/lexicon/tables.js";

export interface GoldEvent {
  readonly notation: string;
  /** Readings that are equally right, one or more. */
  readonly codings: readonly Coding[];
  /** A careful second coder might leave it out: neither a miss nor a false event. */
  readonly optional: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly events: readonly GoldEvent[];
}

/** Reads one cell of a gold file: codings joined by " or ", with "? " in front where the event is optional. */
export function goldEvent(cell: string): GoldEvent {
  const notation = cell.replace(/^\?\s*/u, "").trim();
  return { notation, codings: notation.split(" or ").map(parseCoding), optional: cell.startsWith("?") };
}

/** Reads the table of labelled sentences. */
export function readGold(table: string): readonly GoldSentence[] {
  return readTable(table, "sentences").map((row) => ({
    id: row.id!,
    text: row.text!,
    published: row.published || null,
    events: row.codings === "none" ? [] : row.codings!.split(" ; ").map(goldEvent),
  }));
}

/** An event's parties and category as the notation has them. */
export function codingOf(event: EventRecord): Coding {
  return parseCoding(notationOf(event));
}

function sameParties(a: Coding, b: Coding): boolean {
  const key = (c: Coding) => `${c.actors.join("+")} > ${(c.recipients ?? []).join("+")}`;
  return key(a) === key(b);
}

/** How well an event answers an expected one: 2 category and parties, 1 category alone, 0 not. */
export function agreement(found: Coding, wanted: GoldEvent): 0 | 1 | 2 {
  const same = wanted.codings.filter((coding) => coding.category === found.category);
  if (same.length === 0) return 0;
  return same.some((coding) => sameParties(found, coding)) ? 2 : 1;
}

/** The reading of an expected event that an event answers best. */
export function answeredCoding(found: Coding, wanted: GoldEvent): Coding {
  const fits = (coding: Coding) => coding.category === found.category && sameParties(found, coding);
  return wanted.codings.find(fits) ?? wanted.codings[0]!;
}

export type Pair = { readonly at: number; readonly agreement: 1 | 2 } | null;

/** Pairs expected events with found ones, best first; each is used once. An optional event must have its parties right. */
export function pairEvents(wanted: readonly GoldEvent[], found: readonly Coding[]): readonly Pair[] {
  const pairs: Pair[] = wanted.map(() => null);
  const free = new Set(found.keys());
  for (const level of [2, 1] as const)
    for (const [w, event] of wanted.entries()) {
      if (pairs[w] !== null || (event.optional && level < 2)) continue;
      const at = [...free].find((f) => agreement(found[f]!, event) === level);
      if (at === undefined) continue;
      pairs[w] = { at, agreement: level };
      free.delete(at);
    }
  return pairs;
}
