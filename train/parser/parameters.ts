/** Weights of the model in training memory: one dense block and the tables, with gradients and moments. */
import { BUCKETS, TABLE_START } from "../../lib/src/language/model/features.js";
import { NAME_CLASSES } from "../../lib/src/language/model/names.js";
import type { Random } from "../random.js";
import type { Memory } from "./memory.js";
import { VECTOR_SIZE } from "./vectors.js";

/** Sizes of the model; `input` and `hidden` are multiples of 8. */
export interface Sizes {
  readonly input: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  readonly pairs: number;
  readonly deprels: number;
  readonly words: number;
}

export const padded = (n: number): number => Math.ceil(n / 8) * 8;
export const VECTOR_ROWS = padded(VECTOR_SIZE);
export const NAME_COLUMNS = padded(NAME_CLASSES);

/** Columns of the matrix over the encoder's output: tags, names, arc dependent and head, label the same. */
export function headColumns(sizes: Sizes) {
  const names = padded(sizes.pairs);
  const arcDependent = names + NAME_COLUMNS;
  const arcHead = arcDependent + sizes.arc;
  const labelDependent = arcHead + sizes.arc;
  const labelHead = labelDependent + sizes.label;
  return { names, arcDependent, arcHead, labelDependent, labelHead, all: labelHead + sizes.label };
}

/** Rows, columns and start range of every dense matrix. */
export function denseShapes(sizes: Sizes) {
  const { input, hidden, arc, label } = sizes;
  const columns = headColumns(sizes).all;
  return {
    layer1: [3 * input, 8 * hidden],
    gates1: [2, 4 * hidden],
    layer2: [2 * hidden, 6 * hidden],
    gates2: [2, 4 * hidden],
    heads: [2 * hidden, columns],
    headsBias: [1, columns],
    biaffine: [arc, arc],
    biaffineBias: [1, arc],
    distance: [arc, BUCKETS],
    arcRoot: [1, arc],
    labelRoot: [1, label],
    labels: [label, padded(sizes.deprels)],
    labelsBias: [1, padded(sizes.deprels)],
    vectors: [VECTOR_ROWS, input],
  } satisfies Record<string, [number, number]>;
}
export type DenseName = keyof ReturnType<typeof denseShapes>;

export class Parameters {
  /** First float of every dense matrix, and of its gradient. */
  readonly at: Record<DenseName, number>;
  readonly gradientAt: Record<DenseName, number>;
  readonly denseSize: number;
  readonly dense: number;
  readonly tables: number;
  /** Rows of the tables: hashed tables first, then one a word. */
  readonly tableRows: number;
  private readonly offsets: { gradient: number; first: number; second: number; mean: number };
  readonly size: number;
  private steps = 0;
  /** Rows of the tables with a gradient in this batch. */
  readonly touched: number[] = [];
  private readonly isTouched: Uint8Array;

  constructor(
    readonly memory: Memory,
    readonly sizes: Sizes,
  ) {
    const shapes = denseShapes(sizes);
    const starts: Partial<Record<DenseName, number>> = {};
    let size = 0;
    for (const [name, [rows, columns]] of Object.entries(shapes) as [DenseName, [number, number]][]) {
      starts[name] = size;
      size += rows * columns;
    }
    this.denseSize = size;
    this.tableRows = TABLE_START.at(-1)! + sizes.words;
    this.size = size + this.tableRows * sizes.input;
    this.dense = memory.take(this.size);
    this.tables = this.dense + size;
    const block = (): number => memory.take(this.size) - this.dense;
    this.offsets = { gradient: block(), first: block(), second: block(), mean: block() };
    const shift = (by: number): Record<DenseName, number> =>
      Object.fromEntries(Object.entries(starts).map(([name, at]) => [name, this.dense + at! + by])) as Record<
        DenseName,
        number
      >;
    this.at = shift(0);
    this.gradientAt = shift(this.offsets.gradient);
    this.isTouched = new Uint8Array(this.tableRows);
  }

  /** Start values: variance 1 / inputs for matrices (LeCun et al. 1998), small noise for tables, open forget gates. */
  initialise(random: Random): void {
    const { f } = this.memory;
    const shapes = denseShapes(this.sizes);
    const matrices = ["layer1", "layer2", "heads", "biaffine", "distance", "labels", "vectors"] as const;
    for (const name of matrices) {
      const [rows, columns] = shapes[name];
      const range = Math.sqrt(3 / rows);
      for (let i = 0; i < rows * columns; i++) f[this.at[name] + i] = random.around(range);
    }
    for (const name of ["gates1", "gates2"] as const)
      for (let i = 0; i < 8 * this.sizes.hidden; i++) {
        const part = Math.floor(i / this.sizes.hidden) % 4;
        f[this.at[name] + i] = part < 2 ? random.around(0.3) : part === 2 ? 1 : 0;
      }
    for (const name of ["arcRoot", "labelRoot"] as const)
      for (let i = 0; i < shapes[name][1]; i++) f[this.at[name] + i] = random.around(0.3);
    for (let i = 0; i < TABLE_START.at(-1)! * this.sizes.input; i++) f[this.tables + i] = random.around(0.15);
  }

  /** Gradient of a row of the tables, noted for the next step. */
  rowGradient(row: number): number {
    if (this.isTouched[row] === 0) {
      this.isTouched[row] = 1;
      this.touched.push(row);
    }
    return this.tables + this.offsets.gradient + row * this.sizes.input;
  }

  /** One step of Adam over the dense block and the touched rows; the gradient is cut to norm `limit`. */
  step(rate: number, limit: number): void {
    const { gradient, first, second } = this.offsets;
    const { memory, sizes } = this;
    this.steps++;
    // Moments forget over about 10 and 100 steps (Dozat & Manning 2017 use still shorter second moments).
    const beta1 = 0.9;
    const beta2 = 0.98;
    const corrected = (rate * Math.sqrt(1 - beta2 ** this.steps)) / (1 - beta1 ** this.steps);
    const rowAt = (row: number): number => this.tables + row * sizes.input;
    let norm = memory.squares(this.dense + gradient, this.denseSize);
    for (const row of this.touched) norm += memory.squares(rowAt(row) + gradient, sizes.input);
    const scale = Math.min(1, limit / Math.sqrt(norm));
    const update = (at: number, size: number): void =>
      memory.adam(at, at + gradient, at + first, at + second, size, corrected, beta1, beta2, 1e-8, scale);
    update(this.dense, this.denseSize);
    for (const row of this.touched) {
      update(rowAt(row), sizes.input);
      this.isTouched[row] = 0;
    }
    this.touched.length = 0;
  }

  /** Moves the running mean of all weights towards the present ones. */
  average(share: number): void {
    this.memory.average(this.dense + this.offsets.mean, this.dense, this.size, share);
  }

  /** The running mean of all weights, dense block first. */
  mean(): Float32Array {
    const from = this.dense + this.offsets.mean;
    return this.memory.f.subarray(from, from + this.size);
  }

  /** Everything that a checkpoint keeps: weights, moments, mean and the number of steps. */
  save(): { steps: number; blocks: Float32Array[] } {
    const { first, second, mean } = this.offsets;
    const blocks = [0, first, second, mean].map((by) =>
      this.memory.f.subarray(this.dense + by, this.dense + by + this.size),
    );
    return { steps: this.steps, blocks };
  }

  restore(steps: number, bytes: Float32Array): void {
    this.steps = steps;
    this.save().blocks.forEach((block, i) => {
      block.set(bytes.subarray(i * this.size, (i + 1) * this.size));
    });
  }
}
