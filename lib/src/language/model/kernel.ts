/**
 * Matrix product and recurrent unit over one block of float32 memory, as WebAssembly with 128-bit vectors or in
 * plain JavaScript. Both round after every operation and sum in the same order, so they give the same bits.
 * All places and steps count floats.
 */
import { javascriptKernel } from "./kernel-javascript.js";
import { webAssemblyKernel } from "./kernel-wasm.js";

export type KernelKind = "wasm" | "javascript";

export interface Kernel {
  readonly kind: KernelKind;
  readonly memory: Float32Array;
  /** The same memory as 16-bit whole numbers: place p of `memory` is place 2p here. */
  readonly wholes: Int16Array;
  /** c[m x n] = a[m x k] b[k x n]; a has rows `rowStep` apart, b is packed in panels of 8 columns. */
  product(
    a: number,
    rowStep: number,
    b: number,
    c: number,
    cStep: number,
    m: number,
    n: number,
    k: number,
  ): void;
  /**
   * c[m x n] = bias + scale (a b) with 16-bit whole numbers in a (as `quantise` leaves them) and in b (panels of
   * 8 columns, two depths side by side); m is a multiple of 4, n of 8, k of 2.
   */
  wholeProduct(
    a: number,
    b: number,
    c: number,
    cStep: number,
    m: number,
    n: number,
    k: number,
    scale: number,
    bias: number,
  ): void;
  /** Whole numbers of a * QUANTUM in rows without gaps; columns are a multiple of 8. */
  quantise(a: number, step: number, to: number, rows: number, columns: number): void;
  /** Packs b[k x n] (element at depth * depthStep + column * columnStep) in panels; missing columns are 0. */
  pack(b: number, depthStep: number, columnStep: number, k: number, n: number, to: number): void;
  /** One direction of a layer of simple recurrent units; see train/kernel/run.as. */
  recur(
    u: number,
    uStep: number,
    skip: number,
    skipStep: number,
    out: number,
    outStep: number,
    gates: number,
    rows: number,
    size: number,
  ): void;
  /** to = a + b + c over `size` floats, a multiple of 4. */
  sum3(a: number, b: number, c: number, to: number, size: number): void;
  /** Negative values to 0 in a block of rows, columns a multiple of 4. */
  rectify(a: number, step: number, rows: number, columns: number): void;
}

/** Kernel with `floats` of memory. Without a wish: WebAssembly where there is one. */
export function createKernel(floats: number, kind?: KernelKind): Kernel {
  if (kind === "javascript") return javascriptKernel(floats);
  const kernel = webAssemblyKernel(floats);
  if (kernel !== undefined) return kernel;
  if (kind === "wasm") throw new Error("WebAssembly with vectors is not available here");
  return javascriptKernel(floats);
}
