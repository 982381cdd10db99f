/** `entente read`: documents in, readings out. */
import { type ReadingRecord, read } from "entente";
import { type Colors, colorsFor } from "./colors.js";
import { explainLines } from "./explain.js";
import { MisuseError } from "./misuse.js";
import { openReader } from "./model.js";
import { jsonText, print, printLines } from "./output.js";
import { startProgress } from "./progress.js";
import { claimsLines, tiesLines } from "./sections.js";
import { forEachDocument } from "./sources.js";
import { readingLines } from "./table.js";

export interface ReadOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
  readonly claims?: boolean;
  readonly ties?: boolean;
  readonly published?: string;
  readonly model?: string;
  readonly width?: string;
}

const DEFAULT_COLUMNS = 80;
const MIN_COLUMNS = 60;
const MAX_COLUMNS = 140; // wider lines are hard to follow

function columnsOf(width: string | undefined): number {
  if (width === undefined)
    return Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, process.stdout.columns || DEFAULT_COLUMNS));
  const columns = Number(width);
  if (!Number.isInteger(columns) || columns < MIN_COLUMNS || columns > 1000)
    throw new MisuseError(`--width ${width}: give a number of columns from ${MIN_COLUMNS} to 1000`);
  return columns;
}

/** The day given by `--published`; misuse where it is none. */
function publishedOf(day: string | undefined): string | null {
  if (day === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new MisuseError(`--published ${day} is no date: write YYYY-MM-DD`);
  return day;
}

function tableLines(
  reading: ReadingRecord,
  width: number,
  colors: Colors,
  options: ReadOptions,
): readonly string[] {
  const shown = { claims: options.claims ?? false, ties: options.ties ?? false };
  return [
    ...readingLines(reading, width, colors, shown),
    ...(options.explain ? explainLines(reading, width, colors) : []),
    ...(shown.claims ? claimsLines(reading, width, colors) : []),
    ...(shown.ties ? tiesLines(reading, width, colors) : []),
  ];
}

/** Reads all sources; gives the exit code. Throws `MisuseError` before anything is read. */
export async function runRead(sources: readonly string[], options: ReadOptions): Promise<number> {
  const width = columnsOf(options.width);
  const published = publishedOf(options.published);
  const reader = await openReader(options.model);
  const colors = colorsFor(process.stdout.isTTY ?? false);
  const progress = startProgress(process.stderr.isTTY ?? false, process.stderr.columns || DEFAULT_COLUMNS);
  const all: ReadingRecord[] = [];
  let isList = sources.length > 1;
  const code = await forEachDocument(sources, progress, async ({ document, isLine }) => {
    const reading = read(reader, { ...document, published: document.published ?? published });
    isList ||= isLine;
    if (process.stdout.isTTY) progress.clear();
    if (options.json) all.push(reading);
    else if (options.jsonl) await print(`${jsonText(reading)}\n`);
    else await printLines(tableLines(reading, width, colors, options));
  });
  if (options.json && (isList || all.length > 0)) await print(`${jsonText(isList ? all : all[0], 2)}\n`);
  return code;
}
