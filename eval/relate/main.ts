/**
 * `npm run eval -- --task relate [--data FILE] [--model FILE] [-v]`: marked sentences of the PLV format (`sentence_id`,
 * `marked_sentence`, `gold_root`) against `relate`. PLV has one class YIELD for CONCEDE and RETREAT.
 */
import { parseArgs } from "node:util";
import { CATEGORIES, QUAD_OF } from "../../lib/src/core/index.js";
import { createReader, type Reader, type Relation, type RelationRecord } from "../../lib/src/index.js";
import { readTable } from "../../lib/src/reading/lexicon/tables.js";
import { parseMarks, relate, situate, standing } from "../../lib/src/reading/relations/index.js";
import { DEFAULT_MODEL, readNamedFile, UsageError } from "../arguments.js";
import { formerRoot, plainRoot } from "../former-schemes.js";
import { type Answer, accuracy, confusions, intervalOf, macroF1 } from "./scores.js";

const DEFAULT_DATA = "../shared/data/events/plv_train.tsv";

interface Pair {
  readonly id: string;
  readonly marked: string;
  readonly root: string;
}

interface Related extends Pair {
  readonly answer: RelationRecord;
  /** False where the frames found nothing between the parties, and the words alone decided. */
  readonly found: boolean;
}

/** PLV quotes as CSV does: a sentence with quotation marks stands in such, its own doubled. */
function unquoted(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function readPairs(table: string): readonly Pair[] {
  return readTable(table, "relations").map((row) => ({
    id: row.sentence_id ?? "",
    marked: unquoted(row.marked_sentence ?? ""),
    root: row.gold_root ?? "",
  }));
}

function relateAll(reader: Reader, pairs: readonly Pair[]): readonly Related[] {
  return pairs.map((pair) => {
    const input = parseMarks(pair.marked);
    const situation = situate(reader, input);
    const found = situation.acts.some((act) => standing(act, situation.pair) !== "--");
    return { ...pair, answer: relate(reader, input), found };
  });
}

/** Quad of a class of PLV, where YIELD is material cooperation. */
const quadOf = (root: string): string =>
  root === "YIELD" ? "2" : String(QUAD_OF[CATEGORIES.find((c) => c === root) ?? "AGREE"]);

const binaryOf = (root: string): string => (Number(quadOf(root)) <= 2 ? "cooperation" : "conflict");

const LEVELS = [
  ["root", (root: string) => root],
  ["quad", quadOf],
  ["binary", binaryOf],
] as const;

function levelLine(name: string, answers: readonly Answer[]): string {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(6);
  const range = ([low, high]: readonly [number, number]) => `${percent(low)} …${percent(high)}`;
  const [f1, right] = [intervalOf(answers, macroF1), intervalOf(answers, accuracy)];
  return `${name.padEnd(9)}${percent(macroF1(answers))}  ${range(f1)}   ${percent(accuracy(answers))}  ${range(right)}`;
}

function report(related: readonly Related[]): string {
  const answersAt = (
    map: (root: string) => string,
    own: (relation: Relation) => string = formerRoot,
  ): readonly Answer[] =>
    related.map(({ root, answer }) => ({ gold: map(root), got: map(own(answer.relation)) }));
  const nothing = related.filter((r) => !r.found).length;
  return [
    `${related.length} pairs, in percent`,
    "         macro-F1  (95 % interval)  accuracy (95 % interval)",
    ...LEVELS.map(([name, map]) => levelLine(name, answersAt(map))),
    ...LEVELS.map(([name, map]) => levelLine(`${name} *`, answersAt(map, plainRoot))),
    "* promised yielding as CONCEDE and verdicts as SANCTION, as in docs/codebook.md",
    `the frames found nothing in ${((100 * nothing) / related.length).toFixed(1)}`,
    "",
    ...confusions(answersAt((root) => root)),
    "",
  ].join("\n");
}

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      model: { type: "string", default: DEFAULT_MODEL },
      verbose: { type: "boolean", short: "v", default: false },
    },
  });
  const pairs = readPairs(readNamedFile(values.data, "--data").toString("utf8"));
  if (pairs.length === 0 || pairs.some((pair) => pair.marked === "" || pair.root === ""))
    throw new UsageError(`${values.data} has no pairs: columns sentence_id, marked_sentence, gold_root`);
  const related = relateAll(createReader(readNamedFile(values.model, "--model")), pairs);
  process.stdout.write(report(related));
  if (!values.verbose) return;
  for (const { id, root, marked, answer } of related.filter((r) => formerRoot(r.answer.relation) !== r.root))
    process.stdout.write(
      `${id} ${root} got ${answer.relation.type} ${answer.relation.confidence} [${answer.evidence.rule}] ${marked}\n`,
    );
}
