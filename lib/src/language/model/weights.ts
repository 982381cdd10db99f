/** The parser's sections of the model file, laid out in the memory of a kernel. */
import { asciiText, unpackSections } from "./container.js";
import { BUCKETS } from "./features.js";
import { createKernel, type Kernel, type KernelKind } from "./kernel.js";
import { type Header, type Layout, layoutOf } from "./layout.js";
import { floats, foldRoot, type Matrix, place, type Stored, stored } from "./matrix.js";

/** Tables that stay in 8 bits: one row a word or affix, one scale a row. */
export interface Tables {
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** Sorted hashes of the known words. */
  readonly words: Uint32Array;
}

export interface Weights {
  readonly header: Header;
  readonly kernel: Kernel;
  readonly at: Layout;
  readonly tables: Tables;
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
