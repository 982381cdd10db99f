/**
 * The joint network and its gradients. Input: sums of word and affix vectors in a window of three words; two
 * bidirectional layers of simple recurrent units (Lei et al. 2018); one matrix to all heads: tags, names, and
 * the deep biaffine arc scorer (Dozat & Manning 2017) with a term for the signed distance, and labels.
 */
import { BUCKETS, findRow, hashedRows, BOUNDARY, keyHash, TABLE_START, TABLES } from "../../lib/src/language/model/features.js";
import { ArcLoss } from "./arcs.js";
import { softmaxLoss } from "./loss.js";
import type { Memory } from "./memory.js";
import { headColumns, NAME_COLUMNS, padded, type Parameters, type Sizes, VECTOR_ROWS } from "./parameters.js";
import type { Random } from "./random.js";
import type { Example, Vocabulary } from "./vocabulary.js";
import { VECTOR_SIZE } from "./vectors.js";
import { NAME_CLASSES } from "../../lib/src/language/model/names.js";

/** Shares that are left out at random while training. */
export interface Dropout {
  readonly word: number;
  readonly vector: number;
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

/** Rows of a batch that fit in the buffers. */
export const MAX_ROWS = 1024;

export interface Losses {
  rows: number;
  tags: number;
  arcs: number;
  labels: number;
  names: number;
}

function buffers(memory: Memory, sizes: Sizes) {
  const { input, hidden, arc, label } = sizes;
  const columns = headColumns(sizes).all;
  const rows = MAX_ROWS + 8;
  const block = (width: number): number => memory.take(rows * width);
  return {
    vectors: block(VECTOR_ROWS), x: block(input), dx: block(input),
    window: block(3 * input), dWindow: block(3 * input),
    u1: block(8 * hidden), cells1: block(2 * hidden), h1: block(2 * hidden), dh1: block(2 * hidden),
    u2: block(6 * hidden), cells2: block(2 * hidden), h2: block(2 * hidden), dh2: block(2 * hidden),
    heads: block(columns), dHeads: block(columns),
    q: block(arc), dq: block(arc), distance: block(BUCKETS), dDistance: block(BUCKETS),
    z: block(label), dz: block(label), labels: block(padded(sizes.deprels)),
    maskX: block(input), mask1: block(2 * hidden), mask2: block(2 * hidden), maskHeads: block(columns),
    maskZ: block(label),
  };
}

export class Network {
  private readonly b: ReturnType<typeof buffers>;
  private readonly columns: ReturnType<typeof headColumns>;
  private readonly boundary: { word: number; hashed: Int32Array };
  private readonly arcs: ArcLoss;
  private n = 0;
  private starts: number[] = [];
  private examples: readonly Example[] = [];
  /** Rows of the tables that make up the vector of each row of the batch. */
  private rowTables: number[][] = [];
  private edgeTables: number[];

  constructor(
    private readonly memory: Memory,
    private readonly parameters: Parameters,
    private readonly vocabulary: Vocabulary,
    private readonly dropout: Dropout,
    private readonly random: Random,
  ) {
    const { sizes } = parameters;
    this.b = buffers(memory, sizes);
    this.columns = headColumns(sizes);
    this.arcs = new ArcLoss(memory, sizes);
    const hashed = new Int32Array(TABLES);
    hashedRows(BOUNDARY, BOUNDARY, hashed, 0);
    this.boundary = { word: findRow(vocabulary.hashes, keyHash(BOUNDARY)), hashed };
    this.edgeTables = this.tablesOf(this.boundary.word, hashed, 0, false);
  }

  /** Gradients of one batch, added to those of the parameters; returns sums of the losses. */
  run(examples: readonly Example[]): Losses {
    this.examples = examples;
    this.n = examples.reduce((sum, example) => sum + example.size, 0);
    let start = 0;
    this.starts = examples.map((example) => (start += example.size) - example.size);
    this.forward();
    const losses = this.losses();
    this.backward();
    return losses;
  }

  private tablesOf(word: number, hashed: Int32Array, at: number, drop: boolean): number[] {
    const rows = Array.from(hashed.subarray(at * TABLES, (at + 1) * TABLES));
    const learned = word >= 0 && this.vocabulary.learned[word] === 1;
    if (learned && !(drop && this.random.next() < this.dropout.word)) rows.push(TABLE_START.at(-1)! + word);
    return rows;
  }

  private forward(): void {
    const { b, n, memory } = this;
    const { input, hidden } = this.parameters.sizes;
    const { at } = this.parameters;
    this.gatherInput();
    this.fillWindow();
    memory.product(b.window, 3 * input, 1, at.layer1, 8 * hidden, 1, b.u1, 8 * hidden, n, 8 * hidden, 3 * input);
    this.layer(1, false);
    this.mask(b.mask1, b.h1, 2 * hidden, this.dropout.layer);
    memory.product(b.h1, 2 * hidden, 1, at.layer2, 6 * hidden, 1, b.u2, 6 * hidden, n, 6 * hidden, 2 * hidden);
    this.layer(2, false);
    this.mask(b.mask2, b.h2, 2 * hidden, this.dropout.layer);
    this.forwardHeads();
  }

  private forwardHeads(): void {
    const { b, n, memory, columns } = this;
    const { hidden, arc } = this.parameters.sizes;
    const { at } = this.parameters;
    const all = columns.all;
    memory.product(b.h2, 2 * hidden, 1, at.heads, all, 1, b.heads, all, n, all, 2 * hidden, at.headsBias);
    const { f } = memory;
    for (let row = 0; row < n; row++)
      for (let c = columns.arcDependent; c < columns.labelDependent; c++) {
        const i = b.heads + row * all + c;
        if (f[i]! < 0) f[i] = 0;
      }
    this.maskColumns(columns.arcDependent, columns.labelDependent - columns.arcDependent);
    const dependent = b.heads + columns.arcDependent;
    memory.product(dependent, all, 1, at.biaffine, arc, 1, b.q, arc, n, arc, arc, at.biaffineBias);
    memory.product(dependent, all, 1, at.distance, BUCKETS, 1, b.distance, BUCKETS, n, BUCKETS, arc);
  }

  /** Sums the table rows of every word, adds projected outside vectors, drops some elements. */
  private gatherInput(): void {
    const { b, n, memory, vocabulary } = this;
    const { f } = memory;
    const { input } = this.parameters.sizes;
    this.rowTables = [];
    memory.zero(b.x, n * input);
    memory.zero(b.vectors, (n + 4) * VECTOR_ROWS);
    let row = 0;
    for (const example of this.examples)
      for (let i = 0; i < example.size; i++, row++) {
        const word = example.word[i]!;
        const tables = this.tablesOf(word, example.hashed, i, true);
        this.rowTables.push(tables);
        for (const t of tables) memory.addTo(b.x + row * input, this.parameters.tables + t * input, input);
        if (word >= 0 && this.random.next() >= this.dropout.vector)
          f.set(
            vocabulary.vectors.subarray(word * VECTOR_SIZE, (word + 1) * VECTOR_SIZE),
            b.vectors + row * VECTOR_ROWS,
          );
      }
    const { at } = this.parameters;
    memory.product(b.vectors, VECTOR_ROWS, 1, at.vectors, input, 1, b.x, input, n, input, VECTOR_ROWS, 0, 1);
    this.mask(b.maskX, b.x, input, this.dropout.input, true);
  }

  /** Lays the vectors of the word before, the word and the word after side by side. */
  private fillWindow(): void {
    const { b, memory } = this;
    const { f } = memory;
    const { input } = this.parameters.sizes;
    const edge = new Float32Array(input);
    for (const t of this.edgeTables)
      for (let c = 0; c < input; c++) edge[c]! += f[this.parameters.tables + t * input + c]!;
    this.examples.forEach((example, s) => {
      const start = this.starts[s]!;
      for (let i = 0; i < example.size; i++)
        for (let k = -1; k <= 1; k++) {
          const to = b.window + (start + i) * 3 * input + (k + 1) * input;
          const from = b.x + (start + i + k) * input;
          if (i + k < 0 || i + k >= example.size) f.set(edge, to);
          else f.copyWithin(to, from, from + input);
        }
    });
  }

  /** Both directions of one recurrent layer over all sentences, forward or backward. */
  private layer(number: 1 | 2, backward: boolean): void {
    const { b, memory } = this;
    const { hidden } = this.parameters.sizes;
    const { at, gradientAt } = this.parameters;
    const u = number === 1 ? b.u1 : b.u2;
    const parts = number === 1 ? 4 : 3;
    const [skip, dSkip, skipStep] = number === 1 ? [b.u1 + 3 * hidden, b.u1 + 3 * hidden, 8 * hidden] : [b.h1, b.dh1, 2 * hidden];
    const [out, dOut, cells] = number === 1 ? [b.h1, b.dh1, b.cells1] : [b.h2, b.dh2, b.cells2];
    const uStep = 2 * parts * hidden;
    const gates = number === 1 ? at.gates1 : at.gates2;
    const dGates = number === 1 ? gradientAt.gates1 : gradientAt.gates2;
    this.examples.forEach((example, s) => {
      const start = this.starts[s]!;
      const last = start + example.size - 1;
      for (const d of [0, 1]) {
        const uAt = (row: number): number => u + row * uStep + d * parts * hidden;
        const skipAt = (row: number, base: number): number => base + row * skipStep + d * (number === 1 ? 4 : 1) * hidden;
        const cellsAt = cells + (2 * start + d * example.size) * hidden;
        const [first, sign] = (d === 0) === !backward ? [start, 1] : [last, -1];
        const steps = [example.size, hidden] as const;
        const outAt = (base: number): number => base + first * 2 * hidden + d * hidden;
        if (backward)
          memory.sruBackward(
            uAt(first), sign * uStep, skipAt(first, skip), sign * skipStep, outAt(dOut), sign * 2 * hidden,
            skipAt(first, dSkip), sign * skipStep, gates + d * 4 * hidden, dGates + d * 4 * hidden, cellsAt, ...steps,
          );
        else
          memory.sru(
            uAt(first), sign * uStep, skipAt(first, skip), sign * skipStep, outAt(out), sign * 2 * hidden,
            gates + d * 4 * hidden, cellsAt, ...steps,
          );
      }
    });
  }

  /** Multiplies rows by a random mask: one mask a sentence (Gal & Ghahramani 2016), or one an element. */
  private mask(mask: number, values: number, width: number, share: number, single = false): void {
    const { f } = this.memory;
    const kept = 1 / (1 - share);
    const draw = (): number => (this.random.next() < share ? 0 : kept);
    this.examples.forEach((example, s) => {
      const first = mask + this.starts[s]! * width;
      const drawn = single ? example.size * width : width;
      for (let c = 0; c < drawn; c++) f[first + c] = draw();
      for (let i = 1; i < example.size && !single; i++) f.copyWithin(first + i * width, first, first + width);
    });
    this.memory.multiply(values, mask, this.n * width);
  }

  private maskColumns(from: number, width: number): void {
    const { b, n, columns, memory } = this;
    const kept = 1 / (1 - this.dropout.head);
    for (let row = 0; row < n; row++)
      for (let c = from; c < from + width; c++) {
        const m = this.random.next() < this.dropout.head ? 0 : kept;
        memory.f[b.maskHeads + row * columns.all + c] = m;
        memory.f[b.heads + row * columns.all + c]! *= m;
      }
  }

  private losses(): Losses {
    const { b, n, memory, columns } = this;
    const { sizes } = this.parameters;
    memory.zero(b.dHeads, (n + 4) * columns.all);
    memory.zero(b.dq, (n + 4) * sizes.arc);
    memory.zero(b.dDistance, (n + 4) * BUCKETS);
    const losses: Losses = { rows: n, tags: 0, arcs: 0, labels: this.labelLoss(), names: 0 };
    this.examples.forEach((example, s) => {
      const start = this.starts[s]!;
      for (let i = 0; i < example.size; i++) {
        const row = (start + i) * columns.all;
        const at = (column: number) => [b.heads + row + column, b.dHeads + row + column] as const;
        losses.tags += softmaxLoss(memory.f, ...at(0), sizes.pairs, example.pair[i]!);
        losses.names += softmaxLoss(memory.f, ...at(columns.names), NAME_CLASSES, example.names[i]!);
      }
      if (example.hasTree)
        losses.arcs += this.arcs.run(
          example, start, b, columns, this.parameters.at.arcRoot, this.parameters.gradientAt.arcRoot,
        );
    });
    return losses;
  }

  /** Loss of the relations at the gold heads; leaves gradients in the label columns. */
  private labelLoss(): number {
    const { b, n, memory, columns, examples } = this;
    const { f } = memory;
    const { sizes, at, gradientAt } = this.parameters;
    const { label } = sizes;
    const width = padded(sizes.deprels);
    const kept = 1 / (1 - this.dropout.head);
    const headOf = (s: number, i: number): number => examples[s]!.head[i]!;
    const source = (s: number, i: number): number =>
      headOf(s, i) <= 0 ? at.labelRoot : b.heads + (this.starts[s]! + headOf(s, i) - 1) * columns.all + columns.labelHead;
    const each = (visit: (row: number, s: number, i: number) => void): void =>
      examples.forEach((example, s) => {
        for (let i = 0; i < example.size; i++) visit(this.starts[s]! + i, s, i);
      });
    each((row, s, i) => {
      const own = b.heads + row * columns.all + columns.labelDependent;
      const head = source(s, i);
      for (let c = 0; c < label; c++) {
        const sum = f[own + c]! + f[head + c]!;
        const m = sum <= 0 || this.random.next() < this.dropout.head ? 0 : kept;
        f[b.maskZ + row * label + c] = m;
        f[b.z + row * label + c] = sum * m;
      }
    });
    memory.product(b.z, label, 1, at.labels, width, 1, b.labels, width, n, width, label, at.labelsBias);
    memory.zero(b.labels + n * width, 4 * width);
    let loss = 0;
    each((row, s, i) => {
      const from = b.labels + row * width;
      loss += softmaxLoss(f, from, from, sizes.deprels, examples[s]!.deprel[i]!);
      f.fill(0, from + sizes.deprels, from + width);
      for (let c = 0; c < width; c++) f[gradientAt.labelsBias + c]! += f[from + c]!;
    });
    memory.product(b.labels, width, 1, at.labels, 1, width, b.dz, label, n, label, width);
    memory.product(b.z, 1, label, b.labels, width, 1, gradientAt.labels, width, label, width, n, 0, 1);
    memory.multiply(b.dz, b.maskZ, n * label);
    each((row, s, i) => {
      if (headOf(s, i) < 0) return;
      const own = b.dHeads + row * columns.all + columns.labelDependent;
      const head = headOf(s, i) === 0 ? gradientAt.labelRoot : source(s, i) - b.heads + b.dHeads;
      for (let c = 0; c < label; c++) {
        f[own + c]! += f[b.dz + row * label + c]!;
        f[head + c]! += f[b.dz + row * label + c]!;
      }
    });
    return loss;
  }

  private backward(): void {
    this.backwardHeads();
    const { b, n, memory } = this;
    const { input, hidden } = this.parameters.sizes;
    const { at, gradientAt } = this.parameters;
    memory.multiply(b.dh2, b.mask2, n * 2 * hidden);
    this.layer(2, true);
    const u2 = 6 * hidden;
    memory.product(b.h1, 1, 2 * hidden, b.u2, u2, 1, gradientAt.layer2, u2, 2 * hidden, u2, n, 0, 1);
    memory.product(b.u2, u2, 1, at.layer2, 1, u2, b.dh1, 2 * hidden, n, 2 * hidden, u2, 0, 1);
    memory.multiply(b.dh1, b.mask1, n * 2 * hidden);
    this.layer(1, true);
    const u1 = 8 * hidden;
    memory.product(b.window, 1, 3 * input, b.u1, u1, 1, gradientAt.layer1, u1, 3 * input, u1, n, 0, 1);
    memory.product(b.u1, u1, 1, at.layer1, 1, u1, b.dWindow, 3 * input, n, 3 * input, u1);
    this.scatterInput();
  }

  private backwardHeads(): void {
    const { b, n, memory, columns } = this;
    const { f } = memory;
    const { hidden, arc } = this.parameters.sizes;
    const { at, gradientAt } = this.parameters;
    const all = columns.all;
    const dependent = b.heads + columns.arcDependent;
    const dDependent = b.dHeads + columns.arcDependent;
    memory.product(b.dq, arc, 1, at.biaffine, 1, arc, dDependent, all, n, arc, arc, 0, 1);
    memory.product(b.dDistance, BUCKETS, 1, at.distance, 1, BUCKETS, dDependent, all, n, arc, BUCKETS, 0, 1);
    memory.product(dependent, 1, all, b.dq, arc, 1, gradientAt.biaffine, arc, arc, arc, n, 0, 1);
    memory.product(dependent, 1, all, b.dDistance, BUCKETS, 1, gradientAt.distance, BUCKETS, arc, BUCKETS, n, 0, 1);
    for (let row = 0; row < n; row++) {
      memory.addTo(gradientAt.biaffineBias, b.dq + row * arc, arc);
      for (let c = columns.arcDependent; c < columns.labelDependent; c++) {
        const i = row * all + c;
        f[b.dHeads + i] = f[b.heads + i]! > 0 ? f[b.dHeads + i]! * f[b.maskHeads + i]! : 0;
      }
      memory.addTo(gradientAt.headsBias, b.dHeads + row * all, all);
    }
    memory.product(b.h2, 1, 2 * hidden, b.dHeads, all, 1, gradientAt.heads, all, 2 * hidden, all, n, 0, 1);
    memory.product(b.dHeads, all, 1, at.heads, 1, all, b.dh2, 2 * hidden, n, 2 * hidden, all);
  }

  /** Folds the window back and hands the gradients of the inputs to the rows of the tables. */
  private scatterInput(): void {
    const { b, n, memory } = this;
    const { parameters } = this;
    const { input } = parameters.sizes;
    memory.zero(b.dx, (n + 4) * input);
    const spread = (tables: readonly number[], from: number): void => {
      for (const t of tables) memory.addTo(parameters.rowGradient(t), from, input);
    };
    this.examples.forEach((example, s) => {
      const start = this.starts[s]!;
      for (let i = 0; i < example.size; i++)
        for (let k = -1; k <= 1; k++) {
          const from = b.dWindow + (start + i) * 3 * input + (k + 1) * input;
          if (i + k < 0 || i + k >= example.size) spread(this.edgeTables, from);
          else memory.addTo(b.dx + (start + i + k) * input, from, input);
        }
    });
    memory.multiply(b.dx, b.maskX, n * input);
    this.rowTables.forEach((tables, row) => spread(tables, b.dx + row * input));
    const { gradientAt } = parameters;
    memory.product(b.vectors, 1, VECTOR_ROWS, b.dx, input, 1, gradientAt.vectors, input, VECTOR_ROWS, input, n, 0, 1);
  }
}
