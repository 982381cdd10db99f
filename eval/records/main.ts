/**
 * `npm run eval -- --task records [--data FILE] [--model FILE] [-v]`: gold PLOVER records (`text`, `date`, `event`) against
 * what is read: how often one of the events has the record's category.
 */
import { parseArgs } from "node:util";
import { createReader, type EventRecord, type Reader, read } from "../../lib/src/index.js";
import { notationOf } from "../../lib/src/reading/frames/coding.js";
import { DEFAULT_MODEL, readNamedFile, UsageError } from "../arguments.js";
import { formerRoot, plainRoot } from "../former-schemes.js";

const DEFAULT_DATA = "../shared/data/events/plover_gsr_dev.json";

/** Categories of earlier drafts of PLOVER by the names of draft 2.0; CONCEDE and RETREAT are looked at as one. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  DEMAND: "REQUEST",
  DISAPPROVE: "ACCUSE",
  INVESTIGATE: "ACCUSE",
  FIGHT: "ASSAULT",
  CONCEDE: "YIELD",
  RETREAT: "YIELD",
};

interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly event: string;
}

interface Result {
  readonly record: GoldRecord;
  readonly events: readonly string[];
  readonly isRight: boolean;
}

function compare(reader: Reader, record: GoldRecord): Result {
  const { events } = read(reader, { text: record.text, published: record.date ?? null });
  const wanted = FORMER_NAMES[record.event] ?? record.event;
  const rootsOf = (e: EventRecord) => [plainRoot(e), formerRoot({ ...e, status: e.factuality.status })];
  const isRight = events.some((e) => rootsOf(e).includes(wanted));
  return { record, events: events.map(notationOf), isRight };
}

function readRecords(path: string): readonly GoldRecord[] {
  const text = readNamedFile(path, "--data").toString("utf8");
  try {
    const records = JSON.parse(text) as readonly GoldRecord[];
    if (records.length > 0 && records.every((r) => typeof r.text === "string" && typeof r.event === "string"))
      return records;
  } catch {
    // told below
  }
  throw new UsageError(`${path} is no list of gold records {"id", "text", "date"?, "event"}`);
}

const share = (part: number, whole: number) =>
  `${part} of ${whole} = ${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: DEFAULT_DATA },
      model: { type: "string", default: DEFAULT_MODEL },
      verbose: { type: "boolean", short: "v", default: false },
    },
  });
  const records = readRecords(values.data);
  const reader = createReader(readNamedFile(values.model, "--model"));
  const results = records.map((record) => compare(reader, record));
  const found = results.filter((r) => r.events.length > 0).length;
  process.stdout.write(`records with an event: ${share(found, results.length)}\n`);
  process.stdout.write(
    `category of one event right: ${share(results.filter((r) => r.isRight).length, results.length)}\n`,
  );
  if (!values.verbose) return;
  for (const { record, events } of results.filter((r) => !r.isRight))
    process.stdout.write(
      `${record.id} ${record.event} got ${events.join(" | ") || "-"}\n    ${record.text}\n`,
    );
}
