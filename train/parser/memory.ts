/** Linear memory of the training kernel: one growing block, addressed in floats. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type KernelFunction = (...numbers: number[]) => number;
const WASM = fileURLToPath(new URL("../../work/kernel/train.wasm", import.meta.url));
const BUILD = fileURLToPath(new URL("../kernel/build.ts", import.meta.url));
/** 1 GiB in pages of 64 KiB: parameters, gradients, moments and means take about 300 MB. */
const PAGES = 16384;

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

  /** c[m x n] = bias or (add ? c : 0) + a * b, strides in floats; m and n are rounded up to 4 and 8. */
  product(
    a: number, aRow: number, aDepth: number, b: number, bDepth: number, bColumn: number,
    c: number, cRow: number, m: number, n: number, k: number, bias = 0, add = 0,
  ): void {
    const columns = Math.ceil(n / 8) * 8;
    if (columns * k > this.scratchSize) throw new RangeError("matrix is too large");
    this.kernel.pack!(b * 4, bDepth, bColumn, k, n, this.scratch * 4);
    const rows = Math.ceil(m / 4) * 4;
    this.kernel.gemm!(a * 4, aRow, aDepth, this.scratch * 4, c * 4, cRow, rows, columns, k, bias * 4, add);
  }

  sru(
    u: number, uStep: number, skip: number, skipStep: number, out: number, outStep: number,
    gates: number, cells: number, steps: number, size: number,
  ): void {
    this.kernel.sru!(u * 4, uStep, skip * 4, skipStep, out * 4, outStep, gates * 4, cells * 4, steps, size);
  }

  sruBackward(
    u: number, uStep: number, skip: number, skipStep: number, dOut: number, outStep: number,
    dSkip: number, dSkipStep: number, gates: number, dGates: number, cells: number, steps: number, size: number,
  ): void {
    this.kernel.sruBackward!(
      u * 4, uStep, skip * 4, skipStep, dOut * 4, outStep,
      dSkip * 4, dSkipStep, gates * 4, dGates * 4, cells * 4, steps, size,
    );
  }

  adam(
    p: number, g: number, m: number, v: number, size: number,
    rate: number, beta1: number, beta2: number, epsilon: number, scale: number,
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
