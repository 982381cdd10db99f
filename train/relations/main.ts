/**
 * `npm run train -- relations [--epochs N] [--rate N] [--decay N] [--dropout N] [--seed N]`: learns to choose between relations from
 * the labelled sentences of `eval/gold` (their training part) and the examples of the frames; writes
 * `work/parts/relations.bin`. Every fifth sentence is held apart: those whose number ends in 5 set the temperature,
 * those in 0 measure.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadLanguageModel, wordVectorSize } from "../../lib/src/language/index.js";
import { loadKnowledge } from "../../lib/src/reading/knowledge.js";
import type { Reader } from "../../lib/src/reading/read.js";
import {
  KINDS,
  PLACES,
  type RelationModel,
  saveRelationModel,
  softmax,
} from "../../lib/src/reading/relations/index.js";
import { Random } from "../random.js";
import { frameRelations, goldRelations, pairRelations } from "./corpora.js";
import { type Example, exampleOf } from "./examples.js";
import { fitScorer, quantised } from "./fit.js";

const MODEL = "models/english.entente";
const OUTPUT = "work/parts/relations.bin";
/** 2^15 cells of 16 bytes: half a megabyte. */
const BITS = 15;

function readerWithoutScorer(): Reader {
  const bytes = readFileSync(MODEL);
  const relations = {} as RelationModel; // not asked for while features are made
  return { language: loadLanguageModel(bytes), knowledge: loadKnowledge(), relations, confidence: {} };
}

function sumsOf(model: RelationModel, example: Example): Float64Array {
  const K = KINDS.length;
  const sums = Float64Array.from(model.shift);
  for (const [i, cell] of example.cells.entries())
    for (let k = 0; k < K; k++) sums[k]! += model.weights[cell * K + k]! * example.values[i]! * model.scale;
  for (const [i, value] of example.meaning.entries())
    for (let k = 0; k < K; k++) sums[k]! += model.vectorWeights[i * K + k]! * value * model.vectorScale;
  return sums;
}

function lossAt(sums: readonly Float64Array[], examples: readonly Example[], temperature: number): number {
  return sums.reduce((loss, sum, i) => {
    const shares = softmax(sum, temperature);
    return loss - Math.log(examples[i]!.labels.reduce((share, k) => share + shares[k]!, 1e-9));
  }, 0);
}

/** The temperature with the least loss, in steps of 0.05. */
function temperatureOf(model: RelationModel, examples: readonly Example[]): number {
  const sums = examples.map((example) => sumsOf(model, example));
  const steps = Array.from({ length: 80 }, (_, i) => 0.5 + i * 0.05);
  return steps.reduce((best, t) => (lossAt(sums, examples, t) < lossAt(sums, examples, best) ? t : best));
}

function accuracyOf(model: RelationModel, examples: readonly Example[]): string {
  const right = examples.filter((example) => {
    const sums = sumsOf(model, example);
    return example.labels.includes(sums.indexOf(Math.max(...sums)));
  }).length;
  return `${right} of ${examples.length} = ${((100 * right) / examples.length).toFixed(1)} %`;
}

/** Tables of sentences whose kinds stand in the proportions of news; in all others they were written in equal numbers. */
const AS_IN_NEWS = /^(?!contrast)[a-z]+-q-/u;

/** Log ratio of the share of each kind in news to that in the sentences that train (Saerens et al. 2002). */
function shiftOf(training: readonly Example[]): Float32Array {
  const count = (list: readonly Example[]) =>
    KINDS.map((_, k) => 1 + list.filter(({ labels }) => labels[0] === k).length);
  const news = count(training.filter(({ id }) => AS_IN_NEWS.test(id)));
  const all = count(training);
  const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return Float32Array.from(KINDS, (_, k) => Math.log(news[k]! / total(news) / (all[k]! / total(all))));
}

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      epochs: { type: "string", default: "20" },
      rate: { type: "string", default: "0.04" },
      decay: { type: "string", default: "0.001" },
      dropout: { type: "string", default: "0.5" },
      seed: { type: "string", default: "1" },
    },
  });
  const reader = readerWithoutScorer();
  const examplesOf = (list: readonly Parameters<typeof exampleOf>[1][]) =>
    list.map((relation) => exampleOf(reader, relation, BITS));
  const marked = [...frameRelations(reader), ...goldRelations("train"), ...pairRelations("train")];
  const training = examplesOf(marked);
  const held = examplesOf([...goldRelations("held"), ...pairRelations("held")]);
  const settings = {
    bits: BITS,
    epochs: +values.epochs,
    rate: +values.rate,
    decay: +values.decay,
    dropout: +values.dropout,
  };
  const inputs = PLACES * wordVectorSize(reader.language);
  const fitted = fitScorer(training, inputs, settings, new Random(+values.seed));
  const calibrating = held.filter(({ id }) => id.endsWith("5"));
  const measuring = held.filter(({ id }) => id.endsWith("0"));
  const model = quantised(fitted, BITS, shiftOf(training));
  const temperature = temperatureOf(model, calibrating);
  mkdirSync("work/parts", { recursive: true });
  writeFileSync(OUTPUT, saveRelationModel({ ...model, temperature }));
  process.stdout.write(`${training.length} sentences learned, temperature ${temperature.toFixed(2)}\n`);
  process.stdout.write(`right on those learned: ${accuracyOf(model, training)}\n`);
  process.stdout.write(`right on those held apart: ${accuracyOf(model, measuring)}\n`);
}
