/**
 * Trains the joint model: `npm run train -- parser [--epochs N] [--seed N] [--data FOLDER] [--resume]`.
 *
 * Two teachers learn from the corpora; together they annotate news text and what the corpora leave open; the
 * final model learns from all of it. Each run keeps a checkpoint an epoch in `work/`; `--resume`
 * goes on from there. The result is `work/parts/parser.bin`; `npm run train -- pack` puts it into the model file.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadModel, type Model } from "../../lib/src/language/model/model.js";
import { Random } from "../random.js";
import { type Corpora, readCorpora } from "./corpora.js";
import { readTogether } from "./ensemble.js";
import { headlines } from "./headlines.js";
import type { Sentence } from "./sentence.js";
import { completed, rawSentences } from "./silver.js";
import { type Run, train, WORK } from "./train.js";

/** Teachers: units of a recurrent layer in one direction, and epochs. */
const TEACHERS = [
  { name: "teacherA", hidden: 128, epochs: 14 },
  { name: "teacherB", hidden: 96, epochs: 8 },
];
/** Epochs of the final model, then of its last run; with the teachers this fits in an hour on one core. */
const EPOCHS = 12;
const LAST_EPOCHS = 8;
/** Much is left out in long runs, little in the last, which starts where the long one ended. */
const LONG = { rate: 2.5e-3, dropout: { word: 0.15, vector: 0.05, input: 0.1, layer: 0.2, head: 0.2 } };
const LAST = { rate: 1.5e-3, dropout: { word: 0.12, vector: 0.05, input: 0.05, layer: 0.1, head: 0.1 } };
/** Words of news text that the teachers annotate. */
const SILVER_WORDS = 800_000;
/** Units of a recurrent layer of the final model: what 60,000 words a second allow. */
const HIDDEN = 112;

interface Options {
  readonly epochs: number;
  readonly seed: number;
  readonly data: string;
  readonly resume: boolean;
}

const teacherPath = (name: string): string => join(WORK, `${name}.bin`);

function trainTeachers(corpora: Corpora, { seed, resume }: Options): Model[] {
  return TEACHERS.map((teacher, i) => {
    const run: Run = { ...teacher, ...LONG, seed: 10 * seed + i + 1, silverWords: 0, resume };
    const path = teacherPath(teacher.name);
    if (!(resume && existsSync(path))) train(run, corpora.train, [], path);
    return loadModel(readFileSync(path));
  });
}

interface Lessons {
  readonly gold: Sentence[];
  readonly silver: Sentence[];
}

/** Corpora with their gaps filled, and annotated news text. */
function teach(corpora: Corpora, options: Options): Lessons {
  const models = trainTeachers(corpora, options);
  process.stderr.write("the teachers annotate\n");
  const gold = completed(models, corpora.train);
  const silver = readTogether(models, rawSentences(options.data, SILVER_WORDS, options.seed));
  return { gold, silver: [...silver, ...headlines([...gold, ...silver], new Random(options.seed))] };
}

/** The same, kept in a file: a resumed run must see the same words. */
function lessons(options: Options): Lessons {
  const path = join(WORK, "lessons.json");
  if (!(options.resume && existsSync(path))) {
    const taught = teach(readCorpora(options.data), options);
    writeFileSync(
      path,
      JSON.stringify(taught, (_, value) => (value instanceof Int8Array ? [...value] : value)),
    );
  }
  const kept = JSON.parse(readFileSync(path, "utf8")) as Lessons;
  const revived = (sentences: readonly Sentence[]): Sentence[] =>
    sentences.map((sentence) => ({ ...sentence, names: Int8Array.from(sentence.names) }));
  return { gold: revived(kept.gold), silver: revived(kept.silver) };
}

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      epochs: { type: "string", default: String(EPOCHS) },
      seed: { type: "string", default: "1" },
      data: { type: "string", default: fileURLToPath(new URL("../../../shared/data", import.meta.url)) },
      resume: { type: "boolean", default: false },
    },
  });
  const { data, resume } = values;
  const options: Options = { epochs: Number(values.epochs), seed: Number(values.seed), data, resume };
  const { gold, silver } = lessons(options);
  const { epochs, seed } = options;
  const long: Run = { name: "long", seed, epochs, hidden: HIDDEN, silverWords: 300_000, resume, ...LONG };
  train(long, gold, silver, join(WORK, "long.bin"));
  const last: Run = {
    ...long,
    name: "last",
    start: "long",
    epochs: LAST_EPOCHS,
    silverWords: 100_000,
    ...LAST,
  };
  train(last, gold, silver, join(WORK, "parts/parser.bin"));
}
