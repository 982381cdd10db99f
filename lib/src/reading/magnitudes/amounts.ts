/** Numbers of something in a sentence, with their hedges and what they count: "at least 12 people", "300-400". */
import { deprelAt, type NameSpan } from "../../language/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { AFTER_OR, GATHERING, HEDGES, type Hedge, NO_COUNT_AFTER, NO_COUNT_BEFORE } from "./amount-words.js";
import { type Cardinal, cardinalFrom, isAttached, isHyphen, wordOf } from "./numbers.js";

/** A number that counts something; rows `[start, end)` with hedges, null is an open bound. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly least: number | null;
  readonly most: number | null;
  /** Row that stands in a role: the noun counted, or the number itself where it stands alone. */
  readonly head: number;
  /** Row of the noun that says what is counted, or -1. */
  readonly noun: number;
}

interface Bounds {
  readonly start: number;
  readonly end: number;
  readonly least: number | null;
  readonly most: number | null;
}

/** "300-400", "300 to 400", "two or three", "between 300 and 400", "2 to 3 million". */
function rangeAt(tree: Tree, row: number, first: Cardinal): Bounds | null {
  const joint = wordOf(tree, first.end);
  const before = wordOf(tree, row - 1);
  const isBetween = before === "between" && joint === "and";
  const isJoint = isHyphen(joint) || joint === "or" || (joint === "to" && before !== "from");
  const second = isBetween || isJoint ? cardinalFrom(tree, first.end + 1) : null;
  if (second === null) return null;
  const least = first.scale === 1 && first.value < 1000 ? first.value * second.scale : first.value;
  if (least >= second.value) return null;
  return { start: isBetween ? row - 1 : row, end: second.end, least, most: second.value };
}

/** The hedge that ends right before a row, and its first row. */
function hedgeBefore(tree: Tree, row: number, first: number): { start: number; hedge: Hedge } | null {
  for (const { words, hedge } of HEDGES) {
    const start = row - words.length;
    if (start >= first && words.every((word, i) => wordOf(tree, start + i) === word)) return { start, hedge };
  }
  return null;
}

const MAX_HEDGES = 3; // "up to another 300"

function withHedges(tree: Tree, bounds: Bounds, first: number): Bounds {
  let { start, end, least, most } = bounds;
  const apply = (hedge: Hedge) => {
    if (hedge === "least") most = null;
    if (hedge === "most") least = null;
  };
  const after = wordOf(tree, end) === "or" ? AFTER_OR.get(wordOf(tree, end + 1)) : undefined;
  if (after !== undefined) {
    apply(after);
    end += 2;
  }
  for (let i = 0; i < MAX_HEDGES; i++) {
    const found = hedgeBefore(tree, start, first);
    if (found === null) break;
    start = found.start;
    apply(found.hedge);
  }
  return { start, end, least, most };
}

/** "34-year-old", "Covid-19", "9/11", "May 12", "Article 5", "one of the ports": numbers that count nothing. */
function countsNothing(tree: Tree, row: number, end: number, value: number): boolean {
  const before = wordOf(tree, row - 1);
  const after = wordOf(tree, end);
  if (NO_COUNT_BEFORE.has(before) || NO_COUNT_AFTER.has(after)) return true;
  if (isHyphen(before) && isAttached(tree, row)) return true;
  if (isHyphen(after) && isAttached(tree, end) && wordOf(tree, end + 1) !== "strong") return true;
  return value === 1 && (after === "of" || (after === "another" && end === row + 1));
}

const COUNTING = new Set(["nummod", "amod", "compound", "det", "advmod"]);

/** The row of a stretch whose head lies outside it. */
function topOf(tree: Tree, start: number, end: number): number {
  for (let row = end - 1; row >= start; row--) {
    const head = tree.head[row]!;
    if ((head < start || head >= end) && relationAt(tree, row) !== "case") return row;
  }
  return end - 1;
}

/** The noun that a number counts; behind its noun a number is a name or an age, and null is given. */
function headOf(tree: Tree, start: number, end: number): number | null {
  const top = topOf(tree, start, end);
  let head = tree.head[top]!;
  if (head < 0) return top;
  const relation = relationAt(tree, top);
  if (head < start && (relation === "nummod" || relation === "appos" || relation === "compound")) return null;
  if (head < end || !COUNTING.has(relation)) return top;
  if (wordOf(tree, head) === "strong" && tree.head[head]! >= 0) head = tree.head[head]!;
  return head;
}

/** "dozens of people": the noun behind a number that stands alone. */
function nounOf(tree: Tree, head: number, start: number, end: number): number {
  if (head < start || head >= end) return head;
  for (let row = start; row < end; row++)
    for (const child of childrenAt(tree, row))
      if (child >= end && relationAt(tree, child) === "nmod") return child;
  return -1;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

function amountAt(tree: Tree, row: number, first: number): Amount | null {
  if (wordOf(tree, row) === "no") return noneAt(tree, row);
  const cardinal = cardinalFrom(tree, row);
  if (cardinal === null) return null;
  const { value, open } = cardinal;
  const plain = { start: row, end: cardinal.end, least: value, most: open ? null : value };
  const bounds = open ? plain : (rangeAt(tree, row, cardinal) ?? plain);
  if (countsNothing(tree, row, bounds.end, value)) return null;
  const head = headOf(tree, row, bounds.end);
  if (head === null) return null;
  const noun = nounOf(tree, head, row, bounds.end);
  if (noun < 0 && YEAR.test(wordOf(tree, row))) return null;
  return { ...withHedges(tree, bounds, first), head, noun };
}

/** "no one", "no soldiers": none of what follows. */
function noneAt(tree: Tree, row: number): Amount | null {
  const isOne = wordOf(tree, row + 1) === "one";
  const head = isOne ? row + 1 : tree.head[row]!;
  if (head <= row || deprelAt(tree, row) !== "det") return null;
  return { start: row, end: isOne ? row + 2 : row + 1, least: 0, most: 0, head, noun: isOne ? -1 : head };
}

/** True where a row is part of a name: "Group of Seven", "Three Gorges". Names come in text order. */
function nameFinder(names: readonly NameSpan[]): (row: number) => boolean {
  let next = 0;
  return (row) => {
    while (next < names.length && names[next]!.end <= row) next++;
    return next < names.length && names[next]!.start <= row && names[next]!.end - names[next]!.start > 1;
  };
}

/** All amounts of a document by their head rows. One pass over the words. */
export function findAmounts(tree: Tree): ReadonlyMap<number, Amount> {
  const amounts = new Map<number, Amount>();
  const isName = nameFinder(tree.names);
  for (let row = 0; row < tree.size; row++) {
    const amount = isName(row) ? null : amountAt(tree, row, tree.sentenceStart[tree.sentence[row]!]!);
    if (amount === null) continue;
    if (!amounts.has(amount.head)) amounts.set(amount.head, amount);
    row = amount.end - 1;
  }
  return amounts;
}

const MAX_ROWS = 12; // conjuncts of one role that are looked at

/** Amounts in a role: of the row itself, of its conjuncts, of what a crowd or group is made of. */
export function amountsIn(tree: Tree, amounts: ReadonlyMap<number, Amount>, row: number): readonly Amount[] {
  const found: Amount[] = [];
  const rows = [row];
  for (let i = 0; i < rows.length && i < MAX_ROWS; i++) {
    const at = rows[i]!;
    const own = amounts.get(at);
    if (own !== undefined) found.push(own);
    const gathers = own === undefined && GATHERING.has(lemmaAt(tree, at));
    for (const child of childrenAt(tree, at)) {
      const relation = relationAt(tree, child);
      if (relation === "conj" || (gathers && relation === "nmod" && child > at)) rows.push(child);
    }
  }
  return found;
}
