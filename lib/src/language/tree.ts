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

/** Children of every row, in text order, as one compressed table: `list[first[row] ... first[row + 1]]`. */
export interface Children {
  readonly first: Uint32Array;
  readonly list: Uint32Array;
}

/** Builds the table of children in two passes over the rows. */
export function childrenOf(tree: Parsed): Children {
  const first = new Uint32Array(tree.size + 1);
  for (let row = 0; row < tree.size; row++) {
    const head = tree.head[row]!;
    if (head >= 0) first[head + 1]!++;
  }
  for (let row = 0; row < tree.size; row++) first[row + 1]! += first[row]!;
  const next = first.slice(0, tree.size);
  const list = new Uint32Array(first[tree.size]!);
  for (let row = 0; row < tree.size; row++) {
    const head = tree.head[row]!;
    if (head >= 0) list[next[head]!++] = row;
  }
  return { first, list };
}

/** Number of the sentence of each row. */
export function sentenceOfRows(words: Tokenized): Uint32Array {
  const sentence = new Uint32Array(words.size);
  for (let s = 0; s + 1 < words.sentenceStart.length; s++)
    sentence.fill(s, words.sentenceStart[s], words.sentenceStart[s + 1]);
  return sentence;
}
