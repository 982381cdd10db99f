/** Labelled sentences: `id, text, published, codings`; a coding that begins with "?" may be found or not. */
import type { EventRecord } from "../../lib/src/core/index.js";
import { type Coding, notationOf, parseCoding } from "../../lib/src/reading/frames/coding.js";
import { readTable } from "../../lib/src/reading/lexicon/tables.js";

export interface GoldEvent {
  readonly notation: string;
  readonly coding: Coding;
  /** A careful second coder might leave it out: neither a miss nor a false event. */
  readonly optional: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly events: readonly GoldEvent[];
}

/** Reads one coding of a gold file, "? " in front where it is optional. */
export function goldEvent(cell: string): GoldEvent {
  const optional = cell.startsWith("?");
  const notation = cell.replace(/^\?\s*/u, "").trim();
  return { notation, coding: parseCoding(notation), optional };
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
export function agreement(found: Coding, wanted: Coding): 0 | 1 | 2 {
  if (found.category !== wanted.category) return 0;
  return sameParties(found, wanted) ? 2 : 1;
}

export type Pair = { readonly at: number; readonly agreement: 1 | 2 } | null;

/** Pairs expected events with found ones, best first; each is used once. Null where none is left. */
export function pairEvents(wanted: readonly GoldEvent[], found: readonly Coding[]): readonly Pair[] {
  const pairs: Pair[] = wanted.map(() => null);
  const free = new Set(found.keys());
  for (const level of [2, 1] as const)
    for (const [w, event] of wanted.entries()) {
      if (pairs[w] !== null) continue;
      const at = [...free].find((f) => agreement(found[f]!, event.coding) === level);
      if (at === undefined) continue;
      pairs[w] = { at, agreement: level };
      free.delete(at);
    }
  return pairs;
}
