/** Weights as the sections of the model file: tables in 8 bits with a scale a row, matrices in 12 bits. */

import { asciiBytes } from "../../lib/src/language/model/container.js";
import { BOUNDARY, TABLE_START } from "../../lib/src/language/model/features.js";
import { type DenseName, denseShapes, headColumns, type Sizes } from "./parameters.js";
import { VECTOR_SIZE } from "./vectors.js";
import type { Vocabulary } from "./vocabulary.js";

/** Largest whole number of a matrix weight: sums of 192 products with 12-bit inputs stay inside 32 bits. */
const DENSE_LIMIT = 2047;
const bytesOf = (array: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number }): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** Rows of the tables as the run time wants them: words carry their outside vector, projected. */
function finalTables(
  weights: Float32Array,
  denseSize: number,
  sizes: Sizes,
  vocabulary: Vocabulary,
  vectorsAt: number,
): Float32Array {
  const tables = weights.slice(denseSize);
  const { input } = sizes;
  for (let word = 0; word < sizes.words; word++) {
    const row = (TABLE_START.at(-1)! + word) * input;
    if (vocabulary.learned[word] === 0) tables.fill(0, row, row + input);
    for (let d = 0; d < VECTOR_SIZE; d++) {
      const x = vocabulary.vectors[word * VECTOR_SIZE + d]!;
      if (x === 0) continue;
      for (let c = 0; c < input; c++) tables[row + c]! += x * weights[vectorsAt + d * input + c]!;
    }
  }
  return tables;
}

function quantisedRows(values: Float32Array, width: number): { whole: Int8Array; scales: Float32Array } {
  const rows = values.length / width;
  const whole = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let largest = 0;
    for (let c = 0; c < width; c++) largest = Math.max(largest, Math.abs(values[row * width + c]!));
    scales[row] = largest / 127;
    for (let c = 0; c < width && largest > 0; c++)
      whole[row * width + c] = Math.round((values[row * width + c]! * 127) / largest);
  }
  return { whole, scales };
}

/** One matrix in whole numbers with a scale a column: scales first, as float32, then int16 row by row. */
function quantisedMatrix(values: Float32Array, rows: number, columns: number): Uint8Array {
  const scales = new Float32Array(columns);
  const whole = new Int16Array(values.length);
  for (let c = 0; c < columns; c++) {
    let largest = 0;
    for (let r = 0; r < rows; r++) largest = Math.max(largest, Math.abs(values[r * columns + c]!));
    scales[c] = largest / DENSE_LIMIT;
    for (let r = 0; r < rows && largest > 0; r++)
      whole[r * columns + c] = Math.round((values[r * columns + c]! * DENSE_LIMIT) / largest);
  }
  const bytes = new Uint8Array(4 * columns + 2 * values.length);
  bytes.set(bytesOf(scales));
  bytes.set(bytesOf(whole), 4 * columns);
  return bytes;
}

const MATRICES: readonly DenseName[] = ["layer1", "layer2", "heads", "biaffine", "distance", "labels"];
const VECTORS: readonly DenseName[] = [
  "gates1",
  "gates2",
  "headsBias",
  "biaffineBias",
  "arcRoot",
  "labelRoot",
  "labelsBias",
];

/** Sections of the parser; `weights` holds the dense block, then the tables. */
export function exportSections(
  weights: Float32Array,
  sizes: Sizes,
  vocabulary: Vocabulary,
): Map<string, Uint8Array> {
  const shapes = denseShapes(sizes);
  const starts = new Map<DenseName, number>();
  let denseSize = 0;
  for (const name of Object.keys(shapes) as DenseName[]) {
    starts.set(name, denseSize);
    denseSize += shapes[name][0] * shapes[name][1];
  }
  const sections = new Map<string, Uint8Array>();
  const part = (name: DenseName): Float32Array =>
    weights.slice(starts.get(name)!, starts.get(name)! + shapes[name][0] * shapes[name][1]);
  for (const name of MATRICES)
    sections.set(`parser/${name}`, quantisedMatrix(part(name), shapes[name][0], shapes[name][1]));
  for (const name of VECTORS) sections.set(`parser/${name}`, bytesOf(part(name)));
  const tables = finalTables(weights, denseSize, sizes, vocabulary, starts.get("vectors")!);
  const { whole, scales } = quantisedRows(tables, sizes.input);
  sections.set("parser/tables", bytesOf(whole));
  sections.set("parser/scales", bytesOf(scales));
  sections.set("parser/words", bytesOf(vocabulary.hashes));
  const { pairs, deprels } = vocabulary;
  const header = {
    ...sizes,
    columns: headColumns(sizes),
    pairNames: pairs,
    deprelNames: deprels,
    boundary: BOUNDARY,
  };
  sections.set("parser/header", asciiBytes(JSON.stringify(header)));
  return sections;
}
