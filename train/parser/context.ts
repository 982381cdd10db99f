/** What the parts of the network share: memory, weights, buffers of a batch, random masks. */
import { BUCKETS } from "../../lib/src/language/model/features.js";
import type { Random } from "../random.js";
import type { Memory } from "./memory.js";
import { headColumns, type Parameters, padded, type Sizes, VECTOR_ROWS } from "./parameters.js";
import type { Example, Vocabulary } from "./vocabulary.js";

/** Shares that are left out at random while training. */
export interface Dropout {
  readonly word: number;
  readonly vector: number;
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

/** Rows of a batch that fit in the buffers. */
const MAX_ROWS = 1024;

/** Sentences of a batch, the first row of each, and the number of rows. */
export interface Batch {
  readonly examples: readonly Example[];
  readonly starts: readonly number[];
  readonly rows: number;
}

export function toBatch(examples: readonly Example[]): Batch {
  const starts: number[] = [];
  let rows = 0;
  for (const example of examples) {
    starts.push(rows);
    rows += example.size;
  }
  if (rows > MAX_ROWS) throw new RangeError("batch is too large");
  return { examples, starts, rows };
}

/** Visits every row of a batch: row, sentence, word of the sentence. */
export function eachRow(batch: Batch, visit: (row: number, s: number, i: number) => void): void {
  batch.examples.forEach((example, s) => {
    for (let i = 0; i < example.size; i++) visit(batch.starts[s]! + i, s, i);
  });
}

function takeBuffers(memory: Memory, sizes: Sizes) {
  const { input, hidden, arc, label } = sizes;
  const columns = headColumns(sizes).all;
  const rows = MAX_ROWS + 8;
  const block = (width: number): number => memory.take(rows * width);
  return {
    vectors: block(VECTOR_ROWS),
    x: block(input),
    dx: block(input),
    window: block(3 * input),
    dWindow: block(3 * input),
    u1: block(8 * hidden),
    cells1: block(2 * hidden),
    h1: block(2 * hidden),
    dh1: block(2 * hidden),
    u2: block(6 * hidden),
    cells2: block(2 * hidden),
    h2: block(2 * hidden),
    dh2: block(2 * hidden),
    heads: block(columns),
    dHeads: block(columns),
    q: block(arc),
    dq: block(arc),
    distance: block(BUCKETS),
    dDistance: block(BUCKETS),
    z: block(label),
    dz: block(label),
    labels: block(padded(sizes.deprels)),
    maskX: block(input),
    mask1: block(2 * hidden),
    mask2: block(2 * hidden),
    maskHeads: block(columns),
    maskZ: block(label),
  };
}

export class Context {
  readonly b: ReturnType<typeof takeBuffers>;
  readonly columns: ReturnType<typeof headColumns>;

  constructor(
    readonly memory: Memory,
    readonly parameters: Parameters,
    readonly vocabulary: Vocabulary,
    readonly dropout: Dropout,
    readonly random: Random,
  ) {
    this.b = takeBuffers(memory, parameters.sizes);
    this.columns = headColumns(parameters.sizes);
  }

  /** A factor of dropout: 0 for a share of the draws, else what keeps the mean. */
  draw(share: number): number {
    return this.random.next() < share ? 0 : 1 / (1 - share);
  }

  /** Multiplies rows by a random mask, one a sentence (Gal & Ghahramani 2016), and keeps the mask. */
  maskSentences(batch: Batch, mask: number, values: number, width: number, share: number): void {
    const { f } = this.memory;
    batch.examples.forEach((example, s) => {
      const first = mask + batch.starts[s]! * width;
      for (let c = 0; c < width; c++) f[first + c] = this.draw(share);
      for (let i = 1; i < example.size; i++) f.copyWithin(first + i * width, first, first + width);
    });
    this.memory.multiply(values, mask, batch.rows * width);
  }

  /** Multiplies every element of rows by a factor of its own, and keeps the factors. */
  maskElements(rows: number, mask: number, values: number, width: number, share: number): void {
    const { f } = this.memory;
    for (let i = 0; i < rows * width; i++) f[mask + i] = this.draw(share);
    this.memory.multiply(values, mask, rows * width);
  }
}
