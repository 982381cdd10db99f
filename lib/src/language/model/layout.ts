/** Where the weights and the buffers of a batch lie in the memory of a kernel. */
import { BLOCK, BUCKETS } from "./features.js";
import type { Matrix } from "./matrix.js";

/** Sizes and names that training wrote. */
export interface Header {
  readonly input: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  /** First column of each head in the matrix `heads`, and the number of columns. */
  readonly columns: {
    readonly names: number;
    readonly arcDependent: number;
    readonly arcHead: number;
    readonly labelDependent: number;
    readonly labelHead: number;
    readonly all: number;
  };
  /** "UPOS XPOS" of every class of the tagger. */
  readonly pairNames: readonly string[];
  readonly deprelNames: readonly string[];
}

/** Rows that go through the encoder at once. */
export const BATCH_ROWS = 512;
/** Word types whose products with the first layer are kept; about 9 KB each. */
export const TYPE_SLOTS = 3072;

const columnsOf8 = (n: number): number => Math.ceil(n / 8) * 8;

/** Places in memory of the weights and of the buffers of a batch. */
export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf(h: Header) {
  let end = 16;
  const take = (floats: number): number => {
    const at = end;
    end += Math.ceil(floats / 16) * 16;
    return at;
  };
  const matrix = (depth: number, columns: number): Matrix => ({
    panels: take((depth * columns) / 2),
    scale: take(columns),
    bias: take(columns),
    depth,
    columns,
  });
  const relations = columnsOf8(h.deprelNames.length);
  const rows = BATCH_ROWS + 8;
  const places = {
    before: matrix(h.input, 8 * h.hidden),
    own: matrix(h.input, 8 * h.hidden),
    after: matrix(h.input, 8 * h.hidden),
    gates1: take(8 * h.hidden),
    layer2: matrix(2 * h.hidden, 6 * h.hidden),
    gates2: take(8 * h.hidden),
    heads: matrix(2 * h.hidden, h.columns.all),
    biaffine: matrix(h.arc, h.arc),
    distance: matrix(h.arc, BUCKETS),
    labels: matrix(h.label, relations),
    labelRoot: take(h.label),
    types: take((TYPE_SLOTS + 4) * 24 * h.hidden),
    vectors: take(rows * h.input),
    wholes: take((rows * Math.max(2 * h.hidden, h.input, h.arc, h.label)) / 2),
    u: take(rows * 8 * h.hidden),
    h1: take(rows * 2 * h.hidden),
    h2: take(rows * 2 * h.hidden),
    out: take(rows * h.columns.all),
    query: take(rows * h.arc),
    near: take(rows * BUCKETS),
    panel: take((BLOCK + 8) * h.arc),
    arcs: take((BLOCK + 8) * (BLOCK + 8)),
    z: take(rows * h.label),
    relation: take(rows * relations),
  };
  return { ...places, relations, floats: end };
}
