/** The table from PLOVER to CAMEO, `lexicon/cameo.tsv`. */
import {
  CATEGORIES,
  type CameoCell,
  type CameoRule,
  type CameoTable,
  CONTEXTS,
  cameoTable,
  EntenteError,
  MODE_SCORE,
} from "../../core/index.js";
import { listOf, readTable, required, type TableRow } from "./tables.js";

const NONE = "-";

function checked<T extends string>(value: string, known: readonly T[], column: string): T {
  const found = known.find((k) => k === value);
  if (found === undefined)
    throw new EntenteError("bad_lexicon", `cameo.tsv: "${value}" is no ${column}; mend its row.`);
  return found;
}

function cellOf<T extends string>(row: TableRow, column: string, known: readonly T[]): CameoCell<T> {
  return listOf(row[column]).map((value) => (value === NONE ? null : checked(value, known, column)));
}

function ruleOf(row: TableRow): CameoRule {
  const category = checked(required(row, "category", "cameo"), CATEGORIES, "category");
  const goldstein = Number(required(row, "goldstein", "cameo"));
  if (Number.isNaN(goldstein))
    throw new EntenteError("bad_lexicon", `cameo.tsv: "${row.goldstein}" is no number; mend its row.`);
  return {
    category,
    mode: cellOf(row, "mode", Object.keys(MODE_SCORE[category] ?? {})),
    of: cellOf(row, "of", CATEGORIES),
    contexts: cellOf(row, "contexts", CONTEXTS),
    cameo: { code: required(row, "code", "cameo"), name: required(row, "name", "cameo"), goldstein },
  };
}

/** Reads `cameo.tsv`. Throws `bad_lexicon` with the value at fault. */
export function readCameo(table: string): CameoTable {
  return cameoTable(readTable(table, "cameo").map(ruleOf));
}
