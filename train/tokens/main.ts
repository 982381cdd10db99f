import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type ConlluSentence, readSentences } from "../../lib/src/language/conllu.js";
import { plainForm } from "../../lib/src/language/tokens/contractions.js";
import { featuresFor } from "../../lib/src/language/tokens/linear.js";
import { saveTokenModel, tokenModelOf } from "../../lib/src/language/tokens/model.js";
import { Random } from "../random.js";
import { boundaryExamples, contractionExamples, sentenceExamples } from "./examples.js";
import { drawLayout, PLAIN, setDocument } from "./layout.js";
import { Examples, fitLogistic, quantise, type Settings } from "./logistic.js";
import { asNews } from "./news.js";

/** Chosen on EWT and GUM dev by `npm run eval -- --task parse`. */
const BOUNDARIES: Settings = { bits: 17, epochs: 10, rate: 0.2, decay: 1e-6, least: 2 };
const CONTRACTIONS: Settings = { bits: 14, epochs: 10, rate: 0.2, decay: 1e-6, least: 2 };
const SENTENCES: Settings = { bits: 19, epochs: 8, rate: 0.1, decay: 1e-6, least: 3 };
/** Plain settings and drawn settings of every document. */
const PLAIN_COPIES = 4;
const DRAWN_COPIES = 6;
const SEED = 1;
const TREEBANKS = ["../shared/data/parse/ewt/train.conllu", "../shared/data/parse/gum/train.conllu"];
const OUTPUT = "work/parts/tokens.bin";

function documentsOf(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const documents: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.startsDocument || documents.length === 0) documents.push([]);
    documents.at(-1)!.push(sentence);
  }
  return documents;
}

/** Forms without a clitic that are two words more than once and at least one time in ten, with their cut. */
function splitFormsOf(sentences: readonly ConlluSentence[]): Map<string, number> {
  const seen = new Map<string, { whole: number; cuts: Map<number, number> }>();
  for (const token of sentences.flatMap((sentence) => sentence.tokens)) {
    const form = plainForm(token.form, 0, token.form.length);
    if (!/^[a-z]+$/.test(form)) continue;
    const entry = seen.get(form) ?? { whole: 0, cuts: new Map<number, number>() };
    seen.set(form, entry);
    const cut = token.words[0]!.form.length;
    if (token.words.length === 2) entry.cuts.set(cut, (entry.cuts.get(cut) ?? 0) + 1);
    else entry.whole++;
  }
  const forms = new Map<string, number>();
  for (const [form, { whole, cuts }] of seen) {
    const best = [...cuts].sort((a, b) => b[1] - a[1])[0];
    if (best && best[1] >= 2 && best[1] * 10 >= whole) forms.set(form, best[0]);
  }
  return forms;
}

function learn(name: string, examples: Examples, settings: Settings, random: Random) {
  const started = Date.now();
  const model = quantise(fitLogistic(examples, settings, random), settings.bits);
  const used = model.weights.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stderr.write(`tokens: ${name}: ${examples.size} decisions, ${used} weights, ${seconds} s\n`);
  return model;
}

/** Trains the three stages of the tokenizer: `npm run train -- tokens [treebank.conllu ...]`. */
export function main(args: readonly string[]): void {
  const treebanks = args.length > 0 ? args : TREEBANKS;
  const sentences = treebanks.flatMap((path) => readSentences(readFileSync(path, "utf8")));
  const forms = splitFormsOf(sentences);
  const random = new Random(SEED);
  const stages = [new Examples(), new Examples(), new Examples()] as const;
  const boundary = featuresFor(BOUNDARIES.bits);
  const contraction = featuresFor(CONTRACTIONS.bits);
  const sentence = featuresFor(SENTENCES.bits);
  for (const document of documentsOf(sentences))
    for (let copy = 0; copy < PLAIN_COPIES + DRAWN_COPIES; copy++) {
      const isPlain = copy < PLAIN_COPIES;
      const set = isPlain
        ? setDocument(document, PLAIN, random)
        : setDocument(asNews(document, random), drawLayout(random), random);
      const surface = boundaryExamples(set, boundary, stages[0]);
      contractionExamples(surface, set, forms, contraction, stages[1]);
      sentenceExamples(surface, set, sentence, stages[2]);
    }
  const models = [
    learn("boundaries", stages[0], BOUNDARIES, random),
    learn("contractions", stages[1], CONTRACTIONS, random),
    learn("sentences", stages[2], SENTENCES, random),
  ];
  const bytes = saveTokenModel(tokenModelOf(models, forms));
  mkdirSync("work/parts", { recursive: true });
  writeFileSync(OUTPUT, bytes);
  process.stderr.write(`tokens: ${forms.size} split forms, ${bytes.length} bytes in ${OUTPUT}\n`);
}
