/** The parser's sections of the model file, laid out in the memory of a kernel. */
import { asciiText, unpackSections } from "./container.js";
import { BLOCK, BUCKETS, ROOT_BUCKET } from "./features.js";
import { createKernel, type Kernel, type KernelKind } from "./kernel.js";
import { QUANTUM } from "./kernel-javascript.js";

/** Sizes and names that training wrote. */
export interface Header {
  readonly input: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  /** First column of each head in the matrix `heads`, and the number of columns. */
  readonly columns: {
    readonly names: number;
    readonly arcDependent: number;
    readonly arcHead: number;
    readonly labelDependent: number;
    readonly labelHead: number;
    readonly all: number;
  };
  /** "UPOS XPOS" of every class of the tagger. */
  readonly pairNames: readonly string[];
  readonly deprelNames: readonly string[];
}

/** Tables that stay in 8 bits: one row a word or affix, one scale a row. */
export interface Tables {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** Sorted hashes of the known words. */
  readonly words: Uint32Array;
}

/** Rows that go through the encoder at once. */
export const BATCH_ROWS = 512;
/** Word types whose products with the first layer are kept; about 9 KB each. */
export const TYPE_SLOTS = 3072;

/** Largest whole number of a matrix weight, as in training's export. */
const WEIGHT_LIMIT = 2047;

const columnsOf8 = (n: number): number => Math.ceil(n / 8) * 8;

/** Places of a matrix in whole numbers: panels, a scale for each column, and a bias row. */
export interface Matrix {
  readonly panels: number;
  readonly scale: number;
  readonly bias: number;
  /** Inputs and outputs. */
  readonly depth: number;
  readonly columns: number;
}

/** Places in memory of the weights and of the buffers of a batch. */
export type Layout = ReturnType<typeof layoutOf>;

function layoutOf(h: Header) {
  let end = 16;
  const take = (floats: number): number => {
    const at = end;
    end += Math.ceil(floats / 16) * 16;
    return at;
  };
  const matrix = (depth: number, columns: number): Matrix => ({
    panels: take((depth * columns) / 2),
    scale: take(columns),
    bias: take(columns),
    depth,
    columns,
  });
  const relations = columnsOf8(h.deprelNames.length);
  const rows = BATCH_ROWS + 8;
  const places = {
    before: matrix(h.input, 8 * h.hidden),
    own: matrix(h.input, 8 * h.hidden),
    after: matrix(h.input, 8 * h.hidden),
    gates1: take(8 * h.hidden),
    layer2: matrix(2 * h.hidden, 6 * h.hidden),
    gates2: take(8 * h.hidden),
    heads: matrix(2 * h.hidden, h.columns.all),
    biaffine: matrix(h.arc, h.arc),
    distance: matrix(h.arc, BUCKETS),
    labels: matrix(h.label, relations),
    labelRoot: take(h.label),
    types: take((TYPE_SLOTS + 4) * 24 * h.hidden),
    vectors: take(rows * h.input),
    wholes: take((rows * Math.max(2 * h.hidden, h.input, h.arc, h.label)) / 2),
    u: take(rows * 8 * h.hidden),
    h1: take(rows * 2 * h.hidden),
    h2: take(rows * 2 * h.hidden),
    out: take(rows * h.columns.all),
    query: take(rows * h.arc),
    near: take(rows * BUCKETS),
    panel: take((BLOCK + 8) * h.arc),
    arcs: take((BLOCK + 8) * (BLOCK + 8)),
    z: take(rows * h.label),
    relation: take(rows * relations),
  };
  return { ...places, relations, floats: end };
}

/** Typed view of a section, which lies on a boundary of 16. */
function floats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** A matrix as it stands in the file: whole numbers row by row, a scale for each column. */
interface Stored {
  readonly scales: Float32Array;
  readonly whole: Int16Array;
}

function stored(bytes: Uint8Array, columns: number): Stored {
  return {
    scales: floats(bytes.subarray(0, 4 * columns)),
    whole: new Int16Array(bytes.buffer, bytes.byteOffset + 4 * columns, (bytes.length - 4 * columns) >> 1),
  };
}

/** Lays a stored matrix, from its row `first` on, out in panels of 8 columns with two rows side by side. */
function place(
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

export interface Weights {
  readonly header: Header;
  readonly kernel: Kernel;
  readonly at: Layout;
  readonly tables: Tables;
}

/**
 * Score of the root as a head is (D biaffine + bias) root: its product is folded into the column of the root
 * in the distance matrix, so that the root needs no candidate row of its own.
 */
function foldRoot(distance: Stored, biaffine: Stored, bias: Float32Array, root: Float32Array): Float32Array {
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

type Sections = (name: string) => Uint8Array;

function placeMatrices(section: Sections, kernel: Kernel, at: Layout, h: Header): void {
  const read = (name: string, columns: number): Stored => stored(section(name), columns);
  const layer1 = read("layer1", 8 * h.hidden);
  // The first layer sees three words: one matrix for each place in the window.
  place(kernel, layer1, at.before, 0);
  place(kernel, layer1, at.own, h.input);
  place(kernel, layer1, at.after, 2 * h.input);
  place(kernel, read("layer2", 6 * h.hidden), at.layer2);
  place(kernel, read("heads", h.columns.all), at.heads, 0, floats(section("headsBias")));
  place(kernel, read("labels", at.relations), at.labels, 0, floats(section("labelsBias")));
  const biaffine = read("biaffine", h.arc);
  const bias = floats(section("biaffineBias"));
  place(kernel, biaffine, at.biaffine, 0, bias);
  const source = read("distance", BUCKETS);
  const distance = { scales: source.scales.slice(), whole: source.whole.slice() };
  const near = foldRoot(distance, biaffine, bias, floats(section("arcRoot")));
  place(kernel, distance, at.distance, 0, near);
}

/** Unpacks the parser's sections; `kind` wishes for one of the kernels. */
export function readWeights(bytes: Uint8Array, kind?: KernelKind): Weights {
  const sections = unpackSections(bytes);
  const section = (name: string): Uint8Array => {
    const found = sections.get(`parser/${name}`);
    if (found === undefined) throw new RangeError(`model file has no section parser/${name}`);
    return found;
  };
  const header = JSON.parse(asciiText(section("header"))) as Header;
  const at = layoutOf(header);
  const kernel = createKernel(at.floats, kind);
  for (const name of ["gates1", "gates2", "labelRoot"] as const)
    kernel.memory.set(floats(section(name)), at[name]);
  placeMatrices(section, kernel, at, header);
  const table = section("tables");
  const words = section("words");
  const tables = {
    rows: new Int8Array(table.buffer, table.byteOffset, table.length),
    scales: floats(section("scales")),
    words: new Uint32Array(words.buffer, words.byteOffset, words.length >> 2),
  };
  return { header, kernel, at, tables };
}

/** c = bias + a matrix for `rows` rows of floats; `rows` is rounded up to a multiple of 4. */
export function multiply(
  { at, kernel }: Weights,
  matrix: Matrix,
  a: number,
  aStep: number,
  rows: number,
  c: number,
  cStep: number,
): void {
  const fours = Math.ceil(rows / 4) * 4;
  kernel.quantise(a, aStep, at.wholes, fours, matrix.depth);
  kernel.wholeProduct(
    at.wholes,
    matrix.panels,
    c,
    cStep,
    fours,
    matrix.columns,
    matrix.depth,
    matrix.scale,
    matrix.bias,
  );
}
