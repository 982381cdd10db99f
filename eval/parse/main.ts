import { annotateTree } from "../../lib/src/language/annotate.js";
import { readConllu, type Treebank } from "../../lib/src/language/conllu.js";
import {
  type LanguageModel,
  lemmasOf,
  loadLanguageModel,
  parseText,
} from "../../lib/src/language/pipeline.js";
import type { Parsed } from "../../lib/src/language/types.js";
import { readNamedFile, readOptions } from "../arguments.js";
import { scoreTable } from "../table.js";
import { scoreText } from "./score.js";

const DEFAULT_DATA = "../shared/data/parse/ewt/dev.conllu";

/** Tags, trees and lemmas over the gold sentences and words. */
function parseGoldTokens(model: LanguageModel, gold: Treebank): Parsed {
  const annotated = annotateTree(model.tree, gold);
  return { ...annotated, lemma: lemmasOf(model.lemma, annotated) };
}

/** Parses twice, so that the speed is that of a program that has read something before. */
function timed(parse: () => Parsed): { found: Parsed; wordsPerSecond: number } {
  parse();
  const start = performance.now();
  const found = parse();
  return { found, wordsPerSecond: (1000 * found.size) / (performance.now() - start) };
}

/** `npm run eval -- --task parse [--data FILE.conllu] [--gold-tokens] [--model FILE]` */
export function main(args: string[]): void {
  const options = readOptions(args, DEFAULT_DATA);
  const gold = readConllu(readNamedFile(options.data, "--data").toString("utf8"));
  const model = loadLanguageModel(readNamedFile(options.model, "--model"));
  const { found, wordsPerSecond } = timed(() =>
    options.goldTokens ? parseGoldTokens(model, gold) : parseText(model, gold.text),
  );
  const input = options.goldTokens ? "gold tokens" : "raw text";
  process.stdout.write(`${options.data}, from ${input}, in percent\n`);
  process.stdout.write(scoreTable(scoreText(gold, found)));
  process.stdout.write(`${Math.round(wordsPerSecond).toLocaleString("en")} words per second\n`);
}
