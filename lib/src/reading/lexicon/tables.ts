import { EntenteError } from "../../core/index.js";

/** One row of a table: cells by the names of the columns; an empty cell is "". */
export type TableRow = Readonly<Record<string, string>>;

/** Reads tab-separated text with one header line; lines that begin with `#` and empty lines are left out. */
export function readTable(text: string, name = "table"): readonly TableRow[] {
  const rows: TableRow[] = [];
  let header: readonly string[] | undefined;
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = end < 0 ? text.slice(from) : text.slice(from, end);
    from = end < 0 ? text.length : end + 1;
    number++;
    if (line.charCodeAt(0) === HASH || line.trim() === "") continue;
    const cells = line.split("\t");
    if (header === undefined) header = cells.map((cell) => cell.trim());
    else rows.push(rowOf(header, cells, name, number));
  }
  return rows;
}

const HASH = 35;

function rowOf(header: readonly string[], cells: readonly string[], table: string, line: number): TableRow {
  if (cells.length > header.length)
    throw new EntenteError(
      "bad_lexicon",
      `${table}.tsv, line ${line}: ${cells.length} cells where the header has ${header.length} ("${cells[0]}"). Take out the extra tabs.`,
    );
  const row: Record<string, string> = {};
  for (let column = 0; column < header.length; column++)
    row[header[column]!] = column < cells.length ? cells[column]!.trim() : "";
  return row;
}

/** Calls `found` with some cells of every row, and with its line; gives the header line. */
export function eachRow(
  text: string,
  columns: readonly string[],
  found: (cells: readonly string[], line: string) => void,
): string {
  let header = "";
  let places: readonly number[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = end < 0 ? text.slice(from) : text.slice(from, end);
    from = end < 0 ? text.length : end + 1;
    if (line.charCodeAt(0) === HASH || line.trim() === "") continue;
    const cells = line.split("\t");
    if (header === "") {
      header = line;
      places = columns.map((column) => cells.findIndex((cell) => cell.trim() === column));
      continue;
    }
    const wanted: string[] = [];
    for (let k = 0; k < places.length; k++) wanted.push((cells[places[k]!] ?? "").trim());
    found(wanted, line);
  }
  return header;
}

/** Items of a list in a cell: `a|b` is ["a", "b"], an empty cell is []. */
export function listOf(cell: string | undefined): readonly string[] {
  if (cell === undefined || cell === "") return [];
  if (!cell.includes("|")) return [cell];
  return cell
    .split("|")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A cell that must not be empty. */
export function required(row: TableRow, column: string, table: string): string {
  const cell = row[column];
  if (cell) return cell;
  const words = Object.values(row).slice(0, 3).join(" | ");
  throw new EntenteError(
    "bad_lexicon",
    `${table}.tsv: the row "${words}" has no ${column}. Fill the cell in.`,
  );
}
