/** Reads the example and the counter-example of every frame: `npm run eval -- --task frames [-v] [--only PREFIX]`. */
import { readFileSync } from "node:fs";
import { createReader, type Reader, read } from "../../lib/src/index.js";
import { matchesCoding, notationOf, parseCoding } from "../../lib/src/reading/frames/coding.js";
import { frameRows, type LexiconRow } from "../tables.js";

const PUBLISHED = "2024-06-15"; // examples name office holders of no special day

export interface RowResult {
  readonly table: string;
  readonly id: string;
  readonly example: string;
  readonly coding: string;
  /** True where an event of the example is what the row's coding asks for. */
  readonly found: boolean;
  readonly events: readonly string[];
  /** True where the counter-example gives an event of this row. */
  readonly counterFires: boolean;
}

function checkRow(reader: Reader, { table, row }: LexiconRow): RowResult {
  const coding = parseCoding(row.coding ?? "");
  const { events } = read(reader, { text: row.example ?? "", published: PUBLISHED });
  const counter = row.counter ? read(reader, { text: row.counter, published: PUBLISHED }).events : [];
  const isOwn = (rule: string) => rule.split(" > ")[0] === row.id;
  return {
    table,
    id: row.id ?? "",
    example: row.example ?? "",
    coding: row.coding ?? "",
    found: events.some((e) => matchesCoding(e, coding)),
    events: events.map((e) => `${notationOf(e)} [${e.evidence[0]?.rule ?? ""}]`),
    counterFires: counter.some((e) => e.evidence.some((v) => isOwn(v.rule))),
  };
}

/** Results of all rows of the frame tables. */
export function checkFrames(model: URL | string): readonly RowResult[] {
  const reader = createReader(readFileSync(model));
  return frameRows().map((row) => checkRow(reader, row));
}

export function main(args: readonly string[]): void {
  const only = args.includes("--only") ? args[args.indexOf("--only") + 1]! : "";
  const all = checkFrames(new URL("../../models/english.entente", import.meta.url)).filter((r) =>
    r.table.startsWith(only),
  );
  for (const table of new Set(all.map((r) => r.table))) {
    const rows = all.filter((r) => r.table === table);
    const found = rows.filter((r) => r.found).length;
    console.log(
      `${table.padEnd(12)} ${found}/${rows.length} examples, ${rows.filter((r) => r.counterFires).length} counters fire`,
    );
  }
  const found = all.filter((r) => r.found).length;
  console.log(`all          ${found}/${all.length} = ${((100 * found) / all.length).toFixed(1)} %`);
  if (!args.includes("-v")) return;
  for (const r of all.filter((x) => !x.found))
    console.log(
      `MISS ${r.table} ${r.id}: ${r.example}\n     want ${r.coding}\n     got  ${r.events.join(" | ")}`,
    );
  for (const r of all.filter((x) => x.counterFires)) console.log(`COUNTER ${r.table} ${r.id}`);
}
