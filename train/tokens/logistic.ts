import type { LinearModel } from "../../lib/src/language/tokens/linear.js";
import type { Random } from "../random.js";

/** Decisions with their features, packed: the cells of example k are `cells[start[k] ... start[k + 1]]`. */
export class Examples {
  private cells = new Int32Array(1 << 20);
  private used = 0;
  readonly start: number[] = [0];
  readonly label: number[] = [];

  push(cell: Int32Array, size: number, yes: boolean): void {
    if (this.used + size > this.cells.length) {
      const larger = new Int32Array(this.cells.length * 2);
      larger.set(this.cells);
      this.cells = larger;
    }
    this.cells.set(cell.subarray(0, size), this.used);
    this.used += size;
    this.start.push(this.used);
    this.label.push(yes ? 1 : 0);
  }

  get size(): number {
    return this.label.length;
  }

  cellsUsed(): Int32Array {
    return this.cells.subarray(0, this.used);
  }
}

export interface Settings {
  readonly bits: number;
  readonly epochs: number;
  /** AdaGrad step. */
  readonly rate: number;
  /** Pull to zero per step and active weight. */
  readonly decay: number;
  /** Cells that occur less often stay zero. */
  readonly least: number;
}

function keptCells(examples: Examples, settings: Settings): Uint8Array {
  const counts = new Uint32Array(2 ** settings.bits);
  for (const cell of examples.cellsUsed()) counts[cell]!++;
  return Uint8Array.from(counts, (count) => (count >= settings.least ? 1 : 0));
}

/** Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), weights averaged over the last half of the epochs. */
export function fitLogistic(examples: Examples, settings: Settings, random: Random): Float32Array {
  const kept = keptCells(examples, settings);
  const cells = examples.cellsUsed();
  const weights = new Float32Array(kept.length);
  const squares = new Float32Array(kept.length).fill(0.1);
  const average = new Float32Array(kept.length);
  const order = Int32Array.from({ length: examples.size }, (_, k) => k);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    random.shuffle(order);
    const rate = settings.rate * (1 - epoch / settings.epochs);
    for (const k of order) {
      const start = examples.start[k]!;
      const end = examples.start[k + 1]!;
      let sum = 0;
      for (let i = start; i < end; i++) sum += weights[cells[i]!]!;
      const error = 1 / (1 + Math.exp(-sum)) - examples.label[k]!;
      for (let i = start; i < end; i++) {
        const cell = cells[i]!;
        if (kept[cell] === 0) continue;
        const gradient = error + settings.decay * weights[cell]!;
        squares[cell]! += gradient * gradient;
        weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!);
      }
    }
    if (epoch * 2 >= settings.epochs) for (let i = 0; i < weights.length; i++) average[i]! += weights[i]!;
  }
  return average;
}

/** Weights as signed bytes; the largest in size becomes 127. */
export function quantise(weights: Float32Array, bits: number): LinearModel {
  let largest = 1e-9;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  return { bits, scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) };
}
