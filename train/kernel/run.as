// Kernel of the run time, in AssemblyScript: matrix product and simple recurrent unit over float32 in
// linear memory. All pointers are byte offsets, all sizes and strides count floats.

import { tanh4, sigmoid4 } from "./math";

/**
 * c[m x n] = start + a[m x k] * b[k x n]. `a` has strides `rowStep` and `depthStep`; `b` lies in panels of
 * 8 columns (panel, depth, column); m is a multiple of 4, n of 8. `start` is the bias row, or c itself where
 * `bias` is 0 and `add` is 1, or zero. Sums run over k in order, so that plain code gives the same bits.
 */
export function gemm(
  a: usize, rowStep: usize, depthStep: usize, b: usize, c: usize, cStep: usize,
  m: usize, n: usize, k: usize, bias: usize, add: i32,
): void {
  rowStep <<= 2; depthStep <<= 2; cStep <<= 2;
  for (let j: usize = 0; j < n; j += 8) {
    const panel = b + ((j * k) << 2);
    for (let i: usize = 0; i < m; i += 4) {
      const c0 = c + i * cStep + (j << 2);
      const c1 = c0 + cStep;
      const c2 = c1 + cStep;
      const c3 = c2 + cStep;
      let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      if (bias) {
        s00 = s10 = s20 = s30 = v128.load(bias + (j << 2));
        s01 = s11 = s21 = s31 = v128.load(bias + (j << 2), 16);
      } else if (add) {
        s00 = v128.load(c0); s01 = v128.load(c0, 16);
        s10 = v128.load(c1); s11 = v128.load(c1, 16);
        s20 = v128.load(c2); s21 = v128.load(c2, 16);
        s30 = v128.load(c3); s31 = v128.load(c3, 16);
      }
      let p = panel;
      const end = panel + (k << 5);
      let a0 = a + i * rowStep;
      let a1 = a0 + rowStep;
      let a2 = a1 + rowStep;
      let a3 = a2 + rowStep;
      while (p < end) {
        const b0 = v128.load(p);
        const b1 = v128.load(p, 16);
        const x0 = v128.load32_splat(a0);
        s00 = f32x4.add(s00, f32x4.mul(x0, b0));
        s01 = f32x4.add(s01, f32x4.mul(x0, b1));
        const x1 = v128.load32_splat(a1);
        s10 = f32x4.add(s10, f32x4.mul(x1, b0));
        s11 = f32x4.add(s11, f32x4.mul(x1, b1));
        const x2 = v128.load32_splat(a2);
        s20 = f32x4.add(s20, f32x4.mul(x2, b0));
        s21 = f32x4.add(s21, f32x4.mul(x2, b1));
        const x3 = v128.load32_splat(a3);
        s30 = f32x4.add(s30, f32x4.mul(x3, b0));
        s31 = f32x4.add(s31, f32x4.mul(x3, b1));
        a0 += depthStep; a1 += depthStep; a2 += depthStep; a3 += depthStep;
        p += 32;
      }
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
  }
}

/** Lays b[k x n] (element at depth * depthStep + column * columnStep) out in panels; missing columns are 0. */
export function pack(b: usize, depthStep: usize, columnStep: usize, k: usize, n: usize, to: usize): void {
  depthStep <<= 2; columnStep <<= 2;
  for (let j: usize = 0; j < n; j += 8) {
    const width = min<usize>(8, n - j);
    for (let d: usize = 0; d < k; d++) {
      const from = b + d * depthStep + j * columnStep;
      for (let x: usize = 0; x < width; x++) store<f32>(to + (x << 2), load<f32>(from + x * columnStep));
      for (let x: usize = width; x < 8; x++) store<f32>(to + (x << 2), 0);
      to += 32;
    }
  }
}

/**
 * Simple recurrent unit (Lei et al. 2018) over `steps` rows in one direction; `size` is a multiple of 8.
 * `u` holds candidate, forget and reset parts side by side (size each), `skip` the highway input.
 * f = sigmoid(uf + vf c' + bf), r = sigmoid(ur + vr c' + br), c = f c' + (1 - f) ux,
 * h = r tanh(c) + (1 - r) skip. `gates` is the row of vf, vr, bf, br. Where `cells` is not 0, c is kept there.
 * Two groups of four units go side by side: one fills the waiting time of the other's divisions.
 */
export function sru(
  u: usize, uStep: isize, skip: usize, skipStep: isize, out: usize, outStep: isize,
  gates: usize, cells: usize, steps: usize, size: usize,
): void {
  uStep <<= 2; skipStep <<= 2; outStep <<= 2;
  const part = size << 2;
  for (let lane: usize = 0; lane < part; lane += 32) {
    const g = gates + lane;
    const vf0 = v128.load(g), vf1 = v128.load(g, 16);
    const vr0 = v128.load(g + part), vr1 = v128.load(g + part, 16);
    const bf0 = v128.load(g + 2 * part), bf1 = v128.load(g + 2 * part, 16);
    const br0 = v128.load(g + 3 * part), br1 = v128.load(g + 3 * part, 16);
    let c0 = f32x4.splat(0), c1 = c0;
    let up = u + lane;
    let sp = skip + lane;
    let op = out + lane;
    let cp = cells + lane;
    for (let t: usize = 0; t < steps; t++) {
      const f0 = gate(v128.load(up + part), bf0, vf0, c0);
      const f1 = gate(v128.load(up + part, 16), bf1, vf1, c1);
      const r0 = gate(v128.load(up + 2 * part), br0, vr0, c0);
      const r1 = gate(v128.load(up + 2 * part, 16), br1, vr1, c1);
      c0 = between(v128.load(up), c0, f0);
      c1 = between(v128.load(up, 16), c1, f1);
      v128.store(op, between(v128.load(sp), tanh4(c0), r0));
      v128.store(op, between(v128.load(sp, 16), tanh4(c1), r1), 16);
      if (cells) {
        v128.store(cp, c0);
        v128.store(cp, c1, 16);
        cp += part;
      }
      up += uStep; sp += skipStep; op += outStep;
    }
  }
}

// @ts-ignore: decorator
@inline
function gate(u: v128, bias: v128, weight: v128, c: v128): v128 {
  return sigmoid4(f32x4.add(f32x4.add(u, bias), f32x4.mul(weight, c)));
}

/** a + share (b - a). */
// @ts-ignore: decorator
@inline
function between(a: v128, b: v128, share: v128): v128 {
  return f32x4.add(a, f32x4.mul(share, f32x4.sub(b, a)));
}

/**
 * to = whole numbers of a * 512, rounded to the nearest and cut to 16 bits; columns a multiple of 8.
 * `to` counts 16-bit numbers row by row without gaps.
 */
export function quantise(a: usize, step: usize, to: usize, rows: usize, columns: usize): void {
  const scale = f32x4.splat(512);
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < rows; i++) {
    const row = a + ((i * step) << 2);
    for (let at: usize = 0; at < columns << 2; at += 32) {
      const low = f32x4.floor(f32x4.add(f32x4.mul(v128.load(row + at), scale), half));
      const high = f32x4.floor(f32x4.add(f32x4.mul(v128.load(row + at, 16), scale), half));
      v128.store(to, i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high)));
      to += 16;
    }
  }
}

/**
 * c[m x n] = bias + scale * (a[m x k] * b[k x n]) with whole numbers of 16 bits in a (rows without gaps) and b
 * (panels of 8 columns, two depths side by side), summed in 32 bits. m is a multiple of 4, n of 8, k of 2;
 * `scale` and `bias` are rows of n floats.
 */
export function gemm16(
  a: usize, b: usize, c: usize, cStep: usize, m: usize, n: usize, k: usize, scale: usize, bias: usize,
): void {
  const row = k << 1;
  cStep <<= 2;
  for (let j: usize = 0; j < n; j += 8) {
    const panel = b + ((j * k) << 1);
    const end = panel + (k << 4);
    const scale0 = v128.load(scale + (j << 2));
    const scale1 = v128.load(scale + (j << 2), 16);
    const bias0 = v128.load(bias + (j << 2));
    const bias1 = v128.load(bias + (j << 2), 16);
    for (let i: usize = 0; i < m; i += 4) {
      let s00 = i32x4.splat(0), s01 = s00, s10 = s00, s11 = s00, s20 = s00, s21 = s00, s30 = s00, s31 = s00;
      let a0 = a + i * row;
      let p = panel;
      while (p < end) {
        const b0 = v128.load(p);
        const b1 = v128.load(p, 16);
        const x0 = v128.load32_splat(a0);
        s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, b0));
        s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, b1));
        const x1 = v128.load32_splat(a0 + row);
        s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, b0));
        s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, b1));
        const x2 = v128.load32_splat(a0 + 2 * row);
        s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, b0));
        s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, b1));
        const x3 = v128.load32_splat(a0 + 3 * row);
        s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, b0));
        s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, b1));
        a0 += 4;
        p += 32;
      }
      const to = c + i * cStep + (j << 2);
      finish(to, s00, scale0, bias0); finish(to + 16, s01, scale1, bias1);
      finish(to + cStep, s10, scale0, bias0); finish(to + cStep + 16, s11, scale1, bias1);
      finish(to + 2 * cStep, s20, scale0, bias0); finish(to + 2 * cStep + 16, s21, scale1, bias1);
      finish(to + 3 * cStep, s30, scale0, bias0); finish(to + 3 * cStep + 16, s31, scale1, bias1);
    }
  }
}

// @ts-ignore: decorator
@inline
function finish(to: usize, sum: v128, scale: v128, bias: v128): void {
  v128.store(to, f32x4.add(bias, f32x4.mul(f32x4.convert_i32x4_s(sum), scale)));
}

/** to[i] = a[i] + b[i] + c[i], size a multiple of 4. */
export function sum3(a: usize, b: usize, c: usize, to: usize, size: usize): void {
  for (let at: usize = 0; at < size << 2; at += 16)
    v128.store(to + at, f32x4.add(f32x4.add(v128.load(a + at), v128.load(b + at)), v128.load(c + at)));
}

/** Sets negative values to 0 in a block of rows; columns a multiple of 4. */
export function relu(a: usize, step: usize, rows: usize, columns: usize): void {
  const zero = f32x4.splat(0);
  for (let i: usize = 0; i < rows; i++) {
    const row = a + ((i * step) << 2);
    for (let at: usize = 0; at < columns << 2; at += 16)
      v128.store(row + at, f32x4.max(v128.load(row + at), zero));
  }
}
