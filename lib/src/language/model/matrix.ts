/** Matrices of whole numbers with a scale for each column, as in the file and as the kernel wants them. */
import { BUCKETS, ROOT_BUCKET } from "./features.js";
import type { Kernel } from "./kernel.js";
import { QUANTUM } from "./kernel-javascript.js";

/** Largest whole number of a matrix weight, as in training's export. */
const WEIGHT_LIMIT = 2047;

/** Places of a matrix in whole numbers: panels, a scale for each column, and a bias row. */
export interface Matrix {
  readonly panels: number;
  readonly scale: number;
  readonly bias: number;
  /** Inputs and outputs. */
  readonly depth: number;
  readonly columns: number;
}

/** Typed view of a section, which lies on a boundary of 16. */
export function floats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** A matrix as it stands in the file: whole numbers row by row, a scale for each column. */
export interface Stored {
  readonly scales: Float32Array;
  readonly whole: Int16Array;
}

export function stored(bytes: Uint8Array, columns: number): Stored {
  return {
    scales: floats(bytes.subarray(0, 4 * columns)),
    whole: new Int16Array(bytes.buffer, bytes.byteOffset + 4 * columns, (bytes.length - 4 * columns) >> 1),
  };
}

/** Lays a stored matrix, from its row `first` on, out in panels of 8 columns with two rows side by side. */
export function place(
  kernel: Kernel,
  { scales, whole }: Stored,
  matrix: Matrix,
  first = 0,
  bias?: Float32Array,
): void {
  const { depth, columns } = matrix;
  const { wholes, memory } = kernel;
  let to = 2 * matrix.panels;
  for (let j = 0; j < columns; j += 8)
    for (let d = first; d < first + depth; d += 2) {
      const row = d * columns + j;
      for (let x = 0; x < 8; x++, to += 2) {
        wholes[to] = whole[row + x]!;
        wholes[to + 1] = whole[row + columns + x]!;
      }
    }
  for (let c = 0; c < columns; c++) memory[matrix.scale + c] = scales[c]! / QUANTUM;
  if (bias !== undefined) memory.set(bias, matrix.bias);
}

/**
 * Score of the root as a head is (D biaffine + bias) root: its product is folded into the column of the root
 * in the distance matrix, so that the root needs no candidate row of its own.
 */
export function foldRoot(
  distance: Stored,
  biaffine: Stored,
  bias: Float32Array,
  root: Float32Array,
): Float32Array {
  const arc = root.length;
  const column = new Float32Array(arc);
  let largest = 1e-9;
  for (let d = 0; d < arc; d++) {
    let sum = distance.whole[d * BUCKETS + ROOT_BUCKET]! * distance.scales[ROOT_BUCKET]!;
    for (let c = 0; c < arc; c++) sum += biaffine.whole[d * arc + c]! * biaffine.scales[c]! * root[c]!;
    column[d] = sum;
    largest = Math.max(largest, Math.abs(sum));
  }
  distance.scales[ROOT_BUCKET] = largest / WEIGHT_LIMIT;
  for (let d = 0; d < arc; d++)
    distance.whole[d * BUCKETS + ROOT_BUCKET] = Math.round((column[d]! * WEIGHT_LIMIT) / largest);
  const near = new Float32Array(BUCKETS);
  near[ROOT_BUCKET] = bias.reduce((sum, x, c) => sum + x * root[c]!, 0);
  return near;
}
