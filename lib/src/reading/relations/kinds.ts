/** What the scorer of relations tells apart: the categories, two of them in two kinds that other schemes keep apart. */
import { CATEGORIES, type Category } from "../../core/index.js";

/** A category with what makes its kind, where that is more than the category. */
export interface RelationKind {
  readonly category: Category;
  /** "promised": yielding that is only agreed to or announced; "convict": the verdict of a court. */
  readonly as: "promised" | "convict" | null;
}

export const KINDS: readonly RelationKind[] = [
  ...CATEGORIES.map((category) => ({ category, as: null })),
  { category: "CONCEDE", as: "promised" },
  { category: "SANCTION", as: "convict" },
];

/** Statuses of what is still to come. */
const AHEAD: ReadonlySet<string | null> = new Set(["planned", "possible", "conditional"]);

/** True for what is still to come. */
export function isAhead(status: string | null): boolean {
  return AHEAD.has(status);
}

/** Number in `KINDS` of a coding. */
export function kindOf(
  category: Category,
  mode: string | null,
  of: Category | null,
  status: string | null,
): number {
  const isPromise = category === "CONCEDE" && (of !== null || isAhead(status));
  const as = isPromise ? "promised" : category === "SANCTION" && mode === "convict" ? "convict" : null;
  return KINDS.findIndex((kind) => kind.category === category && kind.as === as);
}
