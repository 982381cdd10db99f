/** The numbers of a merged act. */
import type { Magnitude } from "../../core/index.js";
import type { MergedAct } from "./merge.js";

/** Numbers of the leading telling; of a kind of which it has none, those of the first telling that has. In text order. */
export function mergedMagnitudes({ lead, tellings }: MergedAct): readonly Magnitude[] {
  const merged: Magnitude[] = [];
  for (const { magnitudes } of [lead, ...tellings]) {
    const known = new Set(merged.map((m) => m.kind));
    merged.push(...magnitudes.filter((m) => !known.has(m.kind)));
  }
  return merged.sort((a, b) => a.from - b.from);
}
