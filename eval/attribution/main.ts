/**
 * Attribution against PolNeAR: `npm run eval -- --task attribution --data FOLDER [--errors]`.
 * cue: a found voice whose cue word lies in a gold cue; source: its source's head word lies in that attribution's
 * source; content: words that both give to that voice, those of voices inside it included. Every annotator's file
 * counts as one document.
 */
import { parseArgs } from "node:util";
import { createReader, type Reader } from "../../lib/src/index.js";
import { parseText } from "../../lib/src/language/index.js";
import { findVoices } from "../../lib/src/reading/attribution/index.js";
import { findMentions } from "../../lib/src/reading/entities/index.js";
import { growTree } from "../../lib/src/reading/tree.js";
import type { Tree, Voices } from "../../lib/src/reading/types.js";
import { DEFAULT_MODEL, readNamedFile, UsageError } from "../arguments.js";
import type { Score } from "../parse/score.js";
import { scoreTable } from "../table.js";
import { type GoldAttribution, type GoldDocument, type Ranges, readPolnear } from "./polnear.js";

interface Counts {
  right: number;
  gold: number;
  found: number;
}

interface Tally {
  readonly cue: Counts;
  readonly source: Counts;
  readonly content: Counts;
  readonly errors: string[];
}

const covers = (ranges: Ranges, at: number) => ranges.some(([from, to]) => from <= at && at < to);

/** Rows that each voice says, by its own words or through a voice inside it. */
function rowsOfVoices(voices: Voices, size: number): readonly (readonly number[])[] {
  const rows: number[][] = voices.list.map(() => []);
  for (let row = 0; row < size; row++) {
    const seen = new Set<number>();
    for (let at = voices.at[row]!; at >= 0 && !seen.has(at); at = voices.list[at]!.parent) {
      seen.add(at);
      rows[at]!.push(row);
    }
  }
  return rows;
}

function rowsIn(tree: Tree, ranges: Ranges): ReadonlySet<number> {
  const rows = new Set<number>();
  for (let row = 0; row < tree.size; row++)
    if (isWord(tree, row) && covers(ranges, tree.from[row]!)) rows.add(row);
  return rows;
}

function isWord(tree: Tree, row: number): boolean {
  return /[\p{L}\p{N}]/u.test(tree.text.slice(tree.from[row], tree.to[row]));
}

function wordsOf(text: string, ranges: Ranges): string {
  return ranges
    .map(([from, to]) => text.slice(from, to))
    .join(" … ")
    .replace(/\s+/g, " ");
}

/** A relative pronoun ("who said ...") is resolved to the noun before it. */
function isSource(text: string, gold: GoldAttribution, at: number): boolean {
  if (covers(gold.source, at)) return true;
  const isRelative = /^(who|which|that)$/i.test(wordsOf(text, gold.source));
  return isRelative && at < gold.source[0]![0];
}

function scoreDocument(tally: Tally, document: GoldDocument, tree: Tree, voices: Voices): void {
  const rows = rowsOfVoices(voices, tree.size).map((list) => list.filter((row) => isWord(tree, row)));
  const free = new Set<GoldAttribution>(document.attributions);
  for (const gold of document.attributions) {
    tally.cue.gold++;
    if (gold.source.length > 0) tally.source.gold++;
    tally.content.gold += rowsIn(tree, gold.content).size;
  }
  for (const [index, voice] of voices.list.entries()) {
    if (rows[index]!.length === 0) continue;
    tally.cue.found++;
    tally.source.found++;
    tally.content.found += rows[index]!.length;
    const gold = [...free].find((one) => covers(one.cue, voice.cue.from));
    const around = `${voice.party.name}: ${voice.cue.text}: ${rows[index]!.map((r) => tree.text.slice(tree.from[r], tree.to[r])).join(" ")}`;
    if (gold === undefined) {
      tally.errors.push(`invented\t${around.slice(0, 240)}`);
      continue;
    }
    free.delete(gold);
    tally.cue.right++;
    if (isSource(document.text, gold, tree.from[voice.party.head]!)) tally.source.right++;
    else if (gold.source.length > 0)
      tally.errors.push(`source\t${wordsOf(document.text, gold.source)} | ${around.slice(0, 160)}`);
    const wanted = rowsIn(tree, gold.content);
    const shared = rows[index]!.filter((row) => wanted.has(row)).length;
    tally.content.right += shared;
    if (shared * 2 < wanted.size + rows[index]!.length - shared)
      tally.errors.push(
        `content\t${wordsOf(document.text, gold.content).slice(0, 200)} | ${around.slice(0, 240)}`,
      );
  }
  for (const one of free)
    tally.errors.push(
      `missed\t${[one.source, one.cue, one.content]
        .map((r) => wordsOf(document.text, r))
        .join(" | ")
        .slice(0, 260)}`,
    );
}

function voicesOf(reader: Reader, text: string): { tree: Tree; voices: Voices } {
  const tree = growTree(parseText(reader.language, text));
  const mentions = findMentions(tree, reader.knowledge.actors, null);
  return { tree, voices: findVoices(tree, mentions, reader.knowledge.voices) };
}

const asScore = (name: string, { right, gold, found }: Counts): Score => ({ name, right, gold, found });

/** Runs the task. */
export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "../shared/data/attribution/polnear/dev" },
      model: { type: "string", default: DEFAULT_MODEL },
      errors: { type: "boolean", default: false },
      limit: { type: "string" },
    },
  });
  const documents = readPolnear(values.data).slice(0, values.limit ? Number(values.limit) : undefined);
  if (documents.length === 0) throw new UsageError(`no folder "attributions" in ${values.data}`);
  const reader = createReader(readNamedFile(values.model, "--model"));
  const empty = (): Counts => ({ right: 0, gold: 0, found: 0 });
  const tally: Tally = { cue: empty(), source: empty(), content: empty(), errors: [] };
  for (const document of documents) {
    const { tree, voices } = voicesOf(reader, document.text);
    scoreDocument(tally, document, tree, voices);
  }
  console.log(`${documents.length} annotated articles, in percent`);
  console.log(
    scoreTable([
      asScore("cue", tally.cue),
      asScore("source head", tally.source),
      asScore("content words", tally.content),
    ]),
  );
  if (values.errors) console.log(tally.errors.sort().join("\n"));
}
