/** Loss of the relations at the gold heads: a sum of the two words' vectors, rectified, then one matrix. */
import { type Batch, type Context, eachRow } from "./context.js";
import { softmaxLoss } from "./loss.js";
import { matrixAt, transposed } from "./memory.js";
import { padded } from "./parameters.js";

/** Float of the vector of a word's head among the head columns, from `base` on; the root has its own. */
function headVector(
  context: Context,
  batch: Batch,
  s: number,
  i: number,
  base: number,
  root: number,
): number {
  const head = batch.examples[s]!.head[i]!;
  if (head <= 0) return root;
  return base + (batch.starts[s]! + head - 1) * context.columns.all + context.columns.labelHead;
}

/** Hidden vectors z and their masks. */
function mix(context: Context, batch: Batch): void {
  const { b, memory, columns, dropout, parameters } = context;
  const { f } = memory;
  const { label } = parameters.sizes;
  eachRow(batch, (row, s, i) => {
    const own = b.heads + row * columns.all + columns.labelDependent;
    const head = headVector(context, batch, s, i, b.heads, parameters.at.labelRoot);
    for (let c = 0; c < label; c++) {
      const sum = f[own + c]! + f[head + c]!;
      const factor = sum <= 0 ? 0 : context.draw(dropout.head);
      f[b.maskZ + row * label + c] = factor;
      f[b.z + row * label + c] = sum * factor;
    }
  });
}

/** Hands the gradients of z to the label columns of the word and of its head. */
function unmix(context: Context, batch: Batch): void {
  const { b, memory, columns, parameters } = context;
  const { label } = parameters.sizes;
  memory.multiply(b.dz, b.maskZ, batch.rows * label);
  eachRow(batch, (row, s, i) => {
    if (batch.examples[s]!.head[i]! < 0) return;
    const root = parameters.gradientAt.labelRoot;
    memory.addTo(b.dHeads + row * columns.all + columns.labelDependent, b.dz + row * label, label);
    memory.addTo(headVector(context, batch, s, i, b.dHeads, root), b.dz + row * label, label);
  });
}

/** Sum of the losses of a batch; leaves gradients in the label columns of `dHeads`. */
export function labelLoss(context: Context, batch: Batch): number {
  const { b, memory, parameters } = context;
  const { f } = memory;
  const { sizes, at, gradientAt } = parameters;
  const { label } = sizes;
  const { rows } = batch;
  const width = padded(sizes.deprels);
  mix(context, batch);
  const z = matrixAt(b.z, label);
  const scores = matrixAt(b.labels, width);
  memory.product(z, matrixAt(at.labels, width), scores, rows, width, label, { bias: at.labelsBias });
  memory.zero(b.labels + rows * width, 4 * width);
  let loss = 0;
  eachRow(batch, (row, s, i) => {
    const from = b.labels + row * width;
    loss += softmaxLoss(f, from, from, sizes.deprels, batch.examples[s]!.deprel[i]!);
    f.fill(0, from + sizes.deprels, from + width);
    memory.addTo(gradientAt.labelsBias, from, width);
  });
  memory.product(scores, transposed(matrixAt(at.labels, width)), matrixAt(b.dz, label), rows, label, width);
  const gradient = matrixAt(gradientAt.labels, width);
  memory.product(transposed(z), scores, gradient, label, width, rows, { add: true });
  unmix(context, batch);
  return loss;
}
