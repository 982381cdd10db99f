import { type NameSpan, uposAt, wordAt } from "../../language/index.js";
import type { Person } from "../lexicon/actors.js";
import { fold, isCapital } from "../lexicon/atoms.js";
import { childrenAt, relationAt } from "../tree.js";
import { type Draft, draftOf, isOneOf, keep, lowerAt, type Reader, topOf, widen } from "./draft.js";
import { applyTerm, slugOf } from "./persons.js";
import type { Office } from "./roles.js";
import { dayAt } from "./years.js";

function isNamePart(reader: Reader, row: number): boolean {
  const { tree } = reader;
  return isOneOf(tree, row, "PROPN", "X") && isCapital(tree.text, tree.from[row]!);
}

/** Range of the name around its head: proper nouns that hang together, hyphens included. */
export function nameRange(reader: Reader, head: number, from: number): { start: number; end: number } | null {
  const { tree } = reader;
  if (!isNamePart(reader, head)) return null;
  let start = head;
  while (
    start > from &&
    isNamePart(reader, start - 1) &&
    joined(reader, start - 1, start) &&
    !reader.covering[start - 1]
  )
    start--;
  let end = head + 1;
  const sentenceEnd = tree.sentenceStart[tree.sentence[head]! + 1]!;
  while (end < sentenceEnd && !reader.covering[end] && joined(reader, end, end - 1) && continues(reader, end))
    end++;
  while (end > start + 1 && isOneOf(tree, end - 1, "PUNCT")) end--;
  return { start, end };
}

function continues(reader: Reader, row: number): boolean {
  if (isNamePart(reader, row)) return true;
  const word = lowerAt(reader.tree, row);
  return /^(-|al|el|bin|bint|ibn|de|van|von|da|dos|un|jong|[a-z]{2,5})$/.test(word) &&
    relationAt(reader.tree, row) === "flat"
    ? true
    : word === "-";
}

function joined(reader: Reader, row: number, other: number): boolean {
  const { tree } = reader;
  const relation = relationAt(tree, row);
  if (relation === "flat" || relation === "compound" || relation === "punct") return true;
  const otherRelation = relationAt(tree, other);
  return (otherRelation === "flat" || otherRelation === "compound") && tree.head[other] === row;
}

/** The leader whose first and last name stand around a middle one: "Mikhail S. Gorbachev". */
function leaderNamed(reader: Reader, start: number, end: number): Person | null {
  const last = fold(wordAt(reader.tree, end - 1));
  const beginning = reader.lexicon.phrases.startingWith(fold(wordAt(reader.tree, start)));
  for (const phrases of beginning?.longer.values() ?? [])
    for (const { atoms, value } of phrases)
      if (value.person && value.form === "name" && atoms.at(-1) === last) return value.person;
  return null;
}

/** A person whom the tables do not know by these words. */
export function keepUnknown(reader: Reader, start: number, end: number): Draft {
  const { tree } = reader;
  const draft = draftOf(tree, start, end, null);
  const known = end - start > 2 ? leaderNamed(reader, start, end) : null;
  if (known) {
    draft.person = known;
    applyTerm(draft, dayAt(reader, draft.head));
    draft.isResolved = true;
    return keep(reader, draft);
  }
  draft.name = tree.text.slice(draft.from, draft.to).replace(/\s+/g, " ");
  draft.referent = slugOf(draft.name);
  draft.isResolved = true;
  return keep(reader, draft);
}

/** Persons of at least `minimum` words that the model of names finds and the tables do not know. */
export function keepModelNames(reader: Reader, minimum: number): void {
  const { tree } = reader;
  for (const name of tree.names) {
    if (name.kind !== "person" || name.score < 0.5) continue;
    let { start, end } = wholeName(reader, name);
    while (start < end && (reader.covering[start] || !isNamePart(reader, start) || isCourtesy(reader, start)))
      start++;
    while (end > start && (reader.covering[end - 1] || isOneOf(tree, end - 1, "PART", "PUNCT"))) end--;
    let isFree = end - start >= minimum;
    for (let row = start; row < end; row++) if (reader.covering[row]) isFree = false;
    if (end === start + 1 && tree.xposNames[tree.xpos[start]!] === "NNPS") isFree = false;
    if (isFree) keepUnknown(reader, start, end);
  }
}

function isCourtesy(reader: Reader, row: number): boolean {
  return /^(mrs?|ms|miss|dr|sir)\.?$/.test(lowerAt(reader.tree, row));
}

/** A name of the model with the parts that a hyphen joins to it: "Kim Tae" + "-hyo". */
function wholeName(reader: Reader, name: NameSpan): { start: number; end: number } {
  const { tree } = reader;
  let { start, end } = name;
  const isHyphen = (row: number) =>
    lowerAt(tree, row) === "-" && tree.to[row - 1] === tree.from[row] && tree.to[row] === tree.from[row + 1];
  while (end + 1 < tree.size && isHyphen(end) && tree.sentence[end + 1] === tree.sentence[start]) end += 2;
  while (start > 1 && isHyphen(start - 1) && isNamePart(reader, start - 2)) start -= 2;
  return { start, end };
}

const TITLE_LINKS = new Set(["nmod", "compound", "appos", "amod", "flat", "dep"]);

/** The person whom a title stands beside: "Foreign Minister Sergei Lavrov", "President of Belarus A. Lukashenko". */
function namedBy(reader: Reader, role: Draft): Draft | null {
  const { tree } = reader;
  const after = reader.covering[role.end];
  const next = after && after.kind === "person" && !after.role && after.start === role.end ? after : null;
  if (next && (next.head === tree.head[role.head] || reachesEither(reader, role, next))) return next;
  const head = tree.head[role.head]!;
  if (head >= role.end && TITLE_LINKS.has(relationAt(tree, role.head))) return nameAt(reader, role, head);
  for (const child of childrenAt(tree, role.head)) {
    const relation = relationAt(tree, child);
    if ((relation === "flat" || relation === "appos") && child === role.end)
      return nameAt(reader, role, child);
  }
  return next;
}

function reachesEither(reader: Reader, role: Draft, next: Draft): boolean {
  const { tree } = reader;
  return tree.head[next.head] === role.head || tree.head[role.head] === next.head;
}

function nameAt(reader: Reader, role: Draft, head: number): Draft | null {
  const known = reader.covering[head];
  if (known) return known.kind === "person" && known.start >= role.end && !known.role ? known : null;
  if (!isOneOf(reader.tree, head, "PROPN")) return null;
  const range = nameRange(reader, head, role.end);
  if (!range || hasBreak(reader, role.end, range.start)) return null;
  return keepUnknown(reader, range.start, range.end);
}

function hasBreak(reader: Reader, start: number, end: number): boolean {
  for (let row = start; row < end; row++) {
    const tag = uposAt(reader.tree, row);
    if (tag === "PUNCT" || tag === "VERB" || tag === "PART") return true;
  }
  return false;
}

/** Joins a title with the name that it stands beside into one mention; gives it, or null. */
export function joinTitle(reader: Reader, { role }: Office): Draft | null {
  if (role.isDropped) return null;
  if (role.entry?.type !== "one" && role.entry?.type !== "many") return null;
  const person = namedBy(reader, role);
  if (!person || person.start < role.end || hasBreak(reader, role.end, person.start)) return null;
  if (reader.tree.sentence[role.start] !== reader.tree.sentence[person.start]) return null;
  person.role = role.entry;
  person.owners = role.owners;
  person.isResolved = false;
  role.isDropped = true;
  widen(reader.tree, person, role.start, person.end);
  person.head = topOf(reader.tree, person.start, person.end);
  for (let row = role.start; row < role.end; row++) reader.covering[row] = person;
  return person;
}
