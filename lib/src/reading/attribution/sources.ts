/** Who speaks: the subject of a verb of saying, and where the tree fails, the noun beside it. */
import { uposAt, wordAt } from "../../language/index.js";
import { subjectRow } from "../events/subjects.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

const NOUNS = new Set(["NOUN", "PROPN", "PRON"]);
const MAX_BACK = 30; // words of a speaker with titles and relative clauses
const MAX_FORWARD = 8;

const TIME =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|morning|afternoon|evening|night|week|month|year|hours?|moments?|minutes?|days?|later|earlier)$/i;

/** "X was quoted as saying that ...": the saying is under the quoting, and X speaks. */
function quotedSpeaker(tree: Tree, row: number): number {
  const head = tree.head[row]!;
  if (head < 0 || relationAt(tree, row) !== "advcl" || !QUOTING.has(tree.lemma[head]!)) return -1;
  return childWith(tree, head, "nsubj:pass", "obj");
}
const QUOTING = new Set(["quote", "cite", "describe", "report"]);

/** "..., he said, adding that ...": the one who spoke before. */
function speakerBeside(tree: Tree, row: number): number {
  const head = tree.head[row]!;
  if (head < 0 || relationAt(tree, row) !== "advcl") return -1;
  const beside = childWith(tree, head, "parataxis");
  return beside >= 0 && beside < row ? subjectRow(tree, beside) : -1;
}

/** A speaker outside quotations when the verb is outside, and no time of day. */
function isSpeaker(tree: Tree, row: number, source: number, quoted: Uint8Array): boolean {
  return source >= 0 && !TIME.test(wordAt(tree, source)) && (quoted[source] === 0 || quoted[row] === 1);
}

/** "The navy, the minister said, left": of two subjects the one beside the verb speaks. */
function nearestSubject(tree: Tree, row: number): number {
  let nearest = -1;
  let count = 0;
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "nsubj") continue;
    count++;
    if (nearest < 0 || Math.abs(child - row) < Math.abs(nearest - row)) nearest = child;
  }
  return count > 1 ? nearest : subjectRow(tree, row);
}

function otherSubject(tree: Tree, row: number, not: number): number {
  for (const child of childrenAt(tree, row))
    if (child !== not && relationAt(tree, child) === "nsubj") return child;
  return -1;
}

/** Highest noun of the words `from` ... `to` above a row. */
function topWithin(tree: Tree, row: number, from: number, to: number): number {
  let at = row;
  for (let i = 0; i < MAX_FORWARD; i++) {
    const head = tree.head[at]!;
    if (head < from || head >= to || !NOUNS.has(uposAt(tree, head))) return at;
    at = head;
  }
  return at;
}

/** "..." NAME said, "..." said NAME: the noun between the closing mark and the verb, or the one after the verb. */
function besideQuotation(tree: Tree, row: number, quoted: Uint8Array): number {
  let mark = row - 1;
  while (mark >= 0 && row - mark <= MAX_BACK && quoted[mark] === 0) mark--;
  const start = tree.sentenceStart[tree.sentence[row]!]!;
  if (mark < start || row - mark > MAX_BACK) return -1;
  for (let at = mark + 1; at < row; at++)
    if (NOUNS.has(uposAt(tree, at)) && !TIME.test(wordAt(tree, at)))
      return topWithin(tree, at, mark + 1, row);
  const end = Math.min(tree.sentenceStart[tree.sentence[row]! + 1]!, row + MAX_FORWARD);
  for (let at = row + 1; at < end && quoted[at] === 0; at++)
    if (NOUNS.has(uposAt(tree, at)) && !TIME.test(wordAt(tree, at))) return topWithin(tree, at, row + 1, end);
  return -1;
}

/** Head row of the one who says what the verb at `row` brings, or -1. */
export function sourceOf(tree: Tree, row: number, quoted: Uint8Array): number {
  const said = quotedSpeaker(tree, row);
  if (said >= 0) return said;
  const subject = nearestSubject(tree, row);
  if (isSpeaker(tree, row, subject, quoted)) return subject;
  if (subject >= 0) {
    const other = otherSubject(tree, row, subject);
    if (isSpeaker(tree, row, other, quoted)) return other;
  }
  const beside = speakerBeside(tree, row);
  return beside >= 0 ? beside : quoted[row] === 0 ? besideQuotation(tree, row, quoted) : -1;
}
