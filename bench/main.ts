import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { annotateTree } from "../lib/src/language/annotate.js";
import { lemmasOf, loadLanguageModel, parseText } from "../lib/src/language/pipeline.js";
import { tokenize } from "../lib/src/language/tokens/index.js";
import { loadKnowledge, type Reader, read } from "../lib/src/reading/index.js";
import { measure, type Stage, stageTable } from "./stage.js";

const DEFAULT_DATA = "../shared/data/raw/kremlin-en.jsonl.gz";
const PUBLISHED = "2015-06-01"; // resolves "on Thursday"; any day does
const WARM_UP = 20; // documents read before the clock starts
const DEFAULT_MODEL = "models/english.entente";

/** Texts of a (compressed) file with one JSON document a line: title, lead and text as paragraphs. */
function readTexts(path: string, limit: number): string[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .slice(0, limit)
    .map((line) => {
      const { title, lead, text } = JSON.parse(line) as Partial<Record<string, string>>;
      return [title, lead, text].filter(Boolean).join("\n\n");
    });
}

/** `npm run bench -- [--data FILE.jsonl[.gz]] [--model FILE] [--limit N]`: speed and memory of each stage. */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      model: { type: "string", default: DEFAULT_MODEL },
      limit: { type: "string", default: "200" },
    },
  });
  for (const path of [values.data, values.model])
    if (!existsSync(path)) {
      process.stderr.write(`bench: no file ${path}; name one with --data or --model\n`);
      process.exit(2);
    }
  const texts = readTexts(values.data, Number(values.limit));
  const model = loadLanguageModel(readFileSync(values.model));
  const reader: Reader = { language: model, knowledge: loadKnowledge() };
  for (const text of texts.slice(0, WARM_UP)) read(reader, { text, published: PUBLISHED });
  const words = texts.map((text) => tokenize(model.tokens, text));
  const count = words.reduce((sum, { size }) => sum + size, 0);
  const annotated = words.map((each) => annotateTree(model.tree, each));
  const stages: Stage[] = [
    measure("tokenize", count, texts, (text) => tokenize(model.tokens, text)),
    measure("tags, tree, names", count, words, (each) => annotateTree(model.tree, each)),
    measure("lemmas", count, annotated, (each) => lemmasOf(model.lemma, each)),
    measure("raw text to tree", count, texts, (text) => parseText(model, text)),
    measure("whole reading", count, texts, (text) => read(reader, { text, published: PUBLISHED })),
  ];
  process.stdout.write(`${values.data}: ${texts.length} documents, ${count} words\n${stageTable(stages)}`);
}

main();
