/** The senses of the frame tables, as the codebook tells them. */
import { frameRows } from "../../eval/tables.js";
import { CATEGORIES, type Category, CONTEXTS, MODE_SCORE } from "../../lib/src/core/plover.js";
import { parseCoding } from "../../lib/src/reading/frames/coding.js";
import { listOf } from "../../lib/src/reading/lexicon/tables.js";

export const KINDS = ["verbs", "nouns", "adjectives", "phrases"] as const;
export type Kind = (typeof KINDS)[number];

const KIND_OF: Readonly<Record<string, Kind>> = { v: "verbs", n: "nouns", a: "adjectives" };

/** One row of `lexicon/frames/`. */
export interface Sense {
  readonly id: string;
  /** Lemmas of the trigger: "arrest", "round up". */
  readonly words: string;
  readonly kind: Kind;
  /** Null for words that only act on another act. */
  readonly category: Category | null;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly operator: string | null;
  readonly example: string;
  readonly coding: string;
}

function known<T extends string>(value: string, list: readonly T[], what: string, id: string): T {
  const found = list.find((item) => item === value);
  if (found === undefined) throw new Error(`lexicon/frames, row ${id}: "${value}" is no ${what}`);
  return found;
}

function senseOf(row: Readonly<Record<string, string>>): Sense {
  const { id, trigger } = row;
  const slash = trigger.lastIndexOf("/");
  const words = trigger.slice(0, slash);
  const category = row.category === "-" ? null : known(row.category, CATEGORIES, "category", id);
  const modes = Object.keys((category && MODE_SCORE[category]) ?? {});
  return {
    id,
    words,
    kind: words.includes(" ") ? "phrases" : KIND_OF[trigger.slice(slash + 1)],
    category,
    mode: row.mode ? known(row.mode, modes, `mode of ${row.category}`, id) : null,
    contexts: listOf(row.contexts).map((context) => known(context, CONTEXTS, "context", id)),
    operator: row.operator || null,
    example: row.example,
    coding: row.coding,
  };
}

/** All senses in the order of the tables. Throws where a row speaks of what the ontology does not know. */
export function readSenses(): readonly Sense[] {
  return frameRows().map(({ row }) => senseOf(row));
}

/** The words of some senses, each once, in the order of their characters. */
export function wordsOf(senses: readonly Sense[]): readonly string[] {
  return [...new Set(senses.map((sense) => sense.words))].sort();
}

/** Counts of what `keys` gives, the most frequent first, equals in the order of their characters. */
export function counted<T>(items: readonly T[], keys: (item: T) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const key of items.flatMap(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function tellsOwnCoding(sense: Sense): boolean {
  if (sense.example === "" || sense.coding === "") return false;
  const { category, mode } = parseCoding(sense.coding);
  return category === sense.category && mode === sense.mode;
}

/** The first example of each kind of word, then the first of other words: at most `count`. */
export function examplesOf(senses: readonly Sense[], count = 3): readonly Sense[] {
  const usable = senses.filter(tellsOwnCoding);
  const firsts = KINDS.flatMap((kind) => usable.find((sense) => sense.kind === kind) ?? []);
  const chosen = new Map<string, Sense>();
  for (const sense of [...firsts, ...usable])
    if (chosen.size < count && !chosen.has(sense.words)) chosen.set(sense.words, sense);
  return [...chosen.values()];
}
