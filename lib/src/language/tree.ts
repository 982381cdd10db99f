import { type Parsed, type Tagged, type Tokenized, UPOS, type Upos } from "./types.js";

/** Word at a row as it stands in the text. */
export function wordAt(words: Tokenized, row: number): string {
  return words.text.slice(words.from[row], words.to[row]);
}

/** Universal part of speech at a row. */
export function uposAt(words: Tagged, row: number): Upos {
  return UPOS[words.upos[row]!]!;
}

/** Relation of a row to its head, with its subtype: "nsubj:pass". */
export function deprelAt(tree: Parsed, row: number): string {
  return tree.deprelNames[tree.deprel[row]!]!;
}

const NO_ROWS: readonly number[] = [];

/** Rows of the direct dependents of every row, in text order. */
export function childrenOf(tree: Parsed): readonly (readonly number[])[] {
  const lists = new Array<number[] | typeof NO_ROWS>(tree.size).fill(NO_ROWS);
  for (let row = 0; row < tree.size; row++) {
    const head = tree.head[row]!;
    if (head < 0) continue;
    const list = lists[head]!;
    if (list === NO_ROWS) lists[head] = [row];
    else (list as number[]).push(row);
  }
  return lists;
}

/** Number of the sentence of each row. */
export function sentenceOfRows(words: Tokenized): Uint32Array {
  const sentence = new Uint32Array(words.size);
  for (let s = 0; s + 1 < words.sentenceStart.length; s++)
    sentence.fill(s, words.sentenceStart[s], words.sentenceStart[s + 1]);
  return sentence;
}
