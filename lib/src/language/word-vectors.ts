/** Meaning of single words: rows of the parser's word table, which began as GloVe vectors (models/README.md). */
import { findRow, keyHash, TABLE_START, TABLES, wordKey } from "./model/features.js";
import type { LanguageModel } from "./pipeline.js";

/** Numbers in the vector of a word. */
export function wordVectorSize(model: LanguageModel): number {
  return model.tree.weights.header.input;
}

/** Adds the vector of a word to `sum`; false, and nothing added, where the word is not in the table. */
export function addWordVector(model: LanguageModel, word: string, sum: Float64Array): boolean {
  const { tables, header } = model.tree.weights;
  const known = findRow(tables.words, keyHash(wordKey(word)));
  if (known < 0) return false;
  const row = TABLE_START[TABLES]! + known;
  const scale = tables.scales[row]!;
  for (let i = 0, from = row * header.input; i < header.input; i++) sum[i]! += tables.rows[from + i]! * scale;
  return true;
}
