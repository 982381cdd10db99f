/** Direct quotations: where they begin and end, over sentences and paragraphs. */
import { wordAt } from "../../language/index.js";
import type { Tree } from "../types.js";

/** Rows of a quotation without its marks, half-open. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
}

const OPEN = new Set(["“", "„", "«", "``"]);
const CLOSE = new Set(["”", "»", "''"]);

function isBlankLine(tree: Tree, row: number): boolean {
  if (row === 0) return false;
  const gap = tree.text.slice(tree.to[row - 1], tree.from[row]);
  return gap.includes("\n");
}

/** Finds quotations in one pass. A straight mark opens or closes in turn; a paragraph that opens with a mark again
 * continues the quotation before it; an unclosed one ends with its paragraph. */
export function findQuotations(tree: Tree): readonly Quotation[] {
  const found: Quotation[] = [];
  let start = -1;
  for (let row = 0; row < tree.size; row++) {
    if (start >= 0 && isBlankLine(tree, row)) {
      if (row > start) found.push({ start, end: row });
      start = -1;
    }
    const word = wordAt(tree, row);
    const straight = word === '"';
    if (start < 0 ? OPEN.has(word) || straight : CLOSE.has(word) || straight) {
      if (start < 0) start = row + 1;
      else {
        if (row > start) found.push({ start, end: row });
        start = -1;
      }
    }
  }
  if (start >= 0 && start < tree.size) found.push({ start, end: tree.size });
  return found;
}
