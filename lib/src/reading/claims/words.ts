import { spanOf, type TextSpan } from "../../core/index.js";
import { wordAt } from "../../language/index.js";
import { childrenAt } from "../tree.js";
import type { Tree } from "../types.js";

const EDGE = new Set([",", ".", ";", ":", "—", "–", "-", "“", "”", '"', "!", "?"]);

/** Characters of the subtree of `row` but for the branch `without`, with no punctuation at its ends. */
export function subtreeSpan(tree: Tree, row: number, without = -1): TextSpan {
  const rows: number[] = [];
  const stack = [row];
  while (stack.length > 0) {
    const top = stack.pop()!;
    rows.push(top);
    for (const child of childrenAt(tree, top)) if (child !== without) stack.push(child);
  }
  rows.sort((a, b) => a - b);
  const at = rows.indexOf(row);
  let first = at;
  let last = at;
  while (first > 0 && rows[first - 1] === rows[first]! - 1) first--;
  while (last + 1 < rows.length && rows[last + 1] === rows[last]! + 1) last++;
  while (first < at && EDGE.has(wordAt(tree, rows[first]!))) first++;
  while (last > at && EDGE.has(wordAt(tree, rows[last]!))) last--;
  return spanOf(tree.text, tree.from[rows[first]!]!, tree.to[rows[last]!]!);
}

const MIN_CLAUSE_CHARACTERS = 8; // less than this after a clause is punctuation or a stray word

/** The characters between two places without blanks and punctuation at their ends; null where nothing is left. */
export function trimSpan(text: string, from: number, to: number): TextSpan | null {
  let start = from;
  let end = to;
  while (start < end && /[\s,;:—–-]/u.test(text[start]!)) start++;
  while (end > start && /[\s,;:.!?”"]/u.test(text[end - 1]!)) end--;
  return end - start < MIN_CLAUSE_CHARACTERS ? null : spanOf(text, start, end);
}
