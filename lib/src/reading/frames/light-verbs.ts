/** Verbs that carry an event noun ("hold talks"), from `light-verbs.tsv`. */
import { readTable } from "../lexicon/tables.js";

/** Lemma and relation ("hold obj", "engage in") → the role that the verb's subject has in the noun's act. */
export type LightVerbs = ReadonlyMap<string, string>;

export function readLightVerbs(table: string): LightVerbs {
  return new Map(readTable(table).map((row) => [`${row.verb} ${row.relation}`, row.subject ?? "owner"]));
}
