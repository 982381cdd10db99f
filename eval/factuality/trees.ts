/** Trees over the words of a corpus that is already cut into words, so that its labels keep their places. */
import { annotateTree } from "../../lib/src/language/annotate.js";
import {
  type LanguageModel,
  lemmasOf,
  type Parsed,
  readConllu,
  type Tokenized,
} from "../../lib/src/language/index.js";
import { growTree } from "../../lib/src/reading/tree.js";
import type { Tree } from "../../lib/src/reading/types.js";

const CLITIC = /^(n['’]t|['’](s|re|ve|ll|d|m))$/iu;

/** Columns of sentences that are given word by word. */
export function columnsOf(sentences: readonly (readonly string[])[]): Tokenized {
  const words = sentences.flat();
  const from = new Uint32Array(words.length);
  const to = new Uint32Array(words.length);
  const glued = new Uint8Array(words.length);
  const sentenceStart = Uint32Array.from([
    0,
    ...sentences.map((_, s) => sentences.slice(0, s + 1).flat().length),
  ]);
  let text = "";
  for (const [row, word] of words.entries()) {
    if (row > 0 && CLITIC.test(word)) glued[row] = 1;
    else if (row > 0) text += " ";
    from[row] = text.length;
    text += word;
    to[row] = text.length;
  }
  return { text, size: words.length, from, to, glued, sentenceStart };
}

/** The tree that the model gives to one sentence. */
export function parseWords(model: LanguageModel, words: readonly string[]): Tree {
  const annotated = annotateTree(model.tree, columnsOf([words]));
  return growTree({ ...annotated, lemma: lemmasOf(model.lemma, annotated) });
}

export interface GoldTrees {
  readonly tree: Tree;
  /** First row of each sentence by its words without blanks. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Key of a sentence: its letters, so that two cuts into words do not matter. */
export function keyOf(words: readonly string[]): string {
  return words.join("").replace(/\s+/g, "");
}

/** Trees of a treebank, found by the words of their sentences. */
export function readGoldTrees(conllu: string): GoldTrees {
  const bank = readConllu(conllu);
  const rows = new Map<string, number>();
  for (let s = 0; s + 1 < bank.sentenceStart.length; s++) {
    const [start, end] = [bank.sentenceStart[s]!, bank.sentenceStart[s + 1]!];
    rows.set(keyOf(bank.form.slice(start, end)), start);
  }
  return { tree: growTree(bank as Parsed), rows };
}
