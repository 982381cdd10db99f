/** How likely each kind is as the relation of two parties, and which words say so. */
import { hashString } from "../../language/index.js";
import type { Sink } from "./features.js";
import { KINDS } from "./kinds.js";
import type { RelationModel } from "./model.js";

const K = KINDS.length;

/** The shares of the kinds, and what each word adds to the best of them. */
export interface Scores {
  /** Probabilities in the order of `KINDS`. */
  readonly shares: Float64Array;
  /** Row → sum of the weights that speak for the best kind. */
  readonly support: ReadonlyMap<number, number>;
}

/** A feature in use: its cell, value and row. */
interface Used {
  readonly cell: number;
  readonly value: number;
  readonly row: number;
}

/** Collects features for the scorer; a feature that comes twice counts once. */
export function collect(bits: number, run: (put: Sink) => void): readonly Used[] {
  const seen = new Set<string>();
  const used: Used[] = [];
  run((name, value, row) => {
    if (seen.has(name)) return;
    seen.add(name);
    used.push({ cell: hashString(name) >>> (32 - bits), value, row });
  });
  return used;
}

/** Shares that add up to 1, of sums divided by the temperature (Guo et al. 2017, temperature scaling). */
export function softmax(sums: Float64Array, temperature: number): Float64Array {
  const largest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp((sum - largest) / temperature));
  const total = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / total);
}

/** Scores one sentence from its features and the meaning of its words. */
export function scoreFeatures(model: RelationModel, used: readonly Used[], meaning: Float64Array): Scores {
  const sums = Float64Array.from(model.shift);
  for (const { cell, value } of used)
    for (let k = 0; k < K; k++) sums[k]! += model.weights[cell * K + k]! * value * model.scale;
  for (let i = 0; i < model.inputs; i++)
    for (let k = 0; k < K; k++) sums[k]! += model.vectorWeights[i * K + k]! * meaning[i]! * model.vectorScale;
  const shares = softmax(sums, model.temperature);
  const best = shares.indexOf(Math.max(...shares));
  const support = new Map<number, number>();
  for (const { cell, value, row } of used)
    if (row >= 0)
      support.set(row, (support.get(row) ?? 0) + model.weights[cell * K + best]! * value * model.scale);
  return { shares, support };
}
