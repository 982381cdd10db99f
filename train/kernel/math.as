// Activation functions over four floats, shared by both kernels.

/** tanh as a quotient of polynomials, exactly +-1 from +-3 on (Pade approximant [3/2]). */
// @ts-ignore: decorator
@inline
export function tanh4(x: v128): v128 {
  const three = f32x4.splat(3);
  const y = f32x4.max(f32x4.min(x, three), f32x4.neg(three));
  const square = f32x4.mul(y, y);
  const top = f32x4.mul(y, f32x4.add(f32x4.splat(27), square));
  const bottom = f32x4.add(f32x4.splat(27), f32x4.mul(f32x4.splat(9), square));
  return f32x4.div(top, bottom);
}

// @ts-ignore: decorator
@inline
export function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, tanh4(f32x4.mul(half, x))));
}
