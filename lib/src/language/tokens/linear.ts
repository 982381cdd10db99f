import { finish, mix } from "./hash.js";

/** A yes-or-no decision: a sum of hashed 8-bit weights. */
export interface LinearModel {
  /** Size of the table is 2 to this power. */
  readonly bits: number;
  /** Value of one step of a weight. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/** Cells of the features of one decision; `size` of them are in use. */
export interface Features {
  readonly cell: Int32Array;
  size: number;
  readonly bits: number;
}

export function featuresFor(bits: number): Features {
  return { cell: new Int32Array(64), size: 0, bits };
}

/** Adds the conjunction of up to four values under the number of its template. */
export function add(features: Features, template: number, a: number, b = 0, c = 0, d = 0): void {
  const hash = finish(mix(mix(mix(mix(Math.imul(template + 1, 0x9e3779b1), a), b), c), d));
  features.cell[features.size++] = hash >>> (32 - features.bits);
}

/** Sum of the weights of the features, in steps; the answer is yes where it is positive. */
export function sumOf(model: LinearModel, features: Features): number {
  let sum = 0;
  for (let i = 0; i < features.size; i++) sum += model.weights[features.cell[i]!]!;
  return sum;
}
