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

/** The readings of an expected event that have an event's category and parties. */
export function answeredCodings(found: Coding, wanted: GoldEvent): readonly Coding[] {
  return wanted.codings.filter((coding) => coding.category === found.category && sameParties(found, coding));
}

/** The given detail where the event has it, else what was wanted; null where no reading says anything of it. */
export function wantedDetail(found: Coding, wanted: GoldEvent, detail: "status" | "mode"): string | null {
  const values = answeredCodings(found, wanted).map((coding) => coding[detail]);
  return values.includes(null) || values.length === 0
    ? null
    : (values.find((v) => v === found[detail]) ?? values[0]!);
}

function mayStand(found: Coding, wanted: GoldEvent): boolean {
  const status = wantedDetail(found, wanted, "status");
  return agreement(found, wanted) === 2 && (status === null || status === found.status);
}

export type Pair = { readonly at: number; readonly agreement: 1 | 2 } | null;

/** True where an event answers an expected one at the level; an optional one must be right in parties and status. */
export function answers(found: Coding, wanted: GoldEvent, level: 1 | 2): boolean {
  return wanted.optional ? level === 2 && mayStand(found, wanted) : agreement(found, wanted) === level;
}

/** Pairs expected events with found ones, best first; each is used once. An optional event must be right in all. */
export function pairEvents(wanted: readonly GoldEvent[], found: readonly Coding[]): readonly Pair[] {
  const pairs: Pair[] = wanted.map(() => null);
  const free = new Set(found.keys());
  for (const level of [2, 1] as const)
    for (const [w, event] of wanted.entries()) {
      if (pairs[w] !== null) continue;
      const at = [...free].find((f) => answers(found[f]!, event, level));
      if (at === undefined) continue;
      pairs[w] = { at, agreement: level };
      free.delete(at);
    }
  return pairs;
}
