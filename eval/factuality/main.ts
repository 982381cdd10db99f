/**
 * Factuality against predicates scored -3 ... 3: `npm run eval -- --task factuality --data FILE_OR_FOLDER`, with
 * `--trees FILE.conllu` on the trees of a treebank where it holds the sentence, with `--errors` the worst readings. `--scale fact` (as UW asks) or `occurred` (as UDS-IH2 asks; the default for its data).
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Factuality } from "../../lib/src/core/index.js";
import { loadLanguageModel } from "../../lib/src/language/index.js";
import { factualityAt, readFactuality } from "../../lib/src/reading/factuality/index.js";
import type { Tree } from "../../lib/src/reading/types.js";
import { DEFAULT_MODEL, readNamedFile, UsageError } from "../arguments.js";
import { LEXICON } from "../tables.js";
import { compareScores, type Scale, scoreOf } from "./scores.js";
import { type GoldTrees, keyOf, parseWords, readGoldTrees } from "./trees.js";

interface Item {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

interface Scored {
  readonly gold: number;
  readonly score: number;
  readonly factuality: Factuality;
  readonly line: string;
}

function readItems(path: string): readonly Item[] {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "dev.jsonl") : path;
  return readNamedFile(file, "--data")
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Item);
}

function scaleOf(name: string): Scale {
  if (name !== "fact" && name !== "occurred")
    throw new UsageError(`no scale ${name}: --scale fact or occurred`);
  return name;
}

function treeOf(item: Item, gold: GoldTrees | null, parse: (words: readonly string[]) => Tree) {
  const words = item.text.split(" ");
  const row = gold?.rows.get(keyOf(words));
  return gold !== null && row !== undefined ? { tree: gold.tree, row } : { tree: parse(words), row: 0 };
}

const histogram = (scored: readonly Scored[]) => {
  const of = new Map<string, number[]>();
  for (const { factuality: f, gold } of scored) {
    const key = `${f.status} ${f.certainty} ${f.polarity}`;
    of.set(key, [...(of.get(key) ?? []), gold]);
  }
  const mean = (list: readonly number[]) => (list.reduce((a, b) => a + b, 0) / list.length).toFixed(2);
  return [...of]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([key, list]) => `${key.padEnd(40)} ${String(list.length).padStart(6)}   gold mean ${mean(list)}`);
};

/** Runs the task. */
export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "../shared/data/factuality/uds-ih2" },
      model: { type: "string", default: DEFAULT_MODEL },
      trees: { type: "string" },
      scale: { type: "string" },
      errors: { type: "boolean", default: false },
    },
  });
  const items = readItems(values.data);
  const model = loadLanguageModel(readNamedFile(values.model, "--model"));
  const lexicon = readFactuality(readFileSync(new URL("factuality.tsv", LEXICON), "utf8"));
  const gold = values.trees ? readGoldTrees(readNamedFile(values.trees, "--trees").toString("utf8")) : null;
  const scale = scaleOf(values.scale ?? (values.data.includes("uds") ? "occurred" : "fact"));
  const scored = items.flatMap((item): Scored[] => {
    const words = item.text.split(" ");
    const { tree, row } = treeOf(item, gold, (w) => parseWords(model, w));
    return item.targets.map(({ span1: [start], label }) => {
      const { factuality } = factualityAt(tree, lexicon, row + start, row + start);
      const marked = words.map((word, i) => (i === start ? `[${word}]` : word)).join(" ");
      return { gold: label, score: scoreOf(factuality, scale), factuality, line: marked };
    });
  });
  if (scored.length === 0) throw new UsageError(`${values.data} holds no scored predicate`);
  const { mae, r } = compareScores(scored.map((one) => [one.gold, one.score] as const));
  console.log(`${scored.length} predicates   MAE ${mae.toFixed(3)}   Pearson r ${r.toFixed(3)}`);
  console.log(histogram(scored).join("\n"));
  if (!values.errors) return;
  const worst = scored.filter((one) => Math.abs(one.gold - one.score) >= 2);
  worst.sort((a, b) => Math.abs(b.gold - b.score) - Math.abs(a.gold - a.score));
  for (const { gold: want, score, factuality: f, line } of worst)
    console.log(`${want.toFixed(1)} not ${score} ${f.status}/${f.certainty}/${f.polarity}\t${line}`);
}
