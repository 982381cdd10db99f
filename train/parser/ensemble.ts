/** Several models read a text together: their probabilities are added up before tags, trees and names are chosen. */
import { type Block, encode } from "../../lib/src/language/model/encoder.js";
import { BLOCK, BUCKET_OF_DISTANCE, BUCKETS, ROOT_BUCKET } from "../../lib/src/language/model/features.js";
import { BATCH_ROWS } from "../../lib/src/language/model/layout.js";
import type { Model } from "../../lib/src/language/model/model.js";
import { bestClasses, NAME_CLASSES } from "../../lib/src/language/model/names.js";
import { bestColumn, mixLabels, scoreArcs } from "../../lib/src/language/model/parse.js";
import { bestTree } from "../../lib/src/language/model/tree-search.js";
import { multiply } from "../../lib/src/language/model/weights.js";
import type { Sentence } from "./sentence.js";

/** Adds the logarithms of the softmax of `size` scores to `sums`. */
function addLogs(scores: (c: number) => number, size: number, sums: Float32Array, at: number): void {
  let best = -Infinity;
  for (let c = 0; c < size; c++) best = Math.max(best, scores(c));
  let sum = 0;
  for (let c = 0; c < size; c++) sum += Math.exp(scores(c) - best);
  const log = best + Math.log(sum);
  for (let c = 0; c < size; c++) sums[at + c]! += scores(c) - log;
}

/** Sums over the models of one block: tags, names, arcs (dependent x head, the root first). */
function blockSums(models: readonly Model[], block: Block) {
  const pairs = models[0]!.weights.header.pairNames.length;
  const { size } = block;
  const tags = new Float32Array(size * pairs);
  const names = new Float32Array(size * NAME_CLASSES);
  const arcs = new Float32Array(size * (size + 1));
  for (const { weights } of models) {
    const { at, header } = weights;
    const f = weights.kernel.memory;
    const width = scoreArcs(weights, block);
    for (let i = 0; i < size; i++) {
      const out = at.out + (block.start + i) * header.columns.all;
      const near = at.near + (block.start + i) * BUCKETS;
      addLogs((c) => f[out + c]!, pairs, tags, i * pairs);
      addLogs((c) => f[out + header.columns.names + c]!, NAME_CLASSES, names, i * NAME_CLASSES);
      const arc = (head: number): number => {
        if (head === 0) return f[near + ROOT_BUCKET]!;
        if (head === i + 1) return -1e9;
        return f[at.arcs + i * width + head - 1]! + f[near + BUCKET_OF_DISTANCE[head - 1 - i + BLOCK]!]!;
      };
      addLogs(arc, size + 1, arcs, i * (size + 1));
    }
  }
  return { pairs, tags, names, arcs };
}

/** Sums of the relations of a block to these heads. */
function relationSums(models: readonly Model[], block: Block, heads: Int32Array): Float32Array {
  const relations = models[0]!.deprelNames.length;
  const sums = new Float32Array(block.size * relations);
  for (const { weights } of models) {
    const { at, header, kernel } = weights;
    mixLabels(weights, block, heads);
    multiply(
      weights,
      at.labels,
      at.z + block.start * header.label,
      header.label,
      block.size,
      at.relation,
      at.relations,
    );
    for (let i = 0; i < block.size; i++)
      addLogs((c) => kernel.memory[at.relation + i * at.relations + c]!, relations, sums, i * relations);
  }
  return sums;
}

function readBlock(models: readonly Model[], forms: string[], block: Block): Sentence {
  const { size } = block;
  const model = models[0]!;
  const { pairs, tags, names, arcs } = blockSums(models, block);
  const heads = bestTree(size, (head, dependent) => arcs[(dependent - 1) * (size + 1) + head]!);
  const relations = relationSums(models, block, heads);
  const count = model.deprelNames.length;
  const pairNames = forms.map((_, i) => model.weights.header.pairNames[bestColumn(tags, i * pairs, pairs)]!);
  const classes = new Uint8Array(size);
  bestClasses(names, 0, NAME_CLASSES, size, classes);
  return {
    forms,
    upos: pairNames.map((pair) => pair.split(" ")[0]!),
    xpos: pairNames.map((pair) => pair.split(" ")[1]!),
    head: Array.from(heads.subarray(1)),
    deprel: forms.map((_, i) =>
      heads[i + 1] === 0
        ? "root"
        : model.deprelNames[bestColumn(relations, i * count, count, model.rootRelation)]!,
    ),
    names: Int8Array.from(classes),
  };
}

function readBatch(models: readonly Model[], sentences: readonly string[][]): Sentence[] {
  const forms = sentences.flat();
  const blocks: Block[] = [];
  let start = 0;
  for (const sentence of sentences) {
    blocks.push({ start, size: sentence.length });
    start += sentence.length;
  }
  for (const { weights, cache } of models) {
    cache.begin(forms.length);
    const slots = Int32Array.from(forms, (form) => cache.slot(form));
    cache.flush();
    encode(weights, slots, forms.length, blocks);
  }
  return blocks.map((block, s) => readBlock(models, sentences[s]!, block));
}

/** Reads sentences of at most BLOCK words with all models together. */
export function readTogether(models: readonly Model[], sentences: readonly string[][]): Sentence[] {
  const read: Sentence[] = [];
  let batch: string[][] = [];
  let rows = 0;
  for (const sentence of sentences) {
    if (rows + sentence.length > BATCH_ROWS) {
      read.push(...readBatch(models, batch));
      batch = [];
      rows = 0;
    }
    batch.push(sentence);
    rows += sentence.length;
  }
  if (batch.length > 0) read.push(...readBatch(models, batch));
  return read;
}
