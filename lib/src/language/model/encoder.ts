/** One pass of the encoder and the matrix of all heads over a batch of sentences. */
import { multiply, type Weights } from "./weights.js";

/** Rows `start ... start + size` of the batch that belong together: a sentence or a piece of one. */
export interface Block {
  readonly start: number;
  readonly size: number;
}

/** First layer's input products: the sum over a window of three words, from the slots of their types. */
function sumWindow({ at, header, kernel }: Weights, slots: Int32Array, blocks: readonly Block[]): void {
  const gates = 8 * header.hidden;
  const place = (row: number, k: number): number => at.types + slots[row]! * 3 * gates + k * gates;
  for (const { start, size } of blocks)
    for (let row = start; row < start + size; row++) {
      const before = row > start ? place(row - 1, 0) : at.types;
      const after = row + 1 < start + size ? place(row + 1, 2) : at.types + 2 * gates;
      kernel.sum3(before, place(row, 1), after, at.u + row * gates, gates);
    }
}

/** Both directions of a recurrent layer; `skip` is the highway input, `skipSide` the step between directions. */
function recurrentLayer(
  { at, header, kernel }: Weights,
  blocks: readonly Block[],
  parts: number,
  gates: number,
  skip: { at: number; step: number; side: number },
  out: number,
): void {
  const { hidden } = header;
  const uStep = 2 * parts * hidden;
  for (const { start, size } of blocks)
    for (let d = 0; d < 2; d++) {
      const first = d === 0 ? start : start + size - 1;
      const sign = d === 0 ? 1 : -1;
      kernel.recur(
        at.u + first * uStep + d * parts * hidden,
        sign * uStep,
        skip.at + first * skip.step + d * skip.side,
        sign * skip.step,
        out + first * 2 * hidden + d * hidden,
        sign * 2 * hidden,
        gates + d * 4 * hidden,
        size,
        hidden,
      );
    }
}

/**
 * Runs the network over `rows` rows whose word types stand in `slots`. Leaves the scores of tags and names and
 * the vectors of arcs and labels in `at.out`, the arc queries in `at.query`, distance terms in `at.near`.
 */
export function encode(weights: Weights, slots: Int32Array, rows: number, blocks: readonly Block[]): void {
  const { at, header, kernel } = weights;
  const { hidden, arc, columns } = header;
  sumWindow(weights, slots, blocks);
  const own = { at: at.u + 3 * hidden, step: 8 * hidden, side: 4 * hidden };
  recurrentLayer(weights, blocks, 4, at.gates1, own, at.h1);
  multiply(weights, at.layer2, at.h1, 2 * hidden, rows, at.u, 6 * hidden);
  const below = { at: at.h1, step: 2 * hidden, side: hidden };
  recurrentLayer(weights, blocks, 3, at.gates2, below, at.h2);
  multiply(weights, at.heads, at.h2, 2 * hidden, rows, at.out, columns.all);
  kernel.rectify(at.out + columns.arcDependent, columns.all, rows, 2 * arc);
  const dependent = at.out + columns.arcDependent;
  multiply(weights, at.biaffine, dependent, columns.all, rows, at.query, arc);
  multiply(weights, at.distance, dependent, columns.all, rows, at.near, at.distance.columns);
}
