/**
 * Scores whole documents against coded ones: `npm run eval -- --task documents [--data FOLDER] [-v]`. FOLDER holds
 * `gold.jsonl` ({doc, events}) and `texts/DOC.txt`. An event is found where a reading has one of the same root
 * (CONCEDE and RETREAT count as one), with a party in common on each side, told by words of the same passage.
 * Recall counts events that both coders have (`must`), precision those that either has.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createReader, type EventRecord, type Grain, read } from "../../lib/src/index.js";
import { UsageError } from "../arguments.js";
import { TOLERANCE_DAYS } from "../tolerance.js";

interface GoldEvent {
  readonly type: string;
  readonly actor: readonly { readonly entity: string | null }[];
  readonly recipient: readonly { readonly entity: string | null }[];
  readonly quote?: string;
  readonly trigger?: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly grain: Grain;
  readonly status: string;
  readonly voice: readonly { readonly entity: string | null }[];
  readonly must?: boolean;
  /** The same act as each of the coders has it. */
  readonly alternatives?: readonly GoldEvent[];
}

interface GoldDocument {
  readonly doc: string;
  readonly events: readonly GoldEvent[];
}

const UNDIRECTED = new Set(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"]);
const MIN_SHARED_WORDS = 0.15; // share of words in common below which two passages tell different acts

function root(type: string): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

function ids(parties: readonly { readonly entity: string | null }[]): Set<string> {
  return new Set(parties.flatMap((p) => (p.entity === null ? [] : [p.entity])));
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((x) => b.has(x));
}

function contentWords(texts: readonly string[]): Set<string> {
  return new Set(
    texts
      .join(" ")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length > 3),
  );
}

function overlap(gold: GoldEvent, event: EventRecord): number {
  const a = contentWords([gold.quote ?? "", gold.trigger ?? ""]);
  const b = contentWords(event.evidence.flatMap((v) => [v.sentence.text, ...v.spans.map((s) => s.text)]));
  return [...a].filter((w) => b.has(w)).length / Math.max(1, Math.min(a.size, b.size));
}

/** How well two events agree; 0 where they are different acts. */
function similarity(gold: GoldEvent, event: EventRecord): number {
  if (root(gold.type) !== root(event.type)) return 0;
  const [a, b, r, s] = [ids(gold.actor), ids(event.actor), ids(gold.recipient), ids(event.recipient)];
  const undirected = UNDIRECTED.has(gold.type);
  const actors =
    (a.size === 0 && b.size === 0) ||
    shares(a, b) ||
    (undirected && shares(new Set([...a, ...r]), new Set([...b, ...s])));
  if (!actors || (!undirected && r.size > 0 && s.size > 0 && !shares(r, s))) return 0;
  const words = overlap(gold, event);
  return words < MIN_SHARED_WORDS ? 0 : 1 + (shares(a, b) ? 1 : 0) + (shares(r, s) ? 1 : 0) + 2 * words;
}

/** Greedy one-to-one matching, best pairs first. */
function matchEvents(
  gold: readonly GoldEvent[],
  events: readonly EventRecord[],
): ReadonlyMap<number, number> {
  const pairs = gold
    .flatMap((g, i) => events.map((e, j) => ({ i, j, score: similarity(g, e) })))
    .filter((p) => p.score > 0);
  const matched = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, j } of pairs.sort((x, y) => y.score - x.score)) {
    if (matched.has(i) || used.has(j)) continue;
    matched.set(i, j);
    used.add(j);
  }
  return matched;
}

function near(a: string | null, b: string | null, days: number): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000 <= days;
}

function timeAgrees(gold: GoldEvent, { time }: EventRecord): boolean {
  const days = Math.max(TOLERANCE_DAYS[gold.grain] ?? 1, TOLERANCE_DAYS[time.grain]);
  const ends = gold.until === null || time.until === null || near(gold.until, time.until, days);
  return near(gold.since, time.since, days) && ends;
}

function voiceAgrees(gold: GoldEvent, event: EventRecord): boolean {
  const a = ids(gold.voice);
  const b = ids(event.attribution.map((v) => v.party));
  return (a.size === 0 && b.size === 0) || shares(a, b);
}

export function main(args: readonly string[]): void {
  const at = args.indexOf("--data");
  const folder = at < 0 ? "../shared/data/documents" : (args[at + 1] ?? "");
  let lines: readonly string[];
  try {
    lines = readFileSync(join(folder, "gold.jsonl"), "utf8").split("\n").filter(Boolean);
  } catch {
    throw new UsageError(`no gold.jsonl in ${folder}; name a folder with --data`);
  }
  const reader = createReader(readFileSync(new URL("../../models/english.entente", import.meta.url)));
  const sum = { must: 0, found: 0, told: 0, right: 0, time: 0, status: 0, voice: 0 };
  for (const line of lines) {
    const { doc, events: gold } = JSON.parse(line) as GoldDocument;
    const { events } = read(reader, { text: readFileSync(join(folder, "texts", `${doc}.txt`), "utf8") });
    const matched = matchEvents(gold, events);
    sum.told += events.length;
    sum.right += matched.size;
    for (const [i, g] of gold.entries()) {
      const event = matched.has(i) ? events[matched.get(i)!]! : null;
      if (g.must) sum.must++;
      if (event === null) {
        if (g.must && args.includes("-v"))
          console.log(`missed in ${doc}: ${g.type} ${(g.trigger ?? "").slice(0, 60)}`);
        continue;
      }
      if (g.must) sum.found++;
      const codings = [g, ...(g.alternatives ?? [])];
      if (codings.some((c) => timeAgrees(c, event))) sum.time++;
      if (codings.some((c) => c.status === event.factuality.status)) sum.status++;
      if (codings.some((c) => voiceAgrees(c, event))) sum.voice++;
    }
  }
  const precision = sum.right / sum.told;
  const recall = sum.found / sum.must;
  const percent = (x: number) => x.toFixed(3);
  console.log(`documents ${lines.length}, events told ${sum.told}, coded by both ${sum.must}`);
  console.log(
    `precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent((2 * precision * recall) / (precision + recall))}`,
  );
  console.log(`false events per true one ${percent((sum.told - sum.right) / sum.right)}`);
  console.log(
    `of the events found: time ${percent(sum.time / sum.right)}, status ${percent(sum.status / sum.right)}, voice ${percent(sum.voice / sum.right)}`,
  );
}
