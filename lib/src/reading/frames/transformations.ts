/** The codebook's rules 1 to 4 as a table: what an operator ("promise", "cancel", future tense) makes of an inner act. */
import { type Category, EntenteError, type Status } from "../../core/index.js";
import { listOf, readTable } from "../lexicon/tables.js";

export interface Outcome {
  readonly category: Category;
  readonly mode: string | null;
  readonly status: Status;
  /** True where the category stays that of the inner act. */
  readonly keeps: boolean;
}

interface Row {
  readonly inner: ReadonlySet<string>;
  readonly category: string;
  readonly mode: string | null;
  readonly status: Status;
}

export type Transformations = ReadonlyMap<string, readonly Row[]>;

/** Parses `transformations.tsv`. */
export function readTransformations(table: string): Transformations {
  const byOperator = new Map<string, Row[]>();
  for (const row of readTable(table)) {
    const entry: Row = {
      inner: new Set(listOf(row.inner ?? "")),
      category: row.category ?? "",
      mode: row.mode || null,
      status: row.status as Status,
    };
    const list = byOperator.get(row.operator ?? "");
    if (list) list.push(entry);
    else byOperator.set(row.operator ?? "", [entry]);
  }
  return byOperator;
}

/** What `operator` makes of an act of category `inner`; null where the table has no row for it. */
export function transform(table: Transformations, operator: string, inner: Category): Outcome | null {
  const rows = table.get(operator);
  if (rows === undefined)
    throw new EntenteError(
      "bad_lexicon",
      `Operator "${operator}" has no row in lexicon/transformations.tsv; add one.`,
    );
  const row = rows.find((r) => r.inner.has(inner)) ?? rows.find((r) => r.inner.has("*"));
  if (row === undefined) return null;
  const keeps = row.category === "=";
  return { category: keeps ? inner : (row.category as Category), mode: row.mode, status: row.status, keeps };
}
