/** Loss of the arcs of one sentence: every word chooses its head among the root and all words. */
import { BLOCK, BUCKET_OF_DISTANCE, BUCKETS, ROOT_BUCKET } from "../../lib/src/language/model/features.js";
import { softmaxLoss } from "./loss.js";
import { type Memory, matrixAt, transposed } from "./memory.js";
import { padded, type Sizes } from "./parameters.js";
import type { Example } from "./vocabulary.js";

interface Buffers {
  readonly heads: number;
  readonly dHeads: number;
  readonly q: number;
  readonly dq: number;
  readonly distance: number;
  readonly dDistance: number;
}
interface Columns {
  readonly arcHead: number;
  readonly all: number;
}

export class ArcLoss {
  private readonly side: number;
  private readonly dSide: number;
  private readonly scores: number;

  constructor(
    private readonly memory: Memory,
    private readonly sizes: Sizes,
  ) {
    const rows = BLOCK + 16;
    this.side = memory.take(rows * sizes.arc);
    this.dSide = memory.take(rows * sizes.arc);
    this.scores = memory.take(rows * rows);
  }

  /** Candidate heads: the root in row 0, then the words of the sentence. */
  private gatherHeads(size: number, start: number, b: Buffers, columns: Columns, root: number): void {
    const { f } = this.memory;
    const { arc } = this.sizes;
    f.copyWithin(this.side, root, root + arc);
    for (let j = 0; j < size; j++) {
      const from = b.heads + (start + j) * columns.all + columns.arcHead;
      f.copyWithin(this.side + (j + 1) * arc, from, from + arc);
    }
  }

  run(example: Example, start: number, b: Buffers, columns: Columns, root: number, dRoot: number): number {
    const { memory } = this;
    const { f } = memory;
    const { arc } = this.sizes;
    const { size } = example;
    const width = padded(size + 1);
    this.gatherHeads(size, start, b, columns, root);
    const side = matrixAt(this.side, arc);
    const q = matrixAt(b.q + start * arc, arc);
    const scores = matrixAt(this.scores, width);
    memory.product(q, transposed(side), scores, size, size + 1, arc);
    let loss = 0;
    for (let i = 0; i < size; i++) {
      const row = this.scores + i * width;
      const near = b.distance + (start + i) * BUCKETS;
      f[row]! += f[near + ROOT_BUCKET]!;
      for (let j = 0; j < size; j++)
        f[row + j + 1]! += j === i ? -1e9 : f[near + BUCKET_OF_DISTANCE[j - i + BLOCK]!]!;
      loss += softmaxLoss(f, row, row, size + 1, example.head[i]!);
      f.fill(0, row + size + 1, row + width);
      const dNear = b.dDistance + (start + i) * BUCKETS;
      f[dNear + ROOT_BUCKET]! += f[row]!;
      for (let j = 0; j < size; j++) f[dNear + BUCKET_OF_DISTANCE[j - i + BLOCK]!]! += f[row + j + 1]!;
    }
    // Rows are computed in fours: the rest of the last four must be zero, it spills into the next sentence.
    memory.zero(this.scores + size * width, 4 * width);
    memory.product(scores, side, matrixAt(b.dq + start * arc, arc), size, arc, size + 1);
    memory.product(transposed(scores), q, matrixAt(this.dSide, arc), size + 1, arc, size);
    memory.addTo(dRoot, this.dSide, arc);
    for (let j = 0; j < size; j++)
      memory.addTo(b.dHeads + (start + j) * columns.all + columns.arcHead, this.dSide + (j + 1) * arc, arc);
    return loss;
  }
}
