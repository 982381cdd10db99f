/** `entente read`: documents in, readings out. */
import { type DocumentInput, EntenteError, type Reader, type ReadingRecord, read } from "entente";
import { takeIn } from "../intake/index.js";
import { colorsFor } from "./colors.js";
import { explainLines } from "./explain.js";
import { openReader } from "./model.js";
import { print, printLines, reportFailure } from "./output.js";
import { startProgress } from "./progress.js";
import { readingLines } from "./table.js";

export interface ReadOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
  readonly published?: string;
  readonly model?: string;
  readonly width?: string;
}

const DEFAULT_COLUMNS = 80;
const MAX_COLUMNS = 140; // wider lines are hard to follow

function columnsOf(options: ReadOptions): number {
  const asked = Number(options.width ?? 0);
  return asked >= 40 ? asked : Math.min(MAX_COLUMNS, process.stdout.columns ?? DEFAULT_COLUMNS);
}

async function write(reading: ReadingRecord, options: ReadOptions, all: ReadingRecord[]): Promise<void> {
  if (options.json) all.push(reading);
  else if (options.jsonl) await print(`${JSON.stringify(reading)}\n`);
  else {
    const colors = colorsFor(process.stdout.isTTY ?? false);
    const lines = readingLines(reading, columnsOf(options), colors);
    await printLines(options.explain ? [...lines, ...explainLines(reading, columnsOf(options), colors)] : lines);
  }
}

function readOne(reader: Reader, document: DocumentInput, options: ReadOptions): ReadingRecord {
  return read(reader, { ...document, published: document.published ?? options.published ?? null });
}

/** Reads all sources; gives the exit code: 0 all read, 1 some failed, 2 misuse. */
export async function runRead(sources: readonly string[], options: ReadOptions): Promise<number> {
  const reader = await openReader(options.model);
  const progress = startProgress(process.stderr.isTTY ?? false, process.stderr.columns ?? DEFAULT_COLUMNS);
  const all: ReadingRecord[] = [];
  let failures = 0;
  for await (const intake of takeIn(sources.length > 0 ? sources : ["-"])) {
    if (intake.kind === "failure") {
      failures++;
      progress.done();
      reportFailure(intake.source, intake.reason);
      continue;
    }
    progress.step(intake.document.id ?? intake.document.source ?? "");
    try {
      await write(readOne(reader, intake.document, options), options, all);
    } catch (error) {
      if (!(error instanceof EntenteError)) throw error;
      failures++;
      reportFailure(intake.document.id ?? intake.document.source ?? "", error.message);
    }
  }
  progress.done();
  if (options.json) await print(`${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`);
  return failures > 0 ? 1 : 0;
}
