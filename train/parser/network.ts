/**
 * The joint network and its gradients. Input: sums of word and affix vectors in a window of three words; two
 * bidirectional layers of simple recurrent units (Lei et al. 2018); one matrix to all heads: tags, names, and
 * the deep biaffine arc scorer (Dozat & Manning 2017) with a term for the signed distance, and labels.
 */
import { BUCKETS } from "../../lib/src/language/model/features.js";
import { NAME_CLASSES } from "../../lib/src/language/model/names.js";
import { ArcLoss } from "./arcs.js";
import { type Batch, type Context, eachRow, toBatch } from "./context.js";
import { headsBackward, headsForward } from "./heads.js";
import { InputLayer } from "./input-layer.js";
import { labelLoss } from "./label-loss.js";
import { softmaxLoss } from "./loss.js";
import { matrixAt, transposed } from "./memory.js";
import { recur, recurBackward } from "./recurrent-layer.js";
import type { Example } from "./vocabulary.js";

/** Sums of the losses over a number of rows. */
export interface Losses {
  rows: number;
  tags: number;
  arcs: number;
  labels: number;
  names: number;
}

export class Network {
  private readonly input: InputLayer;
  private readonly arcs: ArcLoss;

  constructor(private readonly context: Context) {
    this.input = new InputLayer(context);
    this.arcs = new ArcLoss(context.memory, context.parameters.sizes);
  }

  /** Gradients of one batch, added to those of the parameters; returns sums of the losses. */
  run(examples: readonly Example[]): Losses {
    const batch = toBatch(examples);
    this.input.forward(batch);
    this.encode(batch);
    headsForward(this.context, batch);
    const losses = this.losses(batch);
    headsBackward(this.context, batch);
    this.encodeBackward(batch);
    this.input.backward(batch);
    return losses;
  }

  private encode(batch: Batch): void {
    const { context } = this;
    const { b, memory, parameters, dropout } = context;
    const { input, hidden } = parameters.sizes;
    const { at } = parameters;
    const [u1, u2] = [8 * hidden, 6 * hidden];
    const window = matrixAt(b.window, 3 * input);
    memory.product(window, matrixAt(at.layer1, u1), matrixAt(b.u1, u1), batch.rows, u1, 3 * input);
    recur(context, batch, 1);
    context.maskSentences(batch, b.mask1, b.h1, 2 * hidden, dropout.layer);
    const h1 = matrixAt(b.h1, 2 * hidden);
    memory.product(h1, matrixAt(at.layer2, u2), matrixAt(b.u2, u2), batch.rows, u2, 2 * hidden);
    recur(context, batch, 2);
    context.maskSentences(batch, b.mask2, b.h2, 2 * hidden, dropout.layer);
  }

  private encodeBackward(batch: Batch): void {
    const { context } = this;
    const { b, memory, parameters } = context;
    const { input, hidden } = parameters.sizes;
    const { at, gradientAt } = parameters;
    const { rows } = batch;
    const [u1, u2] = [8 * hidden, 6 * hidden];
    const add = { add: true };
    memory.multiply(b.dh2, b.mask2, rows * 2 * hidden);
    recurBackward(context, batch, 2);
    const du2 = matrixAt(b.u2, u2);
    const h1 = transposed(matrixAt(b.h1, 2 * hidden));
    memory.product(h1, du2, matrixAt(gradientAt.layer2, u2), 2 * hidden, u2, rows, add);
    const back2 = transposed(matrixAt(at.layer2, u2));
    memory.product(du2, back2, matrixAt(b.dh1, 2 * hidden), rows, 2 * hidden, u2, add);
    memory.multiply(b.dh1, b.mask1, rows * 2 * hidden);
    recurBackward(context, batch, 1);
    const du1 = matrixAt(b.u1, u1);
    const window = transposed(matrixAt(b.window, 3 * input));
    memory.product(window, du1, matrixAt(gradientAt.layer1, u1), 3 * input, u1, rows, add);
    const back1 = transposed(matrixAt(at.layer1, u1));
    memory.product(du1, back1, matrixAt(b.dWindow, 3 * input), rows, 3 * input, u1);
  }

  private losses(batch: Batch): Losses {
    const { context } = this;
    const { b, memory, columns, parameters } = context;
    const { sizes, at, gradientAt } = parameters;
    const { rows } = batch;
    memory.zero(b.dHeads, (rows + 4) * columns.all);
    memory.zero(b.dq, (rows + 4) * sizes.arc);
    memory.zero(b.dDistance, (rows + 4) * BUCKETS);
    const losses: Losses = { rows, tags: 0, arcs: 0, labels: labelLoss(context, batch), names: 0 };
    const loss = (place: number, size: number, gold: number): number =>
      softmaxLoss(memory.f, b.heads + place, b.dHeads + place, size, gold);
    eachRow(batch, (row, s, i) => {
      const example = batch.examples[s]!;
      losses.tags += loss(row * columns.all, sizes.pairs, example.pair[i]!);
      losses.names += loss(row * columns.all + columns.names, NAME_CLASSES, example.names[i]!);
    });
    batch.examples.forEach((example, s) => {
      if (!example.hasTree) return;
      losses.arcs += this.arcs.run(example, batch.starts[s]!, b, columns, at.arcRoot, gradientAt.arcRoot);
    });
    return losses;
  }
}
