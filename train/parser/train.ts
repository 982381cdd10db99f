/** The training loop: shuffled batches, Adam with a warm start and cosine decay, running mean of the weights. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packSections } from "../../lib/src/language/model/container.js";
import { BLOCK } from "../../lib/src/language/model/features.js";
import { Random } from "../random.js";
import { loadCheckpoint, readMean, saveCheckpoint } from "./checkpoint.js";
import { Context, type Dropout } from "./context.js";
import { exportSections } from "./export.js";
import { Memory } from "./memory.js";
import { type Losses, Network } from "./network.js";
import { Parameters, type Sizes } from "./parameters.js";
import type { Sentence } from "./sentence.js";
import { buildVocabulary, type Example, toExamples, type Vocabulary } from "./vocabulary.js";

/** One run of the training loop. */
export interface Run {
  /** Name of the checkpoint. */
  readonly name: string;
  readonly seed: number;
  readonly epochs: number;
  /** Units of a recurrent layer in one direction, a multiple of 8. */
  readonly hidden: number;
  readonly resume: boolean;
  /** Highest learning rate. */
  readonly rate: number;
  readonly dropout: Dropout;
  /** Words of text annotated by teachers in an epoch, beside all that is annotated by hand. */
  readonly silverWords: number;
  /** Name of a finished run of the same sizes whose weights this one starts from and is mixed with at the end. */
  readonly start?: string;
}

export const WORK = fileURLToPath(new URL("../../work/", import.meta.url));
/** Sizes and rates: the prototype recipe with larger layers; compared on EWT and GUM dev. */
const MODEL = { input: 96, arc: 96, label: 64 };
const WARM_STEPS = 200;
const BATCH_ROWS = 480;
/** Share of the newest weights in the running mean, every MEAN_EVERY steps: a memory of about 1,000 steps. */
const MEAN_SHARE = 0.01;
const MEAN_EVERY = 10;
/**
 * Share of the run that a run started from in the final weights (Wortsman et al. 2022); of 0, 0.2 and 0.4 the best
 * on EWT and GUM dev.
 */
const START_SHARE = 0.2;

const wordsOf = (examples: readonly Example[]): number =>
  examples.reduce((sum, example) => sum + example.size, 0);

/** Cuts examples into batches of about BATCH_ROWS words. */
function batchesOf(examples: readonly Example[]): Example[][] {
  const batches: Example[][] = [];
  let rows = Infinity;
  for (const example of examples) {
    if (rows + example.size > BATCH_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)!.push(example);
    rows += example.size;
  }
  return batches;
}

/** Next part of the silver examples for an epoch, round and round. */
function silverPart(silver: readonly Example[], epoch: number, words: number): Example[] {
  const each = Math.min(silver.length, Math.round((silver.length * words) / Math.max(1, wordsOf(silver))));
  return Array.from({ length: each }, (_, i) => silver[(epoch * each + i) % silver.length]!);
}

/** Learning rate after a share of the training, cosine to zero (Loshchilov & Hutter 2017). */
function rateAt(rate: number, step: number, share: number): number {
  return rate * Math.min(1, (step + 1) / WARM_STEPS) * 0.5 * (1 + Math.cos(Math.PI * share));
}

function progress(epoch: number, epochs: number, sums: Losses, seconds: number): void {
  const mean = (sum: number): string => (sum / sums.rows).toFixed(4);
  process.stderr.write(
    `epoch ${epoch + 1}/${epochs} tags ${mean(sums.tags)} arcs ${mean(sums.arcs)} labels ${mean(sums.labels)} ` +
      `names ${mean(sums.names)} ${seconds.toFixed(0)} s ${Math.round(sums.rows / seconds)} words/s\n`,
  );
}

class Trainer {
  private readonly random: Random;
  private readonly parameters: Parameters;
  private readonly network: Network;
  private readonly gold: Example[];
  private readonly silver: Example[];
  private readonly sizes: Sizes;
  private readonly vocabulary: Vocabulary;
  private step = 0;
  /** Words of all epochs, and those done: they drive the learning rate. */
  private readonly allWords: number;
  private doneWords = 0;

  constructor(
    private readonly run: Run,
    gold: readonly Sentence[],
    silver: readonly Sentence[],
  ) {
    const fits = (sentence: Sentence): boolean => sentence.forms.length < BLOCK;
    this.vocabulary = buildVocabulary(gold, silver);
    this.gold = toExamples(this.vocabulary, gold.filter(fits));
    this.silver = toExamples(this.vocabulary, silver.filter(fits));
    const { pairs, deprels, hashes } = this.vocabulary;
    this.sizes = {
      ...MODEL,
      hidden: run.hidden,
      pairs: pairs.length,
      deprels: deprels.length,
      words: hashes.length,
    };
    const memory = new Memory();
    this.random = new Random(run.seed);
    this.parameters = new Parameters(memory, this.sizes);
    this.parameters.initialise(this.random);
    this.network = new Network(
      new Context(memory, this.parameters, this.vocabulary, run.dropout, this.random),
    );
    this.allWords = 0;
    for (let epoch = 0; epoch < run.epochs; epoch++) this.allWords += wordsOf(this.examplesOf(epoch));
    process.stderr.write(
      `${run.name}: ${wordsOf(this.gold)} words by hand, ${wordsOf(this.silver)} by teachers, ${this.parameters.size} weights\n`,
    );
  }

  private examplesOf(epoch: number): Example[] {
    return [...this.gold, ...silverPart(this.silver, epoch, this.run.silverWords)];
  }

  /** Takes up a checkpoint; returns the next epoch. */
  resume(path: string): number {
    const { epoch, step } = loadCheckpoint(path, this.parameters, this.random);
    this.step = step;
    for (let e = 0; e < epoch; e++) this.doneWords += wordsOf(this.examplesOf(e));
    return epoch;
  }

  /** Takes over the weights of another run. */
  start(path: string): void {
    const { state } = this.random;
    loadCheckpoint(path, this.parameters, this.random);
    this.random.state = state;
  }

  epoch(epoch: number, checkpoint: string): void {
    const begin = performance.now();
    const sums: Losses = { rows: 0, tags: 0, arcs: 0, labels: 0, names: 0 };
    for (const batch of batchesOf(this.random.shuffle(this.examplesOf(epoch)))) {
      const losses = this.network.run(batch);
      for (const key of Object.keys(sums) as (keyof Losses)[]) sums[key] += losses[key];
      this.parameters.step(rateAt(this.run.rate, this.step, this.doneWords / this.allWords), 2 * losses.rows);
      if (this.step % MEAN_EVERY === 0)
        this.parameters.average(Math.max(MEAN_SHARE, 1 / (1 + this.step / MEAN_EVERY)));
      this.step++;
      this.doneWords += losses.rows;
    }
    progress(epoch, this.run.epochs, sums, (performance.now() - begin) / 1000);
    saveCheckpoint(checkpoint, { epoch: epoch + 1, step: this.step }, this.parameters, this.random);
  }

  /** Sections of the model file; `start` is the checkpoint whose mean weights are mixed in. */
  sections(start?: string): Map<string, Uint8Array> {
    const weights = this.parameters.mean();
    if (start === undefined) return exportSections(weights, this.sizes, this.vocabulary);
    const before = readMean(start, this.parameters);
    const mixed = weights.map((w, i) => w + START_SHARE * (before[i]! - w));
    return exportSections(mixed, this.sizes, this.vocabulary);
  }
}

/** Trains one network and writes its part of the model file to `output` when it is done. */
export function train(
  run: Run,
  gold: readonly Sentence[],
  silver: readonly Sentence[],
  output: string,
): void {
  const trainer = new Trainer(run, gold, silver);
  const checkpointOf = (name: string): string => join(WORK, `${name}-checkpoint.bin`);
  const checkpoint = checkpointOf(run.name);
  const isBegun = run.resume && existsSync(checkpoint);
  const start = run.start === undefined ? undefined : checkpointOf(run.start);
  if (start !== undefined && !isBegun) trainer.start(start);
  let epoch = isBegun ? trainer.resume(checkpoint) : 0;
  for (; epoch < run.epochs; epoch++) trainer.epoch(epoch, checkpoint);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.new`, packSections(trainer.sections(start)));
  renameSync(`${output}.new`, output);
}
