/** `entente relate`: lines with two marked parties in, the best relation of each out. */
import { relate } from "entente";
import { relationOfLine } from "../intake/index.js";
import { colorsFor } from "./colors.js";
import { columnsOf, DEFAULT_COLUMNS } from "./columns.js";
import { relationLines } from "./explain-relation.js";
import { openReader } from "./model.js";
import { jsonText, print, printLines } from "./output.js";
import { startProgress } from "./progress.js";
import { forEachLine } from "./sources.js";

export interface RelateOptions {
  readonly explain?: boolean;
  readonly model?: string;
}

/** Relates the parties of every line; gives the exit code. Throws `MisuseError` before anything is read. */
export async function runRelate(sources: readonly string[], options: RelateOptions): Promise<number> {
  const width = columnsOf(undefined);
  const reader = await openReader(options.model);
  const colors = colorsFor(process.stdout.isTTY ?? false);
  const progress = startProgress(process.stderr.isTTY ?? false, process.stderr.columns || DEFAULT_COLUMNS);
  return forEachLine(sources, progress, async ({ decoded, number }) => {
    const input = relationOfLine(decoded.text, number);
    const record = relate(reader, input);
    if (process.stdout.isTTY) progress.clear();
    if (options.explain) await printLines(relationLines(input.text, record, width, colors));
    else await print(`${jsonText(record)}\n`);
  });
}
