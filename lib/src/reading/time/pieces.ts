import type { Tree } from "../types.js";

/**
 * The text as the grammar reads it: letters, numbers and signs apart, whatever the tokenizer made of them
 * ("mid-1990s" is mid · - · 1990s). An empty word ends every sentence, so that no rule reads across.
 */
export interface Pieces {
  readonly tree: Tree;
  readonly size: number;
  /** Lower case, abbreviations without their final period: "sept", "a.m". */
  readonly word: readonly string[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Word row that the piece lies in. */
  readonly row: readonly number[];
}

const SPLIT =
  /[A-Za-zÀ-ɏ]+(?:\.[A-Za-z]+)*\.?|\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.:]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z])|\d+|[\s\S]/gy;
const LINK = /:\/\/|^www\.|@/;

function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code < 97 || code > 122) return false;
  }
  return true;
}

interface Columns {
  word: string[];
  from: number[];
  to: number[];
  row: number[];
}

function push(columns: Columns, word: string, from: number, to: number, row: number): void {
  columns.word.push(word);
  columns.from.push(from);
  columns.to.push(to);
  columns.row.push(row);
}

function pushSplit(columns: Columns, text: string, from: number, row: number): void {
  SPLIT.lastIndex = 0;
  for (let match = SPLIT.exec(text); match; match = SPLIT.exec(text)) {
    const piece = match[0].toLowerCase();
    const word = /^[’‘]$/.test(piece)
      ? "'"
      : piece.length > 1 && piece.endsWith(".")
        ? piece.slice(0, -1)
        : piece;
    const end = ABBREVIATED.test(word) ? piece.length : word.length;
    push(columns, word, from + match.index, from + match.index + end, row);
  }
}

const ABBREVIATED = /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|april|st|[ap]\.m)$/;

/** "Oct. 26", "9 a.m. Tuesday": the period of an abbreviation before a line break ends no sentence. */
function isAbbreviation(columns: Columns, text: string, from: number): boolean {
  const last = columns.word.at(-1)!;
  return ABBREVIATED.test(last) && !/\n\s*\n/.test(text.slice(columns.to.at(-1), from));
}

/** Cuts the words of a document into pieces, in one pass. */
export function piecesOf(tree: Tree): Pieces {
  const columns: Columns = { word: [], from: [], to: [], row: [] };
  let sentence = 1;
  for (let row = 0; row < tree.size; row++) {
    const from = tree.from[row]!;
    const to = tree.to[row]!;
    if (row === tree.sentenceStart[sentence]) {
      if (!isAbbreviation(columns, tree.text, from)) push(columns, "", from, from, row);
      sentence++;
    }
    const text = tree.text.slice(from, to);
    if (isPlain(tree.text, from, to)) push(columns, text.toLowerCase(), from, to, row);
    else if (LINK.test(text)) push(columns, "://", from, to, row);
    else pushSplit(columns, text, from, row);
  }
  push(columns, "", tree.text.length, tree.text.length, tree.size);
  return { tree, size: columns.word.length, ...columns };
}

/** True where the piece begins with a capital letter. */
export function isCapital(p: Pieces, i: number): boolean {
  const code = p.tree.text.charCodeAt(p.from[i]!);
  return code >= 65 && code <= 90;
}

/** True where nothing stands between the piece and the one before it. */
export function isAttached(p: Pieces, i: number): boolean {
  return i > 0 && p.to[i - 1] === p.from[i];
}

/** Word of a piece, empty outside. */
export function wordOf(p: Pieces, i: number): string {
  return i < 0 || i >= p.size ? "" : p.word[i]!;
}

/** First piece after a hyphen at `i`, or `i` where there is none. */
export function afterHyphen(p: Pieces, i: number): number {
  const word = wordOf(p, i);
  return (word === "-" || word === "‑") && isAttached(p, i) ? i + 1 : i;
}
