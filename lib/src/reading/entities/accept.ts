import type { NameSpan } from "../../language/index.js";
import type { ActorEntry } from "../lexicon/actors.js";
import { isAllCapitals, isCapital } from "../lexicon/atoms.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { isOneOf, lowerAt, topOf } from "./draft.js";
import type { Match } from "./match.js";

/** Function words in capitals ("WHO", "US", "IS" in a headline) and verbs ("Polish the table") are no names. */
function isName(tree: Tree, match: Match): boolean {
  if (tree.text[match.to] === "$") return false;
  if (match.end > match.start + 1) return true;
  if (match.entries[0]!.form === "adjective" && isOneOf(tree, match.end, "DET")) return false;
  if (isOneOf(tree, match.start, "PROPN", "NOUN", "ADJ", "X", "SYM")) return true;
  const isFirst = match.start === tree.sentenceStart[tree.sentence[match.start]!];
  const isAcronym = isAllCapitals(tree.text, match.from, match.to);
  if (isAcronym) return !isShouted(tree, match);
  return !isFirst || (!isOneOf(tree, match.start, "VERB") && match.to - match.from > 4);
}

/** True in a sentence in capitals, where an acronym looks like any other word. */
function isShouted(tree: Tree, match: Match): boolean {
  const sentence = tree.sentence[match.start]!;
  const from = tree.from[tree.sentenceStart[sentence]!]!;
  const to = tree.to[tree.sentenceStart[sentence + 1]! - 1]!;
  return !/[a-z]{2}/.test(tree.text.slice(from, Math.min(to, from + 300)));
}

/** A role is a noun; an adjective counts where it stands as one ("a Turkish academic criticised"). */
function isRole(tree: Tree, match: Match): boolean {
  if (lowerAt(tree, match.start) === "pm" && isOneOf(tree, match.start - 1, "NUM")) return false;
  if (
    lowerAt(tree, match.start) === "party" &&
    /^(christmas|birthday|dinner|garden|cocktail|tea|wedding)$/.test(lowerAt(tree, match.start - 1))
  )
    return false;
  const top = topOf(tree, match.start, match.end);
  if (isOneOf(tree, top, "NOUN", "PROPN") || isOneOf(tree, match.end - 1, "NOUN", "PROPN")) return true;
  return isOneOf(tree, top, "ADJ", "X") && /^(nsubj|obj|iobj|obl|nmod|conj)$/.test(relationAt(tree, top));
}

/** The entries of a phrase that can hold where it stands, by its parts of speech. */
export function acceptedEntries(tree: Tree, match: Match): readonly ActorEntry[] {
  return match.entries.filter((entry) => (entry.kind === "role" ? isRole(tree, match) : isName(tree, match)));
}

/** A capitalised noun that no phrase of the lexicon covers. */
function isStrangeName(tree: Tree, matched: readonly (Match | undefined)[], row: number): boolean {
  if (/^(mrs?|ms|miss|sir|dr|the|gen|st)\.?$/.test(lowerAt(tree, row))) return false;
  const match = matched[row];
  const isUnknown = match === undefined || match.entries.every((entry) => entry.form === "surname");
  return isUnknown && isOneOf(tree, row, "PROPN") && isCapital(tree.text, tree.from[row]!);
}

/** First and last row of the names that belong to one name with the match by the tree: "Paris" + "Hilton". */
function neighbourOf(tree: Tree, matched: readonly (Match | undefined)[], match: Match): number {
  const top = topOf(tree, match.start, match.end);
  const head = tree.head[top]!;
  const relation = relationAt(tree, top);
  const joined = relation === "flat" || relation === "compound" || relation === "nmod";
  if (head === match.end && joined && isStrangeName(tree, matched, head) && !isApart(tree, match, head))
    return head;
  if (head >= 0 && head < match.start && relation === "flat" && isStrangeName(tree, matched, head))
    return head;
  if (head > match.end && relation === "compound" && isStrangeName(tree, matched, head)) return head;
  if (isTwin(tree, top, match.end) && isStrangeName(tree, matched, match.end)) return match.end;
  for (const child of childrenAt(tree, top)) {
    const link = relationAt(tree, child);
    if (child >= match.end && link === "flat" && isStrangeName(tree, matched, child)) return child;
    if (
      child === match.start - 1 &&
      (link === "compound" || link === "flat") &&
      isStrangeName(tree, matched, child)
    )
      return child;
  }
  return -1;
}

/** Two names side by side in one place of the clause are one name that the tree has cut. */
function isTwin(tree: Tree, top: number, next: number): boolean {
  return next < tree.size && tree.head[next] === tree.head[top] && tree.deprel[next] === tree.deprel[top];
}

/** "Russia's Putin": a possessor is no part of a longer name. */
function isApart(tree: Tree, match: Match, head: number): boolean {
  const between = tree.text.slice(match.to, tree.from[head]);
  return /['’,(]/.test(between) || prepositionBetween(tree, match.end, head);
}

function prepositionBetween(tree: Tree, start: number, end: number): boolean {
  for (let row = start; row < end; row++) if (isOneOf(tree, row, "ADP", "PUNCT")) return true;
  return false;
}

function strangerIn(
  tree: Tree,
  matched: readonly (Match | undefined)[],
  name: NameSpan,
  match: Match,
): number {
  if (name.end - name.start <= match.end - match.start) return -1;
  for (let row = name.start; row < name.end; row++) {
    if (row >= match.start && row < match.end) continue;
    if (isStrangeName(tree, matched, row)) return row;
  }
  return -1;
}

/** Row of a strange name that makes the match a part of a longer name ("Bank of China", "Paris Hilton"), or -1. */
export function strangerBeside(
  tree: Tree,
  matched: readonly (Match | undefined)[],
  match: Match,
  name: NameSpan | undefined,
): number {
  if (name && name.kind !== "nationality" && name.start <= match.start && name.end >= match.end) {
    const row = strangerIn(tree, matched, name, match);
    if (row >= 0) return row;
  }
  return isHeadline(tree, match.start) ? -1 : neighbourOf(tree, matched, match);
}

/** True in a sentence that writes most of its words with capitals, where they tell nothing of names. */
function isHeadline(tree: Tree, row: number): boolean {
  const sentence = tree.sentence[row]!;
  const [first, end] = [tree.sentenceStart[sentence]!, tree.sentenceStart[sentence + 1]!];
  if (end - first > 40) return false;
  let long = 0;
  let capital = 0;
  for (let at = first; at < end; at++) {
    if (tree.to[at]! - tree.from[at]! < 4) continue;
    long++;
    if (isCapital(tree.text, tree.from[at]!)) capital++;
  }
  return long > 4 && capital > 0.8 * long;
}
