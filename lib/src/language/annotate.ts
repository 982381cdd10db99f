/** Tags, trees and names of a tokenized text in one pass of the model. */
import { mendTree } from "./mend.js";
import { type Block, encode } from "./model/encoder.js";
import { BLOCK } from "./model/features.js";
import { BATCH_ROWS } from "./model/layout.js";
import type { Model } from "./model/model.js";
import { bestClasses, pushNames } from "./model/names.js";
import { bestColumn, mixLabels, parseBlock } from "./model/parse.js";
import { multiply } from "./model/weights.js";
import type { NameSpan, Parsed, Tokenized } from "./types.js";

/** Everything of a parsed text but the lemmas. */
export type Annotated = Omit<Parsed, "lemma">;

interface Columns {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  readonly names: NameSpan[];
}

const slots = new Int32Array(BATCH_ROWS);
const heads = new Int32Array(BLOCK + 1);
const classes = new Uint8Array(BLOCK);

/** Sentences as blocks of at most BLOCK rows: longer ones are cut, so that cost stays linear. */
function cutBlocks(sentenceStart: Uint32Array): Block[] {
  const blocks: Block[] = [];
  for (let s = 0; s + 1 < sentenceStart.length; s++)
    for (let start = sentenceStart[s]!; start < sentenceStart[s + 1]!; start += BLOCK)
      blocks.push({ start, size: Math.min(BLOCK, sentenceStart[s + 1]! - start) });
  return blocks;
}

/** Tags, relations and names of one block whose rows in the text begin at `row`. */
function readBlock(model: Model, block: Block, row: number, columns: Columns): void {
  const { weights } = model;
  const { at, header } = weights;
  const f = weights.kernel.memory;
  const step = header.columns.all;
  for (let i = 0; i < block.size; i++) {
    const pair = bestColumn(f, at.out + (block.start + i) * step, header.pairNames.length);
    columns.upos[row + i] = model.uposOfPair[pair]!;
    columns.xpos[row + i] = model.xposOfPair[pair]!;
  }
  parseBlock(weights, block, heads);
  mixLabels(weights, block, heads);
  for (let i = 0; i < block.size; i++)
    columns.head[row + i] = heads[i + 1]! === 0 ? -1 : row + heads[i + 1]! - 1;
  const scores = at.out + block.start * step + header.columns.names;
  bestClasses(f, scores, step, block.size, classes);
  pushNames(f, scores, step, classes, block.size, row, columns.names);
}

function readRelations(model: Model, rows: number, first: number, columns: Columns): void {
  const { at, header, kernel } = model.weights;
  const { relations } = at;
  multiply(model.weights, at.labels, at.z, header.label, rows, at.relation, relations);
  const count = model.deprelNames.length;
  for (let row = 0; row < rows; row++)
    columns.deprel[first + row] =
      columns.head[first + row] === -1
        ? model.rootRelation
        : bestColumn(kernel.memory, at.relation + row * relations, count, model.rootRelation);
}

/** One batch: whole blocks whose rows follow each other in the text. */
function readBatch(model: Model, words: Tokenized, blocks: readonly Block[], columns: Columns): void {
  const first = blocks[0]!.start;
  const last = blocks.at(-1)!;
  const rows = last.start + last.size - first;
  model.cache.begin(rows);
  for (let row = 0; row < rows; row++)
    slots[row] = model.cache.slot(words.text.slice(words.from[first + row], words.to[first + row]));
  model.cache.flush();
  const local = blocks.map((block) => ({ start: block.start - first, size: block.size }));
  encode(model.weights, slots, rows, local);
  for (const block of local) readBlock(model, block, first + block.start, columns);
  readRelations(model, rows, first, columns);
}

/** Hangs the roots of later blocks of a cut sentence on the root of its first. */
function joinBlocks(model: Model, sentenceStart: Uint32Array, { head, deprel }: Columns): void {
  const parataxis = model.deprelNames.indexOf("parataxis");
  for (let s = 0; s + 1 < sentenceStart.length; s++) {
    const [start, end] = [sentenceStart[s]!, sentenceStart[s + 1]!];
    if (end - start <= BLOCK) continue;
    const root = head.indexOf(-1, start);
    for (let row = root + 1; row < end; row++)
      if (head[row] === -1) {
        head[row] = root;
        deprel[row] = parataxis;
      }
  }
}

/** Adds tags, heads, relations and names to a tokenized text. Cost grows with its length, not with its square. */
export function annotateTree(model: Model, words: Tokenized): Annotated {
  const { size } = words;
  const columns: Columns = {
    upos: new Uint8Array(size),
    xpos: new Uint8Array(size),
    head: new Int32Array(size),
    deprel: new Uint8Array(size),
    names: [],
  };
  let batch: Block[] = [];
  let rows = 0;
  for (const block of cutBlocks(words.sentenceStart)) {
    if (rows + block.size > BATCH_ROWS) {
      readBatch(model, words, batch, columns);
      batch = [];
      rows = 0;
    }
    batch.push(block);
    rows += block.size;
  }
  if (batch.length > 0) readBatch(model, words, batch, columns);
  joinBlocks(model, words.sentenceStart, columns);
  const annotated = { ...words, ...columns, xposNames: model.xposNames, deprelNames: model.deprelNames };
  mendTree(annotated);
  return annotated;
}
