/** Linear memory of the training kernel: one growing block, addressed in floats. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type KernelFunction = (...numbers: number[]) => number;
const WASM = fileURLToPath(new URL("../../work/kernel/train.wasm", import.meta.url));
const BUILD = fileURLToPath(new URL("../kernel/build.ts", import.meta.url));
/** 1 GiB in pages of 64 KiB: parameters, gradients, moments and means take about 300 MB. */
const PAGES = 16384;

/** A matrix in memory: first float, and floats from row to row and from column to column. */
export interface View {
  readonly at: number;
  readonly rowStep: number;
  readonly columnStep: number;
}

/** Matrix in rows of `step` floats. */
export const matrixAt = (at: number, step: number): View => ({ at, rowStep: step, columnStep: 1 });

export const transposed = ({ at, rowStep, columnStep }: View): View => ({
  at,
  rowStep: columnStep,
  columnStep: rowStep,
});

/** What a product is added to: a bias row, or what stood there. */
interface Start {
  readonly bias?: number;
  readonly add?: boolean;
}

/** Places and steps of the backward pass of a recurrent layer over one sentence; see train/kernel/train.as. */
interface SruGradient {
  readonly u: number;
  readonly uStep: number;
  readonly skip: number;
  readonly skipStep: number;
  readonly dOut: number;
  readonly outStep: number;
  readonly dSkip: number;
  readonly gates: number;
  readonly dGates: number;
  readonly cells: number;
  readonly steps: number;
  readonly size: number;
}

export class Memory {
  readonly f: Float32Array;
  private readonly kernel: Record<string, KernelFunction>;
  private end = 64;
  private scratch = 0;
  private scratchSize = 0;

  constructor() {
    if (!existsSync(WASM)) execFileSync("npx", ["tsx", BUILD], { stdio: "inherit" });
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
    const module = new WebAssembly.Module(readFileSync(WASM));
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    this.kernel = instance.exports as unknown as Record<string, KernelFunction>;
    this.f = new Float32Array(memory.buffer);
    this.scratchSize = 1 << 20;
    this.scratch = this.take(this.scratchSize);
  }

  /** Takes `size` floats of zeros; returns the index of the first. */
  take(size: number): number {
    const at = this.end;
    this.end = at + Math.ceil(size / 16) * 16;
    if (this.end > this.f.length) throw new RangeError("training memory is full");
    return at;
  }

  zero(at: number, size: number): void {
    this.f.fill(0, at, at + size);
  }

  /**
   * c[m x n] = a[m x k] b[k x n], from a bias row on or added to c; m and n are rounded up to 4 and 8, so the
   * rows behind c may be overwritten.
   */
  product(a: View, b: View, c: View, m: number, n: number, k: number, start: Start = {}): void {
    const columns = Math.ceil(n / 8) * 8;
    if (columns * k > this.scratchSize) throw new RangeError("matrix is too large");
    this.kernel.pack!(b.at * 4, b.rowStep, b.columnStep, k, n, this.scratch * 4);
    const [rows, bias] = [Math.ceil(m / 4) * 4, (start.bias ?? 0) * 4];
    const [from, to] = [a.at * 4, c.at * 4];
    const add = start.add ? 1 : 0;
    const panels = this.scratch * 4;
    this.kernel.gemm!(from, a.rowStep, a.columnStep, panels, to, c.rowStep, rows, columns, k, bias, add);
  }

  sru(
    u: number,
    uStep: number,
    skip: number,
    skipStep: number,
    out: number,
    outStep: number,
    gates: number,
    cells: number,
    steps: number,
    size: number,
  ): void {
    this.kernel.sru!(u * 4, uStep, skip * 4, skipStep, out * 4, outStep, gates * 4, cells * 4, steps, size);
  }

  sruBackward(p: SruGradient): void {
    this.kernel.sruBackward!(
      ...[p.u * 4, p.uStep, p.skip * 4, p.skipStep, p.dOut * 4, p.outStep],
      ...[p.dSkip * 4, p.skipStep, p.gates * 4, p.dGates * 4, p.cells * 4, p.steps, p.size],
    );
  }

  adam(
    p: number,
    g: number,
    m: number,
    v: number,
    size: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    scale: number,
  ): void {
    this.kernel.adam!(p * 4, g * 4, m * 4, v * 4, size, rate, beta1, beta2, epsilon, scale);
  }

  average(mean: number, p: number, size: number, share: number): void {
    this.kernel.average!(mean * 4, p * 4, size, share);
  }

  squares(a: number, size: number): number {
    return this.kernel.squares!(a * 4, size);
  }

  addTo(to: number, a: number, size: number): void {
    this.kernel.addTo!(to * 4, a * 4, size);
  }

  multiply(to: number, a: number, size: number): void {
    this.kernel.multiply!(to * 4, a * 4, size);
  }
}
