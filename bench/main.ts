import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { annotateTree } from "../lib/src/language/annotate.js";
import { lemmasOf, loadLanguageModel, parseText } from "../lib/src/language/pipeline.js";
import { tokenize } from "../lib/src/language/tokens/index.js";
import { findMentions } from "../lib/src/reading/entities/index.js";
import { codeActs, type Scene } from "../lib/src/reading/events/index.js";
import { createReader, read } from "../lib/src/reading/index.js";
import { growTree } from "../lib/src/reading/tree.js";
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
  const reader = createReader(readFileSync(values.model));
  for (const text of texts.slice(0, WARM_UP)) read(reader, { text, published: PUBLISHED });
  const same = (text: string) => text;
  const cut = (text: string) => tokenize(model.tokens, text);
  const sceneOf = (text: string): Scene => {
    const tree = growTree(parseText(model, text));
    const { actors, acts } = reader.knowledge;
    return { tree, mentions: findMentions(tree, actors, PUBLISHED), acts };
  };
  const count = texts.reduce((sum, text) => sum + cut(text).size, 0);
  const stages: Stage[] = [
    measure("tokenize", count, texts, same, cut),
    measure("tags, tree, names", count, texts, cut, (words) => annotateTree(model.tree, words)),
    measure(
      "lemmas",
      count,
      texts,
      (text) => annotateTree(model.tree, cut(text)),
      (words) => lemmasOf(model.lemma, words),
    ),
    measure("raw text to tree", count, texts, same, (text) => parseText(model, text)),
    measure("coder alone", count, texts, sceneOf, codeActs),
    measure("whole reading", count, texts, same, (text) => read(reader, { text, published: PUBLISHED })),
  ];
  const sentences = texts.reduce((sum, text) => sum + cut(text).sentenceStart.length - 1, 0);
  const size = `${texts.length} documents, ${count} words, ${sentences} sentences`;
  process.stdout.write(`${values.data}: ${size}\n${stageTable(stages)}`);
}

main();
