/** Reads a table of the lexicon with all its columns: what the packed lexicon leaves out (examples) is here. */
import { readdirSync, readFileSync } from "node:fs";
import { readTable, type TableRow } from "../lib/src/reading/lexicon/tables.js";

export const LEXICON = new URL("../lexicon/", import.meta.url);

export interface LexiconRow {
  readonly table: string;
  readonly row: TableRow;
}

/** Rows of `lexicon/frames/*.tsv`. */
export function frameRows(): readonly LexiconRow[] {
  const folder = new URL("frames/", LEXICON);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readTable(readFileSync(new URL(file, folder), "utf8"), file).map((row) => ({
        table: file.replace(".tsv", ""),
        row,
      })),
    );
}
