import { loadLanguageModel, parseText } from "../../lib/src/language/pipeline.js";
import type { NameKind } from "../../lib/src/language/types.js";
import { readNamedFile, readOptions } from "../arguments.js";
import type { Score } from "../parse/score.js";
import { scoreTable } from "../table.js";
import { goldNames, readBio, type TaggedSentence } from "./bio.js";

const DEFAULT_DATA = "../shared/data/ner/crossner-politics/dev.txt";

/** Kinds that all corpora mark, so that they can be compared. */
const KINDS = ["person", "organisation", "place"] as const satisfies readonly NameKind[];
type Kind = (typeof KINDS)[number];

/** Types of CrossNER politics, WikiGold and CoNLL-2003 as our kinds; types that are not here are left out. */
const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  person: "person",
  politician: "person",
  PER: "person",
  organisation: "organisation",
  politicalparty: "organisation",
  ORG: "organisation",
  location: "place",
  country: "place",
  LOC: "place",
};

/** Names as keys "from to kind" with characters of the text. */
type NameKeys = Map<Kind, Set<string>>;

const noNames = (): NameKeys => new Map(KINDS.map((kind) => [kind, new Set<string>()]));

/** Sentences as paragraphs of words between spaces, with the gold names on their characters. */
function textOf(sentences: readonly TaggedSentence[]): { text: string; gold: NameKeys } {
  const gold = noNames();
  let text = "";
  for (const sentence of sentences) {
    const from: number[] = [];
    const to: number[] = [];
    for (const word of sentence.words) {
      from.push(text.length);
      text += word;
      to.push(text.length);
      text += " ";
    }
    for (const name of goldNames(sentence)) {
      const kind = KIND_OF_TYPE[name.type];
      if (kind) gold.get(kind)!.add(`${from[name.start]} ${to[name.end - 1]}`);
    }
    text = `${text.trimEnd()}\n\n`;
  }
  return { text, gold };
}

function scoreKind(kind: Kind, gold: NameKeys, found: NameKeys): Score {
  const wanted = gold.get(kind)!;
  const got = found.get(kind)!;
  const right = [...got].filter((key) => wanted.has(key)).length;
  return { name: kind, right, gold: wanted.size, found: got.size };
}

function sumOf(scores: readonly Score[]): Score {
  const sum = (key: "right" | "gold" | "found") => scores.reduce((total, score) => total + score[key], 0);
  return { name: "all", right: sum("right"), gold: sum("gold"), found: sum("found") };
}

function typeTable(sentences: readonly TaggedSentence[]): string {
  const types = new Set(sentences.flatMap(goldNames).map((name) => name.type));
  return [...types]
    .sort()
    .map((type) => `${type} = ${KIND_OF_TYPE[type] ?? "left out"}`)
    .join(", ");
}

/** `npm run eval -- --task names [--data FILE] [--model FILE]`: whole names with the right kind, from raw text. */
export function main(args: string[]): void {
  const options = readOptions(args, DEFAULT_DATA);
  const sentences = readBio(readNamedFile(options.data, "--data").toString("utf8"));
  const model = loadLanguageModel(readNamedFile(options.model, "--model"));
  const { text, gold } = textOf(sentences);
  const parsed = parseText(model, text);
  const found = noNames();
  for (const name of parsed.names)
    found.get(name.kind as Kind)?.add(`${parsed.from[name.start]} ${parsed.to[name.end - 1]}`);
  const scores = KINDS.map((kind) => scoreKind(kind, gold, found));
  process.stdout.write(`${options.data}, ${sentences.length} sentences, from raw text, in percent\n`);
  process.stdout.write(`types: ${typeTable(sentences)}\n`);
  process.stdout.write(scoreTable([...scores, sumOf(scores)]));
}
