/** The training loop: shuffled batches, Adam with a warm start and cosine decay, running mean of the weights. */
import { mkdirSync, readFileSync, renameSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packSections } from "../../lib/src/language/model/container.js";
import { readCorpora } from "./corpora.js";
import { exportSections } from "./export.js";
import { Memory } from "./memory.js";
import { type Losses, MAX_ROWS, Network } from "./network.js";
import { Parameters, type Sizes } from "./parameters.js";
import { Random } from "./random.js";
import { buildVocabulary, type Example, toExamples } from "./vocabulary.js";

export interface Settings {
  readonly epochs: number;
  readonly seed: number;
  readonly data: string;
  /** Name of the part and the checkpoint. */
  readonly name: string;
  readonly resume: boolean;
}

const WORK = fileURLToPath(new URL("../../work/", import.meta.url));
/** Sizes and rates: the prototype recipe (H = 64) one size up; chosen on EWT and GUM dev. */
const MODEL = { input: 96, hidden: 128, arc: 96, label: 64 };
const DROPOUT = { word: 0.15, vector: 0.05, input: 0.1, layer: 0.2, head: 0.2 };
const RATE = 2.5e-3;
const WARM_STEPS = 200;
const BATCH_ROWS = 480;
/** Share of the newest weights in the running mean, every MEAN_EVERY steps: a memory of about 1,000 steps. */
const MEAN_SHARE = 0.01;
const MEAN_EVERY = 10;

/** Cuts shuffled examples into batches of about BATCH_ROWS words. */
function batchesOf(examples: readonly Example[], random: Random): Example[][] {
  const batches: Example[][] = [];
  let rows = Infinity;
  for (const example of random.shuffle([...examples])) {
    if (rows + example.size > BATCH_ROWS) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)!.push(example);
    rows += example.size;
  }
  return batches;
}

function rateAt(step: number, steps: number): number {
  if (step < WARM_STEPS) return (RATE * (step + 1)) / WARM_STEPS;
  return RATE * 0.5 * (1 + Math.cos((Math.PI * (step - WARM_STEPS)) / (steps - WARM_STEPS)));
}

function saveCheckpoint(path: string, epoch: number, step: number, parameters: Parameters, random: Random): void {
  const { steps, blocks } = parameters.save();
  const head = Int32Array.of(epoch, step, steps, random.state);
  const bytes = Buffer.concat([head, ...blocks].map((block) => Buffer.from(block.buffer, block.byteOffset, block.byteLength)));
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
}

function loadCheckpoint(path: string, parameters: Parameters, random: Random): { epoch: number; step: number } {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [epoch, step, steps, state] = new Int32Array(buffer, 0, 4);
  parameters.restore(steps!, new Float32Array(buffer, 16));
  random.state = state!;
  return { epoch: epoch!, step: step! };
}

function progress(epoch: number, epochs: number, sums: Losses, seconds: number): void {
  const mean = (sum: number): string => (sum / sums.rows).toFixed(4);
  process.stderr.write(
    `epoch ${epoch + 1}/${epochs} tags ${mean(sums.tags)} arcs ${mean(sums.arcs)} labels ${mean(sums.labels)} ` +
      `names ${mean(sums.names)} ${seconds.toFixed(0)} s ${Math.round(sums.rows / seconds)} words/s\n`,
  );
}

export function train(settings: Settings): void {
  const corpora = readCorpora(settings.data);
  const vocabulary = buildVocabulary(corpora.train);
  const examples = toExamples(vocabulary, corpora.train).filter((example) => example.size <= 250);
  const sizes: Sizes = {
    ...MODEL,
    pairs: vocabulary.pairs.length,
    deprels: vocabulary.deprels.length,
    words: vocabulary.hashes.length,
  };
  const memory = new Memory();
  const random = new Random(settings.seed);
  const parameters = new Parameters(memory, sizes);
  parameters.initialise(random);
  const network = new Network(memory, parameters, vocabulary, DROPOUT, random);
  const words = examples.reduce((sum, example) => sum + example.size, 0);
  process.stderr.write(`${examples.length} sentences, ${words} words, ${parameters.size} weights\n`);
  const steps = Math.ceil(words / BATCH_ROWS) * 1.02 * settings.epochs;
  const checkpoint = join(WORK, `${settings.name}-checkpoint.bin`);
  let { epoch, step } = { epoch: 0, step: 0 };
  if (settings.resume && existsSync(checkpoint)) ({ epoch, step } = loadCheckpoint(checkpoint, parameters, random));
  for (; epoch < settings.epochs; epoch++) {
    const begin = performance.now();
    const sums: Losses = { rows: 0, tags: 0, arcs: 0, labels: 0, names: 0 };
    for (const batch of batchesOf(examples, random)) {
      if (batch.reduce((sum, example) => sum + example.size, 0) > MAX_ROWS) throw new RangeError("batch too large");
      const losses = network.run(batch);
      for (const key of Object.keys(sums) as (keyof Losses)[]) sums[key] += losses[key];
      parameters.step(rateAt(Math.min(step, steps), steps), 2 * losses.rows);
      if (step % MEAN_EVERY === 0) parameters.average(Math.max(MEAN_SHARE, 1 / (1 + step / MEAN_EVERY)));
      step++;
    }
    progress(epoch, settings.epochs, sums, (performance.now() - begin) / 1000);
    saveCheckpoint(checkpoint, epoch + 1, step, parameters, random);
    const sections = exportSections(parameters.mean(), sizes, vocabulary);
    mkdirSync(join(WORK, "parts"), { recursive: true });
    writeFileSync(join(WORK, settings.name === "parser" ? "parts/parser.bin" : `${settings.name}.bin`), packSections(sections));
  }
}
