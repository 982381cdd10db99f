/** Subjects of clauses, by which a story is known to go on. */
import { uposAt, wordAt } from "../../language/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

const HIGHEST = 8;
const PRONOUNS = new Set(["he", "she", "it", "they", "both", "these", "those"]);
const CONNECTIVES = new Set(["then", "later", "afterwards", "afterward", "subsequently", "thereafter"]);

/** Row of the verb's own subject, or -1. */
function subjectOf(tree: Tree, verb: number): number {
  for (const child of childrenAt(tree, verb)) if (/^[nc]subj$/.test(relationAt(tree, child))) return child;
  return -1;
}

/**
 * True for a conjoined verb with a subject of its own. A name between "and" and the verb is one, whatever the parser
 * hung it on: "on Monday and Italy expelled".
 */
export function hasOwnSubject(tree: Tree, verb: number): boolean {
  if (subjectOf(tree, verb) >= 0) return true;
  for (let row = verb - 1; row > verb - HIGHEST && row > tree.head[verb]!; row--) {
    if (/^(cc|punct)$/.test(relationAt(tree, row))) return false;
    if (/^(NOUN|PROPN|PRON)$/.test(uposAt(tree, row))) return true;
  }
  return false;
}

/** Row of the subject of the clause that a word stands in, that of the first verb for a conjoined one; or -1. */
function clauseSubject(tree: Tree, row: number): number {
  let at = row;
  for (let step = 0; at >= 0 && step < HIGHEST; step++, at = tree.head[at]!) {
    if (/^[nc]subj$/.test(relationAt(tree, at))) return at;
    const subject = subjectOf(tree, at);
    if (subject >= 0) return subject;
  }
  return -1;
}

function hasConnective(tree: Tree, row: number): boolean {
  let at = row;
  for (let step = 0; at >= 0 && step < HIGHEST; step++, at = tree.head[at]!)
    for (const child of childrenAt(tree, at))
      if (CONNECTIVES.has(wordAt(tree, child).toLowerCase())) return true;
  return false;
}

/** True where a clause goes on with what an earlier one told: the same subject, a pronoun, or "then". */
export function carriesOn(tree: Tree, earlier: number, row: number): boolean {
  if (hasConnective(tree, row)) return true;
  const subject = clauseSubject(tree, row);
  if (subject < 0) return false;
  if (PRONOUNS.has(wordAt(tree, subject).toLowerCase())) return true;
  const before = clauseSubject(tree, earlier);
  return before >= 0 && lemmaAt(tree, before) === lemmaAt(tree, subject);
}
