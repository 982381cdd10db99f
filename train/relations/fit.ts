/** Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), weights averaged over the last half. */
import { KINDS, type RelationModel } from "../../lib/src/reading/relations/index.js";
import type { Random } from "../random.js";
import type { Example } from "./examples.js";

const K = KINDS.length;

export interface Settings {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull to zero per step and active weight. */
  readonly decay: number;
  /** Share of the features that are left out of each step, so that no word is relied on alone. */
  readonly dropout: number;
}

/** Float weights before they are rounded. */
export interface Fitted {
  readonly cells: Float32Array;
  readonly vectors: Float32Array;
}

class Table {
  readonly weights: Float32Array;
  readonly average: Float32Array;
  private readonly squares: Float32Array;

  constructor(size: number) {
    this.weights = new Float32Array(size * K);
    this.average = new Float32Array(size * K);
    this.squares = new Float32Array(size * K).fill(0.01);
  }

  addTo(sums: Float64Array, row: number, value: number): void {
    for (let k = 0, at = row * K; k < K; k++) sums[k]! += this.weights[at + k]! * value;
  }

  step(errors: Float64Array, row: number, value: number, rate: number, decay: number): void {
    for (let k = 0, at = row * K; k < K; k++, at++) {
      const gradient = errors[k]! * value + decay * this.weights[at]!;
      this.squares[at]! += gradient * gradient;
      this.weights[at]! -= (rate * gradient) / Math.sqrt(this.squares[at]!);
    }
  }

  keep(): void {
    for (let i = 0; i < this.weights.length; i++) this.average[i]! += this.weights[i]!;
  }
}

/** Share of each kind less what it should be: the labels share 1, in proportion to what the model gives them. */
function errorsOf(sums: Float64Array, labels: readonly number[]): Float64Array {
  const largest = Math.max(...sums);
  const errors = sums.map((sum) => Math.exp(sum - largest));
  const total = errors.reduce((a, b) => a + b, 0);
  for (let k = 0; k < K; k++) errors[k]! /= total;
  const right = labels.reduce((sum, k) => sum + errors[k]!, 0) || 1;
  const wanted = labels.map((k) => errors[k]! / right);
  for (const [i, k] of labels.entries()) errors[k]! -= wanted[i]!;
  return errors;
}

/** Fits the weights; `labels` with several categories count as right in any of them. */
export function fitScorer(
  examples: readonly Example[],
  inputs: number,
  settings: Settings,
  random: Random,
): Fitted {
  const cells = new Table(2 ** settings.bits);
  const vectors = new Table(inputs);
  const order = Int32Array.from({ length: examples.length }, (_, i) => i);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    random.shuffle(order);
    const rate = settings.rate * (1 - epoch / settings.epochs);
    for (const i of order) {
      const seen = withoutSome(examples[i]!, settings.dropout, random);
      learn(seen, cells, vectors, rate, settings.decay);
    }
    if (epoch * 2 >= settings.epochs) {
      cells.keep();
      vectors.keep();
    }
  }
  const kept = Math.floor(settings.epochs / 2);
  const mean = (table: Table) => table.average.map((weight) => weight / Math.max(1, kept));
  return { cells: mean(cells), vectors: mean(vectors) };
}

/** An example of which some features are hidden and the others are stronger for it (Srivastava et al. 2014). */
function withoutSome(example: Example, dropout: number, random: Random): Example {
  const kept = [...example.cells.keys()].filter(() => !random.chance(dropout));
  return {
    ...example,
    cells: Int32Array.from(kept, (i) => example.cells[i]!),
    values: Float32Array.from(kept, (i) => example.values[i]! / (1 - dropout)),
  };
}

function learn(example: Example, cells: Table, vectors: Table, rate: number, decay: number): void {
  const sums = new Float64Array(K);
  for (const [i, cell] of example.cells.entries()) cells.addTo(sums, cell, example.values[i]!);
  for (const [i, value] of example.meaning.entries()) if (value !== 0) vectors.addTo(sums, i, value);
  const errors = errorsOf(sums, example.labels);
  for (const [i, cell] of example.cells.entries()) cells.step(errors, cell, example.values[i]!, rate, decay);
  for (const [i, value] of example.meaning.entries())
    if (value !== 0) vectors.step(errors, i, value, rate, decay);
}

function rounded(weights: Float32Array): { scale: number; bytes: Int8Array } {
  const scale = weights.reduce((largest, w) => Math.max(largest, Math.abs(w)), 1e-9) / 127;
  return { scale, bytes: Int8Array.from(weights, (w) => Math.round(w / scale)) };
}

/** Weights as signed bytes. */
export function quantised(fitted: Fitted, bits: number, shift: Float32Array): RelationModel {
  const cells = rounded(fitted.cells);
  const vectors = rounded(fitted.vectors);
  return {
    bits,
    temperature: 1,
    shift,
    scale: cells.scale,
    weights: cells.bytes,
    inputs: fitted.vectors.length / K,
    vectorScale: vectors.scale,
    vectorWeights: vectors.bytes,
  };
}
