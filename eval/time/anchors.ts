/** Times of coded events (documents/gold.jsonl): does `anchorTime` give the day that the coders gave? */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Day, EventTime, Grain, Status, Tense } from "../../lib/src/core/index.js";
import { wordAt } from "../../lib/src/language/index.js";
import { anchorTime, dayNumber, findTimes, type TimeTables } from "../../lib/src/reading/time/index.js";
import type { Tree } from "../../lib/src/reading/types.js";
import { TOLERANCE_DAYS } from "../tolerance.js";

interface CodedTime {
  readonly since: Day | null;
  readonly until: Day | null;
  readonly grain: Grain;
}

interface CodedEvent extends CodedTime {
  readonly trigger: string;
  readonly quote: string;
  readonly status: Status;
  readonly alternatives?: readonly CodedTime[];
  readonly must: boolean;
}

function isNear(a: Day | null, b: Day | null, tolerance: number): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(dayNumber(a) - dayNumber(b)) <= tolerance;
}

/** The measure of the document task: an open end agrees with any. */
function isSame(time: EventTime, gold: CodedTime): boolean {
  const tolerance = Math.max(TOLERANCE_DAYS[time.grain], TOLERANCE_DAYS[gold.grain]);
  const isOpen = time.until === null || gold.until === null;
  return isNear(time.since, gold.since, tolerance) && (isOpen || isNear(time.until, gold.until, tolerance));
}

const TENSES: Readonly<Partial<Record<Status, Tense>>> = {
  happened: "past",
  "not-happened": "past",
  ongoing: "ongoing",
};

/** Row of the first verb or noun of the trigger inside the quote. */
function triggerRow(tree: Tree, event: CodedEvent): number {
  const quote = tree.text.indexOf(event.quote);
  const at = tree.text.indexOf(event.trigger, Math.max(0, quote));
  if (quote < 0 || at < 0) return -1;
  const rows = Array.from({ length: tree.size }, (_, row) => row);
  const inside = rows.filter((row) => tree.from[row]! < at + event.trigger.length && tree.to[row]! > at);
  return inside.find((row) => !inside.includes(tree.head[row]!)) ?? -1;
}

/** Measures the events that both coders have; returns lines to print. */
export function measureAnchors(data: string, parse: (text: string) => Tree, tables: TimeTables): string[] {
  const lines: string[] = [];
  let [count, right] = [0, 0];
  for (const line of readFileSync(join(data, "documents/gold.jsonl"), "utf8").split("\n").filter(Boolean)) {
    const { doc, events } = JSON.parse(line) as { doc: string; events: readonly CodedEvent[] };
    const [, date, ...rest] = readFileSync(join(data, "documents/texts", `${doc}.txt`), "utf8").split("\n");
    const published = findTimes(parse(date!), null)[0]?.since ?? null;
    const tree = parse(rest.join("\n"));
    const times = findTimes(tree, published, tables);
    for (const event of events.filter((one) => one.must)) {
      const row = triggerRow(tree, event);
      if (row < 0) continue;
      const tense = TENSES[event.status] ?? "future";
      const { time, expression } = anchorTime(tree, times, row, { published, tense, status: event.status });
      const isRight = [event, ...(event.alternatives ?? [])].some((gold) => isSame(time, gold));
      count++;
      if (isRight) right++;
      else {
        const words = expression ? tree.text.slice(expression.from, expression.to) : "-";
        const got = `${time.since ?? ""}..${time.until ?? ""} ${time.grain} ${time.how}`;
        lines.push(
          `time\t${doc}\t${wordAt(tree, row)} (${words}) ${got} not ${event.since}..${event.until} ${event.grain}`,
        );
      }
    }
  }
  return [`event times ${right}/${count} = ${(right / (count || 1)).toFixed(3)}`, ...lines];
}
