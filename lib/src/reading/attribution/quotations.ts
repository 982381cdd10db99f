/** Direct quotations: where they begin and end, over sentences and paragraphs. */
import { wordAt } from "../../language/index.js";
import type { Tree } from "../types.js";

/** Rows of a quotation without its marks, half-open. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

const OPEN = new Set(["“", "„", "«", "``"]);
const CLOSE = new Set(["”", "»"]);
const STRAIGHT = new Set(['"', "''"]);
const MAX_WORDS = 800; // longer than this is a mark without its pair

/** Blank space before a row, "" inside a surface token. */
function gapBefore(tree: Tree, row: number): string {
  return row === 0 ? "\n\n" : tree.text.slice(tree.to[row - 1], tree.from[row]);
}

const BLANK_LINE = /\n[^\S\n]*[\n\r]/;

type Mark = "open" | "close" | "either" | null;

/** A straight mark opens after a blank and closes before one; between two blanks it does either. */
function markAt(tree: Tree, row: number): Mark {
  const word = wordAt(tree, row);
  if (OPEN.has(word)) return "open";
  if (CLOSE.has(word)) return "close";
  if (!STRAIGHT.has(word)) return null;
  const before = gapBefore(tree, row) !== "";
  const after = row + 1 >= tree.size || gapBefore(tree, row + 1) !== "";
  if (before === after) return "either";
  return before ? "open" : "close";
}

/**
 * Finds quotations in one pass. An open mark at the head of a paragraph continues the quotation before it; an
 * unclosed quotation ends with its paragraph.
 */
export function findQuotations(tree: Tree): readonly Quotation[] {
  const found: Quotation[] = [];
  let start = -1;
  const close = (end: number) => {
    if (start >= 0 && end > start && end - start <= MAX_WORDS) found.push({ start, end });
    start = -1;
  };
  for (let row = 0; row < tree.size; row++) {
    const mark = markAt(tree, row);
    const gap = gapBefore(tree, row);
    if (start >= 0 && (BLANK_LINE.test(gap) || (mark === "open" && gap.includes("\n")))) close(row);
    if (mark === null) continue;
    if (start < 0) {
      if (mark !== "close") start = row + 1;
    } else if (mark !== "open") close(row);
  }
  close(tree.size);
  return found;
}
