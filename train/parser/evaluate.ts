/** Scores of a packed model on the development sets, gold words: `npx tsx train/parser/evaluate.ts [PART] [DATA]`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { annotateTree } from "../../lib/src/language/annotate.js";
import { loadModel, type Model } from "../../lib/src/language/model/model.js";
import { NAME_KINDS, type Tokenized, UPOS } from "../../lib/src/language/types.js";
import { readCorpora } from "./corpora.js";
import type { Sentence } from "./sentence.js";

/** Sentences of gold words as a tokenized text. */
export function tokenized(sentences: readonly Sentence[]): Tokenized {
  const forms = sentences.flatMap((sentence) => sentence.forms);
  const from = new Uint32Array(forms.length);
  const to = new Uint32Array(forms.length);
  let at = 0;
  forms.forEach((form, i) => {
    from[i] = at;
    to[i] = at + form.length;
    at += form.length + 1;
  });
  const sentenceStart = new Uint32Array(sentences.length + 1);
  sentences.forEach((sentence, s) => {
    sentenceStart[s + 1] = sentenceStart[s]! + sentence.forms.length;
  });
  return {
    text: forms.join(" "),
    size: forms.length,
    from,
    to,
    glued: new Uint8Array(forms.length),
    sentenceStart,
  };
}

const percent = (part: number, all: number): string => ((100 * part) / all).toFixed(2);
const base = (deprel: string): string => deprel.split(":")[0]!;

function scoreTrees(name: string, model: Model, sentences: readonly Sentence[]): void {
  const words = tokenized(sentences);
  const found = annotateTree(model, words);
  const right = { upos: 0, xpos: 0, uas: 0, las: 0, full: 0 };
  let row = 0;
  for (const sentence of sentences) {
    const start = row;
    sentence.forms.forEach((_, i) => {
      if (UPOS[found.upos[row]!] === sentence.upos[i]) right.upos++;
      if (found.xposNames[found.xpos[row]!] === sentence.xpos[i]) right.xpos++;
      if (found.head[row]! === (sentence.head[i] === 0 ? -1 : start + sentence.head[i]! - 1)) {
        right.uas++;
        const deprel = found.deprelNames[found.deprel[row]!]!;
        if (base(deprel) === base(sentence.deprel[i]!)) right.las++;
        if (deprel === sentence.deprel[i]) right.full++;
      }
      row++;
    });
  }
  const scores = Object.entries(right).map(([key, n]) => `${key} ${percent(n, words.size)}`);
  process.stdout.write(`${name}: ${scores.join(" ")} (${words.size} words)\n`);
}

/** Spans "start-end" by kind out of BIOES classes. */
function goldSpans(sentences: readonly Sentence[]): Map<string, string> {
  const spans = new Map<string, string>();
  let row = 0;
  let start = 0;
  for (const sentence of sentences)
    for (const found of sentence.names) {
      const place = (found - 1) % 4;
      if (found > 0 && (place === 0 || place === 3)) start = row;
      if (found > 0 && place >= 2) spans.set(`${start}-${row + 1}`, NAME_KINDS[(found - 1) >> 2]!);
      row++;
    }
  return spans;
}

function scoreNames(name: string, model: Model, sentences: readonly Sentence[]): void {
  const found = annotateTree(model, tokenized(sentences)).names;
  const gold = goldSpans(sentences);
  const lines = ["person", "organisation", "place", "nationality", "other"].map((kind) => {
    const own = found.filter((span) => span.kind === kind);
    const right = own.filter((span) => gold.get(`${span.start}-${span.end}`) === kind).length;
    const all = [...gold.values()].filter((k) => k === kind).length;
    return { kind, right, own: own.length, all };
  });
  const f1 = (parts: typeof lines): string => {
    const sum = (key: "right" | "own" | "all"): number => parts.reduce((n, part) => n + part[key], 0);
    return percent(2 * sum("right"), sum("own") + sum("all"));
  };
  const each = lines.map((line) => `${line.kind} ${f1([line])}`);
  process.stdout.write(
    `${name}: person+organisation+place F1 ${f1(lines.slice(0, 3))} all ${f1(lines)} (${each.join(", ")})\n`,
  );
}

function measureSpeed(model: Model, sentences: readonly Sentence[]): void {
  const words = tokenized(sentences);
  annotateTree(model, words);
  let best = Infinity;
  for (let i = 0; i < 5; i++) {
    const begin = performance.now();
    annotateTree(model, words);
    best = Math.min(best, performance.now() - begin);
  }
  process.stdout.write(
    `${Math.round(words.size / best)} thousand words a second (best of 5, ${words.size} words)\n`,
  );
}

export function evaluate(path: string, data: string): void {
  const bytes = readFileSync(path);
  const begin = performance.now();
  const model = loadModel(bytes);
  process.stdout.write(
    `${path}: ${bytes.length} bytes, loaded in ${(performance.now() - begin).toFixed(0)} ms\n`,
  );
  const { ewtDev, gumDev, namesDev } = readCorpora(data);
  scoreTrees("EWT dev", model, ewtDev);
  scoreTrees("GUM dev", model, gumDev);
  scoreNames("CrossNER politics dev", model, namesDev);
  scoreNames("GUM dev", model, gumDev);
  measureSpeed(model, ewtDev);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  evaluate(
    process.argv[2] ?? file("../../work/parts/parser.bin"),
    process.argv[3] ?? file("../../../shared/data"),
  );
}
