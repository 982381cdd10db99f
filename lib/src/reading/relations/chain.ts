/** The words that stand between two parties in the tree: verbs and nouns that say what one is to the other. */
import { deprelAt, uposAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

/** How many words upwards or downwards a chain may go. */
const MAX_LINKS = 8;

/** Heads above a row, the nearest first. */
function headsAbove(tree: Tree, row: number): readonly number[] {
  const heads: number[] = [];
  for (let up = tree.head[row]!; up >= 0 && heads.length < MAX_LINKS * 2; up = tree.head[up]!) heads.push(up);
  return heads;
}

/** Rows from the source's head up to the common word and down to the target's, both parties left out. */
export function pathBetween(tree: Tree, source: number, target: number): readonly number[] {
  const up = headsAbove(tree, source);
  const down = headsAbove(tree, target);
  const sourceLine = [source, ...up];
  const targetLine = [target, ...down];
  const common = sourceLine.findIndex((row) => targetLine.includes(row));
  if (common < 0) return up.slice(0, MAX_LINKS);
  const meeting = sourceLine[common]!;
  const rising = sourceLine.slice(1, common + 1);
  const falling = targetLine.slice(1, targetLine.indexOf(meeting)).reverse();
  return [...rising, ...falling].filter((row) => row !== source && row !== target).slice(0, MAX_LINKS * 2);
}

const CLAUSES = new Set(["xcomp", "ccomp"]);
const CARRYING = new Set(["conj", "xcomp", "appos", "flat", "nmod", "compound", "amod", "acl"]);

/** The predicate of a party: the first verb, or noun or adjective with a subject, above it. */
export function predicateOf(tree: Tree, party: number): number {
  let row = party;
  for (let i = 0; i < MAX_LINKS; i++) {
    const head = tree.head[row]!;
    if (head < 0) return row;
    const relation = relationAt(tree, row);
    row = head;
    if (uposAt(tree, row) === "VERB" || relation === "nsubj" || relation === "obl") return row;
    if (!CARRYING.has(relation)) return row;
  }
  return row;
}

/** A predicate with the clauses that complete it: "has vowed" → "to cut" → "supplies". */
export function clausesUnder(tree: Tree, predicate: number): readonly number[] {
  const rows = [predicate];
  for (let i = 0; i < rows.length && rows.length < MAX_LINKS; i++)
    for (const child of childrenAt(tree, rows[i]!)) {
      const relation = relationAt(tree, child);
      if (CLAUSES.has(relation) && !rows.includes(child)) rows.push(child);
    }
  return rows;
}

/** Full relation of a row to its head, "root" where it has none. */
export function linkOf(tree: Tree, row: number): string {
  return tree.head[row]! < 0 ? "root" : deprelAt(tree, row);
}
