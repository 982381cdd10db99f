/** The kernel in plain JavaScript: every operation rounded to float32, in the order of train/kernel/run.as. */
import type { Kernel } from "./kernel.js";

/** Steps of an activation in whole numbers: 16 bits then reach to +-64; the same number stands in run.as. */
export const QUANTUM = 512;

const round = Math.fround;

/** tanh as a quotient of polynomials, exactly +-1 from +-3 on (Pade approximant [3/2]). */
export function tanh(x: number): number {
  const y = x > 3 ? 3 : x < -3 ? -3 : x;
  const square = round(y * y);
  const top = round(y * round(27 + square));
  return round(top / round(27 + round(9 * square)));
}

export function sigmoid(x: number): number {
  return round(0.5 + round(0.5 * tanh(round(0.5 * x))));
}

/** One row of the product against one panel of 8 columns. */
function rowTimesPanel(f: Float32Array, a: number, panel: number, c: number, k: number): void {
  for (let x = 0; x < 8; x++) {
    let sum = 0;
    for (let d = 0, p = panel + x; d < k; d++, p += 8) sum = round(sum + round(f[a + d]! * f[p]!));
    f[c + x] = sum;
  }
}

/** Four columns of one row against half a panel of whole numbers: sums in 32 bits. */
function wholeRow(w: Int16Array, sums: Int32Array, a: number, panel: number, k: number): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let d = 0, p = panel; d < k; d += 2, p += 16) {
    const x = w[a + d]!;
    const y = w[a + d + 1]!;
    s0 = (s0 + x * w[p]! + y * w[p + 1]!) | 0;
    s1 = (s1 + x * w[p + 2]! + y * w[p + 3]!) | 0;
    s2 = (s2 + x * w[p + 4]! + y * w[p + 5]!) | 0;
    s3 = (s3 + x * w[p + 6]! + y * w[p + 7]!) | 0;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

function pack(
  f: Float32Array,
  b: number,
  depthStep: number,
  columnStep: number,
  k: number,
  n: number,
  to: number,
): void {
  for (let j = 0; j < n; j += 8)
    for (let d = 0; d < k; d++)
      for (let x = 0; x < 8; x++) f[to++] = j + x < n ? f[b + d * depthStep + (j + x) * columnStep]! : 0;
}

/** One unit over all rows of a sentence. */
function unit(
  f: Float32Array,
  u: number,
  uStep: number,
  skip: number,
  skipStep: number,
  out: number,
  outStep: number,
  gates: number,
  rows: number,
  size: number,
): void {
  const vf = f[gates]!;
  const vr = f[gates + size]!;
  const bf = f[gates + 2 * size]!;
  const br = f[gates + 3 * size]!;
  let c = 0;
  for (let t = 0; t < rows; t++, u += uStep, skip += skipStep, out += outStep) {
    const x = f[u]!;
    const forget = sigmoid(round(round(f[u + size]! + bf) + round(vf * c)));
    const reset = sigmoid(round(round(f[u + 2 * size]! + br) + round(vr * c)));
    c = round(x + round(forget * round(c - x)));
    const s = f[skip]!;
    f[out] = round(s + round(reset * round(tanh(c) - s)));
  }
}

export function javascriptKernel(floats: number): Kernel {
  const f = new Float32Array(floats);
  const w = new Int16Array(f.buffer);
  const sums = new Int32Array(4);
  return {
    kind: "javascript",
    memory: f,
    wholes: w,
    product(a, rowStep, b, c, cStep, m, n, k) {
      for (let j = 0; j < n; j += 8)
        for (let i = 0; i < m; i++) rowTimesPanel(f, a + i * rowStep, b + j * k, c + i * cStep + j, k);
    },
    wholeProduct(a, b, c, cStep, m, n, k, scale, bias) {
      for (let j = 0; j < n; j += 4) {
        const panel = 2 * b + (j >> 3) * 8 * k + (j & 4) * 2;
        for (let i = 0; i < m; i++) {
          wholeRow(w, sums, 2 * a + i * k, panel, k);
          for (let x = 0; x < 4; x++)
            f[c + i * cStep + j + x] = round(f[bias + j + x]! + round(round(sums[x]!) * f[scale + j + x]!));
        }
      }
    },
    quantise(a, step, to, rows, columns) {
      let at = 2 * to;
      for (let i = 0; i < rows; i++)
        for (let c = 0; c < columns; c++) {
          const whole = Math.floor(round(round(f[a + i * step + c]! * QUANTUM) + 0.5));
          w[at++] = whole > 32767 ? 32767 : whole < -32768 ? -32768 : whole;
        }
    },
    pack: (b, depthStep, columnStep, k, n, to) => pack(f, b, depthStep, columnStep, k, n, to),
    recur(u, uStep, skip, skipStep, out, outStep, gates, rows, size) {
      for (let lane = 0; lane < size; lane++)
        unit(f, u + lane, uStep, skip + lane, skipStep, out + lane, outStep, gates + lane, rows, size);
    },
    sum3(a, b, c, to, size) {
      for (let i = 0; i < size; i++) f[to + i] = round(round(f[a + i]! + f[b + i]!) + f[c + i]!);
    },
    rectify(a, step, rows, columns) {
      for (let i = 0; i < rows; i++)
        for (let at = a + i * step; at < a + i * step + columns; at++) if (f[at]! < 0) f[at] = 0;
    },
  };
}
