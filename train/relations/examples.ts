/** Labelled relations as the scorer sees them: cells of hashed features, word vectors, the right kinds. */
import type { Reader } from "../../lib/src/reading/read.js";
import {
  collect,
  meaningOf,
  parseMarks,
  relationFeatures,
  type Situation,
  situate,
} from "../../lib/src/reading/relations/index.js";

/** A sentence with marked parties, and the kinds that are right for it: numbers in `KINDS`. */
export interface LabelledRelation {
  readonly id: string;
  readonly marked: string;
  readonly labels: readonly number[];
}

export interface Example {
  readonly id: string;
  readonly cells: Int32Array;
  readonly values: Float32Array;
  readonly meaning: Float64Array;
  readonly labels: readonly number[];
}

/** The features of a sentence that is read already. */
export function featuresOf(reader: Reader, { setting, pair, acts, tree }: Situation, bits: number) {
  const used = collect(bits, (put) => relationFeatures(setting.scene, pair, acts, put));
  return {
    cells: Int32Array.from(used, (u) => u.cell),
    values: Float32Array.from(used, (u) => u.value),
    meaning: meaningOf(reader.language, tree, pair),
  };
}

export function exampleOf(reader: Reader, relation: LabelledRelation, bits: number): Example {
  const situation = situate(reader, parseMarks(relation.marked));
  return { id: relation.id, labels: relation.labels, ...featuresOf(reader, situation, bits) };
}
