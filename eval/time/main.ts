/**
 * Time expressions against TempEval-3 (TBAQ-cleaned): `npm run eval -- --task time --data FOLDER`.
 * Relaxed: any overlap counts; strict: the same characters; value and type: overlap and the same attribute.
 * Below it, the times of coded events (documents/gold.jsonl). `--errors` prints what was missed, invented or given another value.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadLanguageModel, parseText } from "../../lib/src/language/index.js";
import { findTimes, readTimeTables } from "../../lib/src/reading/time/index.js";
import { growTree } from "../../lib/src/reading/tree.js";
import type { TimeExpression, Tree } from "../../lib/src/reading/types.js";
import { DEFAULT_MODEL, readNamedFile } from "../arguments.js";
import { measureAnchors } from "./anchors.js";
import { type GoldTime, readTimeDocuments, type TimeDocument } from "./timeml.js";

interface Counts {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  value: number;
  type: number;
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

function f1(hits: number, counts: Counts): string {
  const precision = hits / (counts.found || 1);
  const recall = hits / (counts.gold || 1);
  const f = (2 * precision * recall) / (precision + recall || 1);
  return `P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f.toFixed(3)}`;
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a.from < b.to && b.from < a.to;
}

function around(text: string, span: { from: number; to: number }): string {
  const before = text.slice(Math.max(0, span.from - 50), span.from);
  return `${before}[${text.slice(span.from, span.to)}]${text.slice(span.to, span.to + 30)}`.replace(
    /\s+/g,
    " ",
  );
}

type Report = (kind: string, text: string) => void;

/** Gold and found expressions are paired in text order, each once. */
function score(
  document: TimeDocument,
  found: readonly TimeExpression[],
  counts: Counts,
  report: Report,
): void {
  const free = new Set<GoldTime>(document.times);
  counts.gold += document.times.length;
  counts.found += found.length;
  for (const one of found) {
    const gold = [...free].find((time) => overlap(time, one));
    if (!gold) {
      report("invented", `${one.type} ${one.value} ${around(document.text, one)}`);
      continue;
    }
    free.delete(gold);
    counts.relaxed++;
    if (gold.from === one.from && gold.to === one.to) counts.strict++;
    else report("span", `${document.text.slice(gold.from, gold.to)} | ${around(document.text, one)}`);
    if (gold.type === one.type) counts.type++;
    if (gold.value === one.value) counts.value++;
    else
      report("value", `${gold.value} not ${one.value} (${document.published}) ${around(document.text, one)}`);
  }
  for (const time of free) report("missed", `${time.type} ${time.value} ${around(document.text, time)}`);
}

function parserOf(path: string): (text: string) => Tree {
  const model = loadLanguageModel(readNamedFile(path, "--model"));
  return (text) => growTree(parseText(model, text));
}

function lexicon(name: string): string {
  const path = new URL(`../../lexicon/${name}`, import.meta.url);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Runs the task. */
export async function main(args: string[]): Promise<void> {
  const data = option(args, "--data") ?? "../shared/data";
  const folder = [join(data, "time/TBAQ-cleaned"), join(data, "TBAQ-cleaned"), data].find((one) =>
    existsSync(join(one, "TimeBank")),
  );
  if (!folder) return console.log(`time: skipped, no TBAQ-cleaned below ${data}`);
  const tables = readTimeTables(lexicon("periods.tsv"), lexicon("holidays.tsv"));
  const counts: Counts = { gold: 0, found: 0, relaxed: 0, strict: 0, value: 0, type: 0 };
  const errors: string[] = [];
  const parse = parserOf(option(args, "--model") ?? DEFAULT_MODEL);
  let words = 0;
  let elapsed = 0;
  for (const document of readTimeDocuments(folder)) {
    const tree = parse(document.text);
    const start = performance.now();
    const times = findTimes(tree, document.published, tables);
    elapsed += performance.now() - start;
    words += tree.size;
    const flat = times.flatMap((time) => (time.parts.length > 0 ? time.parts : [time]));
    score(document, flat, counts, (kind, text) => errors.push(`${kind}\t${document.name}\t${text}`));
  }
  console.log(`gold ${counts.gold}, found ${counts.found}`);
  for (const kind of ["relaxed", "strict", "value", "type"] as const)
    console.log(`${kind}\t${f1(counts[kind], counts)}`);
  console.log(`${words} words, ${Math.round((words / elapsed) * 1000)} words/s`);
  if (existsSync(join(data, "documents/gold.jsonl"))) {
    const [summary, ...wrong] = measureAnchors(data, parse, tables);
    console.log(summary);
    errors.push(...wrong);
  }
  if (args.includes("--errors")) console.log(errors.sort().join("\n"));
}
