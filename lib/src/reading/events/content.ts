/** What a noun phrase is about. */
import { uposAt } from "../../language/index.js";
import { childrenAt, lemmaAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";

/** Words that only measure what follows: "hundreds of troops", "a series of strikes". */
const QUANTITY = new Set(
  "hundred thousand million billion dozen score number series group lot couple majority rest part tranche shipment batch round wave host range variety piece ton tonne set string bulk amount quantity delivery supply package volley barrage form type kind consignment".split(
    " ",
  ),
);

/** "some of its units", "two of the ships", "hundreds of troops": the head only counts. */
function onlyCounts(tree: Tree, row: number): boolean {
  const upos = uposAt(tree, row);
  return upos === "DET" || upos === "PRON" || upos === "NUM" || QUANTITY.has(lemmaAt(tree, row));
}

/** The rows that say what a noun phrase is about: its head, what a quantity counts, and its conjuncts. */
export function contentRows(tree: Tree, row: number): readonly number[] {
  const rows = [row];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "conj" || (relation === "nmod" && onlyCounts(tree, row))) rows.push(child);
  }
  return rows;
}
