import { deprelAt } from "../../language/index.js";
import { relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import type { Draft, Reader } from "./draft.js";

/** Mentions that later words may mean, in order of their heads. */
export interface Discourse {
  readonly reader: Reader;
  readonly history: Draft[];
  /** States of the whole document, distinct; one alone is its home. */
  readonly home: string | null;
}

/** Mentions looked back at, so that a sentence without end costs no more than its length. */
const LOOK_BACK = 120;

/** The mentions of the last sentences before a row, from `reach` sentences back, in text order. */
export function recentBefore(discourse: Discourse, row: number, reach: number): Draft[] {
  const { history, reader } = discourse;
  const sentence = reader.tree.sentence[row]!;
  let first = history.length;
  const least = Math.max(0, history.length - LOOK_BACK);
  while (first > least && sentence - reader.tree.sentence[history[first - 1]!.head]! <= reach) first--;
  return history.slice(first);
}

/** True where the mention is the subject of its clause. */
export function isSubject(tree: Tree, draft: Draft): boolean {
  let row = draft.head;
  while (relationAt(tree, row) === "conj" && tree.head[row]! >= 0) row = tree.head[row]!;
  const relation = relationAt(tree, row);
  return relation === "nsubj" || deprelAt(tree, row) === "obl:agent";
}

function isObject(tree: Tree, draft: Draft): boolean {
  const relation = relationAt(tree, draft.head);
  return relation === "obj" || relation === "iobj";
}

/** How likely the next pronoun in `sentence` means the mention; higher is likelier. */
function salienceOf(tree: Tree, draft: Draft, sentence: number): number {
  const distance = sentence - tree.sentence[draft.head]!;
  const role = isSubject(tree, draft) ? 1.6 : isObject(tree, draft) ? 0.6 : 0;
  const nested = draft.form === "adjective" ? -0.8 : 0;
  return role + nested - 1.2 * distance;
}

/** The likeliest of the mentions that pass, at most `reach` sentences back; later ones win a tie. */
export function likeliestBefore(
  discourse: Discourse,
  row: number,
  reach: number,
  passes: (draft: Draft) => boolean,
  bonus: (draft: Draft) => number = () => 0,
): Draft | null {
  const { tree } = discourse.reader;
  const sentence = tree.sentence[row]!;
  let best: Draft | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const draft of recentBefore(discourse, row, reach).reverse()) {
    if (draft.head >= row || !passes(draft)) continue;
    const score = salienceOf(tree, draft, sentence) + bonus(draft);
    if (score > bestScore + 1e-9) [best, bestScore] = [draft, score];
  }
  return best;
}

/** The last mention that passes, at most `reach` sentences back. */
export function lastBefore(
  discourse: Discourse,
  row: number,
  reach: number,
  passes: (draft: Draft) => boolean,
): Draft | null {
  const recent = recentBefore(discourse, row, reach);
  return recent.findLast((draft) => draft.head < row && passes(draft)) ?? null;
}

/** Gives a mention the identity of an earlier one. */
export function follow(draft: Draft, earlier: Draft): void {
  draft.entity = earlier.entity;
  draft.referent = earlier.referent;
  draft.kind = earlier.kind;
  draft.sector = earlier.sector;
  draft.name = earlier.name;
  draft.gender = earlier.gender ?? draft.gender;
  draft.person = earlier.person;
  draft.group = earlier.group;
  draft.political = earlier.political;
  draft.isPlural = earlier.isPlural;
  draft.isResolved = true;
}
