// Kernel of the training program: the run-time kernel, the backward pass of the recurrent unit, and Adam.
export { gemm, pack, sru, sum3, relu } from "./run";
import { tanh4, sigmoid4 } from "./math";

/** Derivative of tanh4: ((9 - x^2) / (3 (3 + x^2)))^2, 0 from +-3 on. */
// @ts-ignore: decorator
@inline
function slope4(x: v128): v128 {
  const square = f32x4.min(f32x4.mul(x, x), f32x4.splat(9));
  const quotient = f32x4.div(
    f32x4.sub(f32x4.splat(9), square),
    f32x4.mul(f32x4.splat(3), f32x4.add(f32x4.splat(3), square)),
  );
  return f32x4.mul(quotient, quotient);
}

// @ts-ignore: decorator
@inline
function sigmoidSlope4(x: v128): v128 {
  return f32x4.mul(f32x4.splat(0.25), slope4(f32x4.mul(f32x4.splat(0.5), x)));
}

/**
 * Backward pass of `sru`. Pointers stand at the last step and strides lead to the step before. `u` is
 * overwritten by its gradient; the gradient of the highway input goes to `dSkip`; the gradients of the gate
 * row are added to `dGates`. `cells` points at the first step of the kept cells.
 */
export function sruBackward(
  u: usize, uStep: isize, skip: usize, skipStep: isize, dOut: usize, outStep: isize,
  dSkip: usize, dSkipStep: isize, gates: usize, dGates: usize, cells: usize, steps: usize, size: usize,
): void {
  uStep <<= 2; skipStep <<= 2; outStep <<= 2; dSkipStep <<= 2;
  const part = size << 2;
  for (let lane: usize = 0; lane < part; lane += 16) {
    const vf = v128.load(gates + lane);
    const vr = v128.load(gates + part + lane);
    const bf = v128.load(gates + 2 * part + lane);
    const br = v128.load(gates + 3 * part + lane);
    let dvf = v128.load(dGates + lane);
    let dvr = v128.load(dGates + part + lane);
    let dbf = v128.load(dGates + 2 * part + lane);
    let dbr = v128.load(dGates + 3 * part + lane);
    let dcNext = f32x4.splat(0);
    let up = u + lane, sp = skip + lane, op = dOut + lane, dp = dSkip + lane;
    let cp = cells + (steps - 1) * part + lane;
    for (let t: usize = steps; t > 0; t--) {
      const c = v128.load(cp);
      cp -= part;
      const before = t > 1 ? v128.load(cp) : f32x4.splat(0);
      const x = v128.load(up);
      const fIn = f32x4.add(f32x4.add(v128.load(up + part), bf), f32x4.mul(vf, before));
      const rIn = f32x4.add(f32x4.add(v128.load(up + 2 * part), br), f32x4.mul(vr, before));
      const f = sigmoid4(fIn);
      const r = sigmoid4(rIn);
      const g = tanh4(c);
      const dh = v128.load(op);
      const s = v128.load(sp);
      v128.store(dp, f32x4.sub(dh, f32x4.mul(dh, r)));
      const dr = f32x4.mul(f32x4.mul(dh, f32x4.sub(g, s)), sigmoidSlope4(rIn));
      const dc = f32x4.add(dcNext, f32x4.mul(f32x4.mul(dh, r), slope4(c)));
      const df = f32x4.mul(f32x4.mul(dc, f32x4.sub(before, x)), sigmoidSlope4(fIn));
      v128.store(up, f32x4.sub(dc, f32x4.mul(dc, f)));
      v128.store(up + part, df);
      v128.store(up + 2 * part, dr);
      dvf = f32x4.add(dvf, f32x4.mul(df, before));
      dvr = f32x4.add(dvr, f32x4.mul(dr, before));
      dbf = f32x4.add(dbf, df);
      dbr = f32x4.add(dbr, dr);
      dcNext = f32x4.add(f32x4.mul(dc, f), f32x4.add(f32x4.mul(df, vf), f32x4.mul(dr, vr)));
      up += uStep; sp += skipStep; op += outStep; dp += dSkipStep;
    }
    v128.store(dGates + lane, dvf);
    v128.store(dGates + part + lane, dvr);
    v128.store(dGates + 2 * part + lane, dbf);
    v128.store(dGates + 3 * part + lane, dbr);
  }
}

/** One step of Adam (Kingma & Ba 2015) over `size` floats; `rate` already holds the bias correction. */
export function adam(
  p: usize, g: usize, m: usize, v: usize, size: usize,
  rate: f32, beta1: f32, beta2: f32, epsilon: f32, scale: f32,
): void {
  const b1 = f32x4.splat(beta1), b2 = f32x4.splat(beta2);
  const k1 = f32x4.splat(1 - beta1), k2 = f32x4.splat(1 - beta2);
  for (let at: usize = 0; at < size << 2; at += 16) {
    const grad = f32x4.mul(v128.load(g + at), f32x4.splat(scale));
    const first = f32x4.add(f32x4.mul(b1, v128.load(m + at)), f32x4.mul(k1, grad));
    const second = f32x4.add(f32x4.mul(b2, v128.load(v + at)), f32x4.mul(k2, f32x4.mul(grad, grad)));
    v128.store(m + at, first);
    v128.store(v + at, second);
    const step = f32x4.div(first, f32x4.add(f32x4.sqrt(second), f32x4.splat(epsilon)));
    v128.store(p + at, f32x4.sub(v128.load(p + at), f32x4.mul(f32x4.splat(rate), step)));
    v128.store(g + at, f32x4.splat(0));
  }
}

/** mean += (p - mean) * share: running mean of the weights. */
export function average(mean: usize, p: usize, size: usize, share: f32): void {
  for (let at: usize = 0; at < size << 2; at += 16) {
    const old = v128.load(mean + at);
    v128.store(mean + at, f32x4.add(old, f32x4.mul(f32x4.splat(share), f32x4.sub(v128.load(p + at), old))));
  }
}

/** Sum of squares. */
export function squares(a: usize, size: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < size << 2; at += 16) {
    const x = v128.load(a + at);
    sum = f32x4.add(sum, f32x4.mul(x, x));
  }
  return f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
    + f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3);
}

/** to += a, elementwise. */
export function addTo(to: usize, a: usize, size: usize): void {
  for (let at: usize = 0; at < size << 2; at += 16)
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(a + at)));
}

/** to *= a, elementwise. */
export function multiply(to: usize, a: usize, size: usize): void {
  for (let at: usize = 0; at < size << 2; at += 16)
    v128.store(to + at, f32x4.mul(v128.load(to + at), v128.load(a + at)));
}
