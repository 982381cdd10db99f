import { childrenAt, relationAt } from "../tree.js";
import type { Mention, Mentions, Tree } from "../types.js";
import { isOneOf, lowerAt, prepositionOf } from "./draft.js";

/** The mention whose head is a row, or null. */
export function mentionAt(mentions: Mentions, row: number): Mention | null {
  const index = mentions.at[row]!;
  return index < 0 ? null : mentions.list[index]!;
}

/** Relations of words that belong to a noun phrase as its reader sees it. */
const INSIDE = new Set([
  "det",
  "amod",
  "nummod",
  "compound",
  "flat",
  "fixed",
  "nmod",
  "case",
  "goeswith",
  "advmod",
  "obl",
]);

function isInside(tree: Tree, row: number, head: number): boolean {
  const relation = relationAt(tree, row);
  if (!INSIDE.has(relation)) return false;
  if (relation === "case") return row > head;
  if (relation === "obl" || relation === "advmod") return row < head;
  if (relation !== "nmod" || row < head) return true;
  return /^(of|for|from|in)$/.test(prepositionOf(tree, row));
}

interface Rows {
  start: number;
  end: number;
}

function grow(tree: Tree, head: number, rows: Rows, depth: number): void {
  for (const child of childrenAt(tree, head)) {
    if (!isInside(tree, child, head)) continue;
    rows.start = Math.min(rows.start, child);
    rows.end = Math.max(rows.end, child + 1);
    if (depth < 8) growPart(tree, child, rows, depth + 1);
  }
}

/** Inside a modifier its own preposition and conjuncts belong to the phrase too. */
function growPart(tree: Tree, row: number, rows: Rows, depth: number): void {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "acl" || relation === "appos" || relation === "parataxis" || relation === "punct")
      continue;
    rows.start = Math.min(rows.start, child);
    rows.end = Math.max(rows.end, child + 1);
    if (depth < 8) growPart(tree, child, rows, depth + 1);
  }
}

/** Rows of the noun phrase of a head, without its preposition, relative clauses and conjuncts. */
export function nounPhraseOf(tree: Tree, head: number): { readonly start: number; readonly end: number } {
  const rows = { start: head, end: head + 1 };
  grow(tree, head, rows, 0);
  while (
    rows.end > rows.start + 1 &&
    (isOneOf(tree, rows.end - 1, "PUNCT") || lowerAt(tree, rows.end - 1) === "'s")
  )
    rows.end--;
  while (rows.start < head && isOneOf(tree, rows.start, "PUNCT", "CCONJ")) rows.start++;
  return rows;
}
