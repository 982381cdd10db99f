import type { Day, EntityKind, Sector } from "../../core/index.js";
import { type NameSpan, type Upos, uposAt } from "../../language/index.js";
import type { ActorEntry, ActorLexicon, Person } from "../lexicon/actors.js";
import { childrenAt, relationAt } from "../tree.js";
import type { MentionForm, Tree } from "../types.js";

/** A mention while it is being made: the fields of `Mention`, open to change, and what they are decided by. */
export interface Draft {
  from: number;
  to: number;
  start: number;
  end: number;
  head: number;
  entity: string | null;
  referent: string | null;
  kind: EntityKind;
  sector: Sector | null;
  name: string;
  form: MentionForm;
  group: readonly Draft[];
  political: boolean;
  readonly entry: ActorEntry | null;
  /** First row of the words that the lexicon has. */
  readonly entryStart: number;
  /** Role word or title: "foreign minister". */
  role: ActorEntry | null;
  person: Person | null;
  gender: "m" | "f" | null;
  /** Whose role it is: "Russian" of "Russian troops". */
  owners: readonly Draft[];
  isPlural: boolean;
  isResolved: boolean;
  /** Not to be listed: a part of another mention. */
  isDropped: boolean;
}

/** What all steps share while the mentions of one document are found. */
export interface Reader {
  readonly tree: Tree;
  readonly lexicon: ActorLexicon;
  readonly published: Day | null;
  /** Names of the model by row. */
  readonly names: readonly (NameSpan | undefined)[];
  readonly drafts: Draft[];
  /** Draft that covers a row, the latest made; undefined for none. */
  readonly covering: (Draft | undefined)[];
  /** How often each state is named beyond doubt. */
  readonly support: Map<string, number>;
  /** Years that sentences name, by sentence. */
  readonly years: ReadonlyMap<number, number>;
}

/** The row of a range whose head stands outside of it. */
export function topOf(tree: Tree, start: number, end: number): number {
  for (let row = start; row < end; row++) {
    const head = tree.head[row]!;
    if (head < start || head >= end) return row;
  }
  return end - 1;
}

/** Makes a draft over rows, with the entity of a lexicon entry where there is one. */
export function draftOf(tree: Tree, start: number, end: number, entry: ActorEntry | null): Draft {
  return {
    from: tree.from[start]!,
    to: tree.to[end - 1]!,
    start,
    end,
    head: topOf(tree, start, end),
    entity: entry?.entity ?? null,
    referent: entry && entry.kind !== "role" ? (entry.kind === "state" ? entry.entity : entry.id) : null,
    kind: entry?.kind ?? "person",
    sector: entry?.sector ?? null,
    name: entry?.name ?? tree.text.slice(tree.from[start], tree.to[end - 1]),
    form: entry?.form ?? "name",
    group: [],
    political: false,
    entry,
    entryStart: start,
    role: null,
    person: null,
    gender: null,
    owners: [],
    isPlural: false,
    isResolved: false,
    isDropped: false,
  };
}

/** Takes a draft into the list and lets it cover its rows. */
export function keep(reader: Reader, draft: Draft): Draft {
  reader.drafts.push(draft);
  for (let row = draft.start; row < draft.end; row++) reader.covering[row] = draft;
  return draft;
}

/** Widens a draft to a range of rows. */
export function widen(tree: Tree, draft: Draft, start: number, end: number): void {
  draft.start = Math.min(draft.start, start);
  draft.end = Math.max(draft.end, end);
  draft.from = tree.from[draft.start]!;
  draft.to = tree.to[draft.end - 1]!;
  draft.head = topOf(tree, draft.start, draft.end);
}

/** Lower-case lemma of the preposition of a row, "" for none. */
export function prepositionOf(tree: Tree, row: number): string {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case" && uposAt(tree, child) !== "PART")
      return tree.text.slice(tree.from[child], tree.to[child]).toLowerCase();
  return "";
}

/** First row of the sentence of a row. */
export function sentenceStartOf(tree: Tree, row: number): number {
  return tree.sentenceStart[tree.sentence[row]!]!;
}

/** Row after the last of the sentence of a row. */
export function sentenceEndOf(tree: Tree, row: number): number {
  return tree.sentenceStart[tree.sentence[row]! + 1]!;
}

export function isOneOf(tree: Tree, row: number, ...tags: readonly Upos[]): boolean {
  return row >= 0 && row < tree.size && tags.includes(uposAt(tree, row));
}

/** Word at a row in lower case. */
export function lowerAt(tree: Tree, row: number): string {
  if (row < 0 || row >= tree.size) return "";
  return tree.text.slice(tree.from[row], tree.to[row]).toLowerCase();
}

/** True where the heads above `row` reach a row of [start, end) in at most `steps`. */
export function reaches(tree: Tree, row: number, start: number, end: number, steps = 4): boolean {
  let at = row;
  for (let step = 0; step < steps && at >= 0; step++) {
    at = tree.head[at]!;
    if (at >= start && at < end) return true;
  }
  return false;
}
