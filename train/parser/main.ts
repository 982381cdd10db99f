/**
 * Trains the joint model: `npm run train -- parser [--epochs N] [--seed N] [--data FOLDER] [--resume]`.
 *
 * Two teachers learn from the corpora; together they annotate news text and what the corpora leave open; the
 * final model learns from all of it. Each run keeps a checkpoint an epoch in `work/`; `--resume`
 * goes on from there. The result is `work/parts/parser.bin`; `npm run train -- pack` puts it into the model file.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadModel, type Model } from "../../lib/src/language/model/model.js";
import { type Corpora, readCorpora } from "./corpora.js";
import { readTogether } from "./ensemble.js";
import { headlines } from "./headlines.js";
import { Random } from "./random.js";
import type { Sentence } from "./sentence.js";
import { completed, rawSentences } from "./silver.js";
import { type Run, train, WORK } from "./train.js";

/** Teachers: units of a recurrent layer in one direction, and epochs. */
const TEACHERS = [
  { name: "teacherA", hidden: 128, epochs: 14 },
  { name: "teacherB", hidden: 96, epochs: 8 },
];
/** Epochs of the final model: with the teachers this fills an hour on one core. */
const EPOCHS = 12;
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
    const run: Run = { ...teacher, seed: 10 * seed + i + 1, resume };
    const path = teacherPath(teacher.name);
    if (!(resume && existsSync(path))) train(run, corpora.train, [], path);
    return loadModel(readFileSync(path));
  });
}

/** Corpora with their gaps filled, and annotated news text. */
function teach(corpora: Corpora, options: Options): { gold: Sentence[]; silver: Sentence[] } {
  const models = trainTeachers(corpora, options);
  process.stderr.write("the teachers annotate\n");
  const gold = completed(models, corpora.train);
  const silver = readTogether(models, rawSentences(options.data, SILVER_WORDS, options.seed));
  return { gold, silver: [...silver, ...headlines([...gold, ...silver], new Random(options.seed))] };
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
  const { gold, silver } = teach(readCorpora(data), options);
  const run: Run = { name: "parser", seed: options.seed, epochs: options.epochs, hidden: HIDDEN, resume };
  train(run, gold, silver, join(WORK, "parts/parser.bin"));
}
