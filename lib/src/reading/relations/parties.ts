/** The two given parties as mentions, whatever the lexicon knows of their words. */
import type { Span } from "../../core/index.js";
import { deprelAt, uposAt } from "../../language/index.js";
import { topOf } from "../entities/index.js";
import type { Mention, Mentions, PartyWords, Tree } from "../types.js";

/** Entity ids of the two parties while their relation is read. No entity of the lexicon is called so. */
const SOURCE = "<source>";
const TARGET = "<target>";

/** Rows of the words of a party: half-open range and head. */
export interface PartyRows {
  readonly start: number;
  readonly end: number;
  readonly head: number;
}

/** Where the two parties stand; a list is empty where there is no such party. */
export interface Pair {
  readonly source: readonly PartyRows[];
  readonly target: readonly PartyRows[];
  /** The verb whose act is asked for; -1 where the tree must tell. */
  readonly predicate: number;
}

/** True where one of the words of a party is meant by a party of an act. */
export function isAmong(rows: readonly PartyRows[], party: PartyWords): boolean {
  return rows.some(({ head }) => head === party.head);
}

/** Rows that a span of characters touches, or null for none. */
function rowsOf(tree: Tree, span: Span): PartyRows | null {
  let start = 0;
  while (start < tree.size && tree.to[start]! <= span.from) start++;
  let end = start;
  while (end < tree.size && tree.from[end]! < span.to) end++;
  return end > start ? { start, end, head: topOf(tree, start, end) } : null;
}

function kindOf(tree: Tree, known: Mention | null, head: number): Mention["kind"] {
  if (known !== null && known.kind !== "place") return known.kind;
  const name = tree.names.find((n) => n.start <= head && head < n.end);
  return name?.kind === "person" ? "person" : "organisation";
}

function partyMention(tree: Tree, mentions: Mentions, span: Span, entity: string): Mention | null {
  const rows = rowsOf(tree, span);
  if (rows === null) return null;
  const index = mentions.at[rows.head]!;
  const known = index >= 0 ? mentions.list[index]! : null;
  return {
    ...span,
    ...rows,
    entity,
    referent: entity,
    kind: kindOf(tree, known, rows.head),
    sector: known?.sector ?? null,
    name: tree.text.slice(span.from, span.to),
    form: uposAt(tree, rows.head) === "ADJ" ? "adjective" : "name",
    group: [],
    political: true,
  };
}

const PARTS = new Set(["appos", "flat", "nmod:desc"]);

/** Rows by which the tree may know a party: "his counterpart President Mattarella" is not always one phrase to it. */
function headsOf(tree: Tree, { start, end, head }: PartyRows): readonly number[] {
  const rows = [head];
  for (let row = start; row < end; row++) {
    const up = tree.head[row]!;
    const isOutside = up < start || up >= end;
    const upos = uposAt(tree, row);
    const isName = upos === "NOUN" || upos === "PROPN" || upos === "PRON";
    if (row !== head && isName && (isOutside || PARTS.has(deprelAt(tree, row)))) rows.push(row);
  }
  return rows;
}

/** Puts the two parties in the place of all that was found inside their words. */
export function withParties(
  tree: Tree,
  found: Mentions,
  source: readonly Span[],
  target: readonly Span[],
): { readonly mentions: Mentions; readonly pair: Pair } {
  const mentionsOf = (spans: readonly Span[], entity: string): readonly Mention[] =>
    spans.map((span) => partyMention(tree, found, span, entity)).filter((m) => m !== null);
  const sources = mentionsOf(source, SOURCE);
  const targets = mentionsOf(target, TARGET);
  const parties = [...sources, ...targets];
  const isInside = (m: Mention): boolean => parties.some((p) => p.start <= m.head && m.head < p.end);
  const list = [...found.list.filter((m) => !isInside(m)), ...parties].sort((a, b) => a.head - b.head);
  const at = new Int32Array(tree.size).fill(-1);
  for (const [index, mention] of list.entries()) {
    const heads = parties.includes(mention) ? headsOf(tree, mention) : [mention.head];
    for (const row of heads) at[row] = index;
  }
  return { mentions: { list, at }, pair: { source: sources, target: targets, predicate: -1 } };
}
