/** Our categories by the schemes of earlier drafts of PLOVER, in which PLV and the gold records are labelled. */
import type { Category } from "../lib/src/core/index.js";
import { KINDS, kindOf } from "../lib/src/reading/relations/index.js";

interface Coded {
  readonly type: Category;
  readonly mode: string | null;
  readonly of: Category | null;
  readonly status: string;
}

/** CONCEDE and RETREAT were one category, YIELD; nothing else looked at. */
export function plainRoot({ type }: Pick<Coded, "type">): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

/**
 * The root by draft 0.8, as its table from CAMEO has it (2021): yielding that is only promised is AGREE (CAMEO 035), a verdict
 * is ACCUSE (116). Our codebook has CONCEDE and SANCTION for them.
 */
export function formerRoot(coded: Coded): string {
  const { as } = KINDS[kindOf(coded.type, coded.mode, coded.of, coded.status)]!;
  if (as === "promised") return "AGREE";
  return as === "convict" ? "ACCUSE" : plainRoot(coded);
}
