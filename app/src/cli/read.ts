/** `entente read`: documents in, readings out. */
import { confidentOnly, type ReadingRecord, read } from "entente";
import { type Colors, colorsFor } from "./colors.js";
import { columnsOf, DEFAULT_COLUMNS } from "./columns.js";
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
  readonly minConfidence?: string;
}

/** The day given by `--published`; misuse where it is none. */
function publishedOf(day: string | undefined): string | null {
  if (day === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new MisuseError(`--published ${day} is no date: write YYYY-MM-DD`);
  return day;
}

/** The share given by `--min-confidence`; misuse where it is none. */
function minConfidenceOf(share: string | undefined): number {
  const min = share?.trim() === "" ? Number.NaN : Number(share ?? 0);
  if (!(min >= 0 && min <= 1)) throw new MisuseError(`--min-confidence ${share}: give a number from 0 to 1`);
  return min;
}

function tableLines(
  reading: ReadingRecord,
  width: number,
  colors: Colors,
  options: ReadOptions,
  leftOut: number,
): readonly string[] {
  const shown = { claims: options.claims ?? false, ties: options.ties ?? false, leftOut };
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
  const minConfidence = minConfidenceOf(options.minConfidence);
  const reader = await openReader(options.model);
  const colors = colorsFor(process.stdout.isTTY ?? false);
  const progress = startProgress(process.stderr.isTTY ?? false, process.stderr.columns || DEFAULT_COLUMNS);
  const all: ReadingRecord[] = [];
  let isList = sources.length > 1;
  const code = await forEachDocument(sources, progress, async ({ document, isLine }) => {
    const whole = read(reader, { ...document, published: document.published ?? published });
    const reading = confidentOnly(whole, minConfidence);
    isList ||= isLine;
    if (process.stdout.isTTY) progress.clear();
    if (options.json) all.push(reading);
    else if (options.jsonl) await print(`${jsonText(reading)}\n`);
    else {
      const leftOut = whole.events.length - reading.events.length;
      await printLines(tableLines(reading, width, colors, options, leftOut));
    }
  });
  if (options.json && (isList || all.length > 0)) await print(`${jsonText(isList ? all : all[0], 2)}\n`);
  return code;
}
