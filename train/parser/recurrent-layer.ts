/** Both bidirectional layers of simple recurrent units over the sentences of a batch. */
import type { Batch, Context } from "./context.js";

/** Places of a layer; steps count floats from row to row, sides from one direction to the other. */
interface Layer {
  readonly u: number;
  readonly uStep: number;
  readonly uSide: number;
  readonly skip: number;
  readonly dSkip: number;
  readonly skipStep: number;
  readonly skipSide: number;
  readonly out: number;
  readonly dOut: number;
  readonly cells: number;
  readonly gates: number;
  readonly dGates: number;
}

/** The first layer has a highway input of its own beside its three parts, the second takes the first's output. */
function layerOf({ b, parameters }: Context, number: 1 | 2): Layer {
  const { hidden } = parameters.sizes;
  const { at, gradientAt } = parameters;
  if (number === 1)
    return {
      u: b.u1,
      uStep: 8 * hidden,
      uSide: 4 * hidden,
      skip: b.u1 + 3 * hidden,
      dSkip: b.u1 + 3 * hidden,
      skipStep: 8 * hidden,
      skipSide: 4 * hidden,
      out: b.h1,
      dOut: b.dh1,
      cells: b.cells1,
      gates: at.gates1,
      dGates: gradientAt.gates1,
    };
  return {
    u: b.u2,
    uStep: 6 * hidden,
    uSide: 3 * hidden,
    skip: b.h1,
    dSkip: b.dh1,
    skipStep: 2 * hidden,
    skipSide: hidden,
    out: b.h2,
    dOut: b.dh2,
    cells: b.cells2,
    gates: at.gates2,
    dGates: gradientAt.gates2,
  };
}

/** Visits every sentence in both directions: first row in the order of time, sign of time, place of the cells. */
function eachRun(
  batch: Batch,
  hidden: number,
  visit: (direction: number, start: number, size: number, cells: number) => void,
): void {
  batch.examples.forEach(({ size }, s) => {
    const start = batch.starts[s]!;
    for (const direction of [0, 1]) visit(direction, start, size, (2 * start + direction * size) * hidden);
  });
}

export function recur(context: Context, batch: Batch, number: 1 | 2): void {
  const { memory, parameters } = context;
  const { hidden } = parameters.sizes;
  const l = layerOf(context, number);
  eachRun(batch, hidden, (direction, start, size, cells) => {
    const sign = direction === 0 ? 1 : -1;
    const first = direction === 0 ? start : start + size - 1;
    const u = l.u + first * l.uStep + direction * l.uSide;
    const skip = l.skip + first * l.skipStep + direction * l.skipSide;
    const out = l.out + (2 * first + direction) * hidden;
    const gates = l.gates + direction * 4 * hidden;
    const steps = [sign * l.uStep, sign * l.skipStep, sign * 2 * hidden] as const;
    memory.sru(u, steps[0], skip, steps[1], out, steps[2], gates, l.cells + cells, size, hidden);
  });
}

/** Gradients of a layer: `u` becomes its own gradient, those of the highway go to `dSkip`. */
export function recurBackward(context: Context, batch: Batch, number: 1 | 2): void {
  const { memory, parameters } = context;
  const { hidden } = parameters.sizes;
  const l = layerOf(context, number);
  eachRun(batch, hidden, (direction, start, size, cells) => {
    const sign = direction === 0 ? -1 : 1;
    const last = direction === 0 ? start + size - 1 : start;
    const u = l.u + last * l.uStep + direction * l.uSide;
    const skip = last * l.skipStep + direction * l.skipSide;
    const out = l.dOut + (2 * last + direction) * hidden;
    const gate = direction * 4 * hidden;
    memory.sruBackward({
      u,
      uStep: sign * l.uStep,
      skip: l.skip + skip,
      skipStep: sign * l.skipStep,
      dOut: out,
      outStep: sign * 2 * hidden,
      dSkip: l.dSkip + skip,
      gates: l.gates + gate,
      dGates: l.dGates + gate,
      cells: l.cells + cells,
      steps: size,
      size: hidden,
    });
  });
}
