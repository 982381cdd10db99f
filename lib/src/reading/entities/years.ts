import type { Day } from "../../core/index.js";
import type { ActorEntry } from "../lexicon/actors.js";
import type { Tree } from "../types.js";
import type { Reader } from "./draft.js";

const YEAR = /^(1[89]|20)\d\d$/;

/** Years that a sentence names in figures, by sentence; sentences without one are left out. */
export function yearsOf(tree: Tree): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (let row = 0; row < tree.size; row++) {
    if (tree.to[row]! - tree.from[row]! !== 4) continue;
    const first = tree.text.charCodeAt(tree.from[row]!);
    if (first !== 49 && first !== 50) continue;
    const word = tree.text.slice(tree.from[row], tree.to[row]);
    if (YEAR.test(word) && !years.has(tree.sentence[row]!)) years.set(tree.sentence[row]!, Number(word));
  }
  return years;
}

/** The day by which offices are read at a row: that of publication, or one in an earlier year that the sentence names. */
export function dayAt(reader: Reader, row: number): Day | null {
  const year = reader.years.get(reader.tree.sentence[row]!);
  if (year === undefined) return reader.published;
  if (reader.published !== null && year >= Number(reader.published.slice(0, 4))) return reader.published;
  return `${year}-07-01`;
}

/** Former states hold their capitals in their years, the states of today in all others. */
export function ofTheirTime(
  reader: Reader,
  row: number,
  entries: readonly ActorEntry[],
): readonly ActorEntry[] {
  if (!entries.some((entry) => entry.since !== undefined)) return entries;
  const day = dayAt(reader, row);
  const year = day === null ? Number.POSITIVE_INFINITY : Number(day.slice(0, 4));
  const former = entries.filter(({ since, until }) => since !== undefined && since <= year && year <= until!);
  const lasting = entries.filter(({ since }) => since === undefined);
  if (former.length > 0) return former;
  return lasting.length > 0 ? lasting : entries;
}
