/**
 * Cross entropy of `size` scores with the class `gold`; writes the gradient (which may overwrite the scores).
 * Where `gold` is negative the row does not count: no loss, zero gradient.
 */
export function softmaxLoss(
  f: Float32Array,
  scores: number,
  gradient: number,
  size: number,
  gold: number,
): number {
  if (gold < 0) {
    f.fill(0, gradient, gradient + size);
    return 0;
  }
  let best = -Infinity;
  for (let c = 0; c < size; c++) if (f[scores + c]! > best) best = f[scores + c]!;
  const wanted = f[scores + gold]!;
  let sum = 0;
  for (let c = 0; c < size; c++) {
    const e = Math.exp(f[scores + c]! - best);
    f[gradient + c] = e;
    sum += e;
  }
  for (let c = 0; c < size; c++) f[gradient + c]! /= sum;
  f[gradient + gold]! -= 1;
  return Math.log(sum) + best - wanted;
}
