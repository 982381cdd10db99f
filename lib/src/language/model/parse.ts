/** Tree of one block of the batch from the scores that the encoder left. */

import type { Block } from "./encoder.js";
import { BLOCK, BUCKET_OF_DISTANCE, BUCKETS, ROOT_BUCKET } from "./features.js";
import { bestTree, cycleOf } from "./tree-search.js";
import type { Weights } from "./weights.js";

/** Arc scores of a block: dependents in rows `at.arcs + i * width`, heads in columns, without distance terms. */
export function scoreArcs({ at, header, kernel }: Weights, { start, size }: Block): number {
  const width = Math.ceil(size / 8) * 8;
  const { arc, columns } = header;
  const heads = at.out + start * columns.all + columns.arcHead;
  kernel.pack(heads, 1, columns.all, arc, size, at.panel);
  const rows = Math.ceil(size / 4) * 4;
  kernel.product(at.query + start * arc, arc, at.panel, at.arcs, width, rows, width, arc);
  return width;
}

/** Best head of every word on its own, 0 the root; index 0 is unused. */
function greedyHeads(
  { at, kernel }: Weights,
  { start, size }: Block,
  width: number,
  heads: Int32Array,
): number {
  const f = kernel.memory;
  let roots = 0;
  for (let i = 0; i < size; i++) {
    const near = at.near + (start + i) * BUCKETS;
    const row = at.arcs + i * width;
    const shift = BLOCK - i;
    let best = f[near + ROOT_BUCKET]!;
    let head = 0;
    for (let j = 0; j < size; j++) {
      const score = f[row + j]! + f[near + BUCKET_OF_DISTANCE[j + shift]!]!;
      if (score > best && j !== i) {
        best = score;
        head = j + 1;
      }
    }
    heads[i + 1] = head;
    if (head === 0) roots++;
  }
  return roots;
}

/** Heads of a block (0 the root, words from 1) in `heads[1 ... size]`: the best single-rooted tree. */
export function parseBlock(weights: Weights, block: Block, heads: Int32Array): void {
  const width = scoreArcs(weights, block);
  const roots = greedyHeads(weights, block, width, heads);
  if (roots === 1 && cycleOf(heads.subarray(0, block.size + 1)) === undefined) return;
  const f = weights.kernel.memory;
  const { at } = weights;
  const score = (head: number, dependent: number): number => {
    const near = at.near + (block.start + dependent - 1) * BUCKETS;
    if (head === 0) return f[near + ROOT_BUCKET]!;
    return (
      f[at.arcs + (dependent - 1) * width + head - 1]! +
      f[near + BUCKET_OF_DISTANCE[head - dependent + BLOCK]!]!
    );
  };
  heads.set(bestTree(block.size, score));
}

/** Hidden vectors of the relations of a block's words to their heads, at `at.z`, rows as in the batch. */
export function mixLabels({ at, header, kernel }: Weights, { start, size }: Block, heads: Int32Array): void {
  const f = kernel.memory;
  const { label, columns } = header;
  for (let i = 0; i < size; i++) {
    const own = at.out + (start + i) * columns.all + columns.labelDependent;
    const head = heads[i + 1]!;
    const from = head === 0 ? at.labelRoot : at.out + (start + head - 1) * columns.all + columns.labelHead;
    const to = at.z + (start + i) * label;
    for (let c = 0; c < label; c++) {
      const sum = f[own + c]! + f[from + c]!;
      f[to + c] = sum > 0 ? sum : 0;
    }
  }
}

/** Column with the largest of `size` scores, passing over the column `never`. */
export function bestColumn(f: Float32Array, at: number, size: number, never = -1): number {
  let best = never === 0 ? 1 : 0;
  for (let c = best + 1; c < size; c++) if (c !== never && f[at + c]! > f[at + best]!) best = c;
  return best;
}
