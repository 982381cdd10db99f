import { parseArgs } from "node:util";
import { createReader, type EventRecord, type Reader, read } from "../../lib/src/index.js";
import { notationOf } from "../../lib/src/reading/frames/coding.js";
import { DEFAULT_MODEL, readNamedFile } from "../arguments.js";
import type { Score } from "../parse/score.js";
import { scoreTable } from "../table.js";
import {
  codingOf,
  type GoldEvent,
  type GoldSentence,
  goldOf,
  type Part,
  pairEvents,
  wantedDetail,
} from "./gold.js";

const DEFAULT_DATA = "eval/gold";

interface Tally {
  /** Category and parties right, by category. */
  readonly full: Map<string, Score>;
  /** Category alone right. */
  loose: number;
  /** Category right and every party named the same. */
  exact: number;
  wanted: number;
  found: number;
  right: number;
  statusRight: number;
  statusSeen: number;
  modeRight: number;
  modeSeen: number;
  readonly misses: string[];
  readonly falseEvents: string[];
  readonly wrongStatus: string[];
}

const emptyTally = (): Tally => ({
  full: new Map(),
  loose: 0,
  exact: 0,
  wanted: 0,
  found: 0,
  right: 0,
  statusRight: 0,
  statusSeen: 0,
  modeRight: 0,
  modeSeen: 0,
  misses: [],
  falseEvents: [],
  wrongStatus: [],
});

function count(tally: Tally, category: string, key: "right" | "gold" | "found"): void {
  const score = tally.full.get(category) ?? { name: category, right: 0, gold: 0, found: 0 };
  tally.full.set(category, { ...score, [key]: score[key] + 1 });
}

function compareDetails(tally: Tally, sentence: GoldSentence, event: EventRecord, wanted: GoldEvent): void {
  const found = codingOf(event);
  const status = wantedDetail(found, wanted, "status");
  if (status !== null) {
    tally.statusSeen++;
    if (status === found.status) tally.statusRight++;
    else
      tally.wrongStatus.push(
        `${sentence.id}  ${sentence.text}\n    wanted ${status}   got ${notationOf(event)}`,
      );
  }
  const mode = wantedDetail(found, wanted, "mode");
  if (mode !== null) {
    tally.modeSeen++;
    if (mode === found.mode) tally.modeRight++;
  }
}

function scoreSentence(tally: Tally, sentence: GoldSentence, events: readonly EventRecord[]): void {
  const codings = events.map(codingOf);
  const pairs = pairEvents(sentence.events, codings);
  const used = new Set<number>();
  for (const [w, wanted] of sentence.events.entries()) {
    const pair = pairs[w] ?? null;
    const category = wanted.codings[0]!.category;
    if (pair !== null) used.add(pair.at);
    if (wanted.optional) continue;
    tally.wanted++;
    count(tally, category, "gold");
    if (pair !== null) {
      tally.found++;
      tally.loose++;
      count(tally, category, "found");
    }
    if (pair?.agreement === 3) tally.exact++;
    if (pair !== null && pair.agreement >= 2) {
      tally.right++;
      count(tally, category, "right");
      compareDetails(tally, sentence, events[pair.at]!, wanted);
    } else {
      const got = pair ? notationOf(events[pair.at]!) : "-";
      tally.misses.push(`${sentence.id}  ${sentence.text}\n    wanted ${wanted.notation}   got ${got}`);
    }
  }
  for (const [f, event] of events.entries()) {
    if (used.has(f)) continue;
    tally.found++;
    count(tally, event.type, "found");
    tally.falseEvents.push(`${sentence.id}  ${sentence.text}\n    ${notationOf(event)}   ${ruleOf(event)}`);
  }
}

function ruleOf(event: EventRecord): string {
  return event.evidence[0]?.rule ?? "";
}

const share = (part: number, whole: number) => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));

function report(tally: Tally, sentences: number): string {
  const byCategory = [...tally.full.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = { name: "category+parties", right: tally.right, gold: tally.wanted, found: tally.found };
  const loose = { name: "category", right: tally.loose, gold: tally.wanted, found: tally.found };
  const exact = { name: "… exact parties", right: tally.exact, gold: tally.wanted, found: tally.found };
  const perTrue = tally.right === 0 ? "-" : (tally.falseEvents.length / tally.right).toFixed(2);
  return [
    `${sentences} sentences, ${tally.wanted} events expected, ${tally.found} found, in percent`,
    scoreTable([...byCategory, loose, all, exact]),
    `status right ${share(tally.statusRight, tally.statusSeen)} (of ${tally.statusSeen} found)`,
    `mode right ${share(tally.modeRight, tally.modeSeen)} (of ${tally.modeSeen} found)`,
    `false events for each right one ${perTrue}`,
    "",
  ].join("\n");
}

function scoreAll(reader: Reader, sentences: readonly GoldSentence[]): Tally {
  const tally = emptyTally();
  for (const sentence of sentences) {
    const { text, published } = sentence;
    scoreSentence(tally, sentence, read(reader, { text, published }).events);
  }
  return tally;
}

const isPart = (part: string): part is Part => part === "train" || part === "held" || part === "all";

/**
 * `npm run eval -- --task events [--data FILE or FOLDER] [--part held|train|all] [--model FILE] [-v]`: labelled sentences
 * against what is read. Prints precision, recall and F1 of category with parties; with -v also every miss, false event
 * and wrong status. Every fifth sentence of ours is held apart and is what is measured by default.
 */
export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      model: { type: "string", default: DEFAULT_MODEL },
      part: { type: "string", default: "held" },
      verbose: { type: "boolean", short: "v", default: false },
    },
  });
  if (!isPart(values.part)) throw new Error(`--part ${values.part}: write train, held or all`);
  const sentences = goldOf(values.data, values.part);
  const reader = createReader(readNamedFile(values.model, "--model"));
  const tally = scoreAll(reader, sentences);
  process.stdout.write(report(tally, sentences.length));
  if (!values.verbose) return;
  const lists = { MISSED: tally.misses, FALSE: tally.falseEvents, STATUS: tally.wrongStatus };
  for (const [name, list] of Object.entries(lists)) process.stdout.write(`\n${name}\n${list.join("\n")}\n`);
}
