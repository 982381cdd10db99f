/** The matrix of all heads over the encoder's output, and the products of the arc scorer. */
import { BUCKETS } from "../../lib/src/language/model/features.js";
import type { Batch, Context } from "./context.js";
import { matrixAt, transposed } from "./memory.js";

/** Rectifies the arc columns and drops some of their elements. */
function rectify(context: Context, rows: number): void {
  const { b, memory, columns, dropout } = context;
  const { f } = memory;
  for (let row = 0; row < rows; row++)
    for (let c = columns.arcDependent; c < columns.labelDependent; c++) {
      const i = row * columns.all + c;
      const factor = f[b.heads + i]! < 0 ? 0 : context.draw(dropout.head);
      f[b.maskHeads + i] = factor;
      f[b.heads + i]! *= factor;
    }
}

export function headsForward(context: Context, batch: Batch): void {
  const { b, memory, columns, parameters } = context;
  const { hidden, arc } = parameters.sizes;
  const { at } = parameters;
  const { all } = columns;
  const { rows } = batch;
  const weights = matrixAt(at.heads, all);
  const start = { bias: at.headsBias };
  memory.product(matrixAt(b.h2, 2 * hidden), weights, matrixAt(b.heads, all), rows, all, 2 * hidden, start);
  rectify(context, rows);
  const dependent = matrixAt(b.heads + columns.arcDependent, all);
  const biaffine = matrixAt(at.biaffine, arc);
  memory.product(dependent, biaffine, matrixAt(b.q, arc), rows, arc, arc, { bias: at.biaffineBias });
  memory.product(
    dependent,
    matrixAt(at.distance, BUCKETS),
    matrixAt(b.distance, BUCKETS),
    rows,
    BUCKETS,
    arc,
  );
}

/** Gradients of the arc scorer's products, from dq and dDistance. */
function arcsBackward({ b, memory, columns, parameters }: Context, { rows }: Batch): void {
  const { arc } = parameters.sizes;
  const { at, gradientAt } = parameters;
  const dependent = transposed(matrixAt(b.heads + columns.arcDependent, columns.all));
  const dDependent = matrixAt(b.dHeads + columns.arcDependent, columns.all);
  const [dq, dDistance] = [matrixAt(b.dq, arc), matrixAt(b.dDistance, BUCKETS)];
  const add = { add: true };
  memory.product(dq, transposed(matrixAt(at.biaffine, arc)), dDependent, rows, arc, arc, add);
  memory.product(dDistance, transposed(matrixAt(at.distance, BUCKETS)), dDependent, rows, arc, BUCKETS, add);
  memory.product(dependent, dq, matrixAt(gradientAt.biaffine, arc), arc, arc, rows, add);
  memory.product(dependent, dDistance, matrixAt(gradientAt.distance, BUCKETS), arc, BUCKETS, rows, add);
}

export function headsBackward(context: Context, batch: Batch): void {
  const { b, memory, columns, parameters } = context;
  const { hidden, arc } = parameters.sizes;
  const { at, gradientAt } = parameters;
  const { all } = columns;
  const { rows } = batch;
  const width = columns.labelDependent - columns.arcDependent;
  arcsBackward(context, batch);
  for (let row = 0; row < rows; row++) {
    const arcs = row * all + columns.arcDependent;
    memory.multiply(b.dHeads + arcs, b.maskHeads + arcs, width);
    memory.addTo(gradientAt.biaffineBias, b.dq + row * arc, arc);
    memory.addTo(gradientAt.headsBias, b.dHeads + row * all, all);
  }
  const dHeads = matrixAt(b.dHeads, all);
  const h2 = matrixAt(b.h2, 2 * hidden);
  const gradient = matrixAt(gradientAt.heads, all);
  memory.product(transposed(h2), dHeads, gradient, 2 * hidden, all, rows, { add: true });
  memory.product(
    dHeads,
    transposed(matrixAt(at.heads, all)),
    matrixAt(b.dh2, 2 * hidden),
    rows,
    2 * hidden,
    all,
  );
}
