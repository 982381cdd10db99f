/**
 * CAMEO, the ontology of GDELT, ICEWS and Phoenix: the code of an event in its place and Goldstein's value for it.
 * The rules stand in `lexicon/cameo.tsv`.
 */
import type { Category, Context } from "./plover.js";

/** A CAMEO event code with what Goldstein's scale says of it, -10 (hostile) to +10 (friendly). */
export interface Cameo {
  /** Three or four digits: "190", "0332". */
  readonly code: string;
  readonly name: string;
  readonly goldstein: number;
}

/** What one cell of a rule asks for: any of these values; null asks for no value at all. */
export type CameoCell<T> = readonly (T | null)[];

/** Events of a category, narrowed by the cells that are filled; an empty cell asks for nothing. */
export interface CameoRule {
  readonly category: Category;
  readonly mode: CameoCell<string>;
  readonly of: CameoCell<Category>;
  readonly contexts: CameoCell<Context>;
  readonly cameo: Cameo;
}

/** Rules of each category, the most specific first. */
export type CameoTable = ReadonlyMap<Category, readonly CameoRule[]>;

/** The fields of an event that decide its code. */
export interface CameoEvent {
  readonly type: Category;
  readonly mode: string | null;
  readonly of: Category | null;
  readonly contexts: readonly Context[];
}

/** What was promised or asked for says more than how, and how more than what it was about. */
const OF_WEIGHT = 4;
const MODE_WEIGHT = 2;
const CONTEXT_WEIGHT = 1;

function weightOf(rule: CameoRule): number {
  const filled = (cell: readonly unknown[], weight: number) => (cell.length > 0 ? weight : 0);
  return filled(rule.of, OF_WEIGHT) + filled(rule.mode, MODE_WEIGHT) + filled(rule.contexts, CONTEXT_WEIGHT);
}

/** Orders rules by how specific they are; equals stay in their order. */
export function cameoTable(rules: readonly CameoRule[]): CameoTable {
  const table = new Map<Category, CameoRule[]>();
  for (const rule of rules) table.set(rule.category, [...(table.get(rule.category) ?? []), rule]);
  for (const own of table.values()) own.sort((a, b) => weightOf(b) - weightOf(a));
  return table;
}

function allows<T>(cell: CameoCell<T>, values: readonly T[]): boolean {
  if (cell.length === 0) return true;
  return values.length === 0 ? cell.includes(null) : values.some((value) => cell.includes(value));
}

function fits(rule: CameoRule, event: CameoEvent): boolean {
  const { mode, of } = event;
  return (
    allows(rule.of, of === null ? [] : [of]) &&
    allows(rule.mode, mode === null ? [] : [mode]) &&
    allows(rule.contexts, event.contexts)
  );
}

/** The most specific CAMEO code that category, mode, underlying act and contexts allow; null where no rule is for it. */
export function cameoOf(table: CameoTable, event: CameoEvent): Cameo | null {
  return table.get(event.type)?.find((rule) => fits(rule, event))?.cameo ?? null;
}
