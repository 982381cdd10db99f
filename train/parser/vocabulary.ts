/** Inventories of the model (tags, relations, known words) and sentences as rows of its tables. */
import {
  BOUNDARY,
  findRow,
  hashedRows,
  keyHash,
  TABLES,
  wordKey,
} from "../../lib/src/language/model/features.js";
import type { Sentence } from "./sentence.js";
import { readVectors, VECTOR_SIZE } from "./vectors.js";

/** Rows of the shipped word table: what fits in the 8 MB file beside the other tables. */
const WORDS = 31000;
/** Words seen less often learn no vector of their own (the prototype's choice; rarer ones over-fit). */
const LEAST_COUNT = 3;
/** The same for words of text that the teachers annotated. */
const LEAST_SILVER_COUNT = 5;
/** Pairs of tags seen less often are left out of the tagger. */
const LEAST_PAIRS = 5;

export interface Vocabulary {
  /** "UPOS XPOS" pairs. */
  readonly pairs: string[];
  readonly deprels: string[];
  /** Sorted hashes of the known words. */
  readonly hashes: Uint32Array;
  /** 1 where the word learns a vector of its own. */
  readonly learned: Uint8Array;
  /** Word vectors from outside, zero where there is none: [words x VECTOR_SIZE]. */
  readonly vectors: Float32Array;
}

function count(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const frequent = (counts: ReadonlyMap<string, number>, least: number): string[] =>
  [...counts]
    .filter(([, n]) => n >= least)
    .map(([item]) => item)
    .sort();

export function buildVocabulary(sentences: readonly Sentence[], silver: readonly Sentence[]): Vocabulary {
  const trees = sentences.filter((sentence) => sentence.head.length > 0);
  const pairs = count(trees.flatMap((s) => s.upos.map((upos, i) => `${upos} ${s.xpos[i]}`)));
  const deprels = count(trees.flatMap((s) => s.deprel));
  const keys = count(sentences.flatMap((s) => s.forms.map(wordKey)));
  const outside = readVectors();
  const silverKeys = count(silver.flatMap((s) => s.forms.map(wordKey)));
  const words = [
    ...new Set([BOUNDARY, ...frequent(keys, LEAST_COUNT), ...frequent(silverKeys, LEAST_SILVER_COUNT)]),
  ];
  const known = new Set(words);
  for (const word of outside.rowOf.keys()) if (known.size < WORDS) known.add(word);
  const byHash = new Map([...known].map((word) => [keyHash(word), word]));
  const hashes = Uint32Array.from(byHash.keys()).sort();
  const learned = new Uint8Array(hashes.length);
  const vectors = new Float32Array(hashes.length * VECTOR_SIZE);
  const ownVector = new Set(words);
  hashes.forEach((hash, row) => {
    const word = byHash.get(hash)!;
    if (ownVector.has(word)) learned[row] = 1;
    const from = outside.rowOf.get(word);
    if (from === undefined) return;
    vectors.set(outside.values.subarray(from * VECTOR_SIZE, (from + 1) * VECTOR_SIZE), row * VECTOR_SIZE);
  });
  return { pairs: frequent(pairs, LEAST_PAIRS), deprels: frequent(deprels, 3), hashes, learned, vectors };
}

/** A sentence as numbers. */
export interface Example {
  readonly size: number;
  /** Row of each word in the word table or -1, then of the words in the hashed tables, TABLES a word. */
  readonly word: Int32Array;
  readonly hashed: Int32Array;
  /** Pair of tags, -1 where unknown. */
  readonly pair: Int16Array;
  readonly hasTree: boolean;
  /** Head counted from 1, 0 the root, -1 unknown. */
  readonly head: Int16Array;
  readonly deprel: Int16Array;
  readonly names: Int8Array;
}

/** Rows of one form: word table first, hashed tables behind. */
export function formRows(hashes: Uint32Array, form: string, hashed: Int32Array, at: number): number {
  const key = wordKey(form);
  hashedRows(form, key, hashed, at * TABLES);
  return findRow(hashes, keyHash(key));
}

const numbering = (items: readonly string[]): Map<string, number> =>
  new Map(items.map((item, i) => [item, i]));

export function toExamples(vocabulary: Vocabulary, sentences: readonly Sentence[]): Example[] {
  const pairOf = numbering(vocabulary.pairs);
  const deprelOf = numbering(vocabulary.deprels);
  return sentences.map((sentence) => toExample(vocabulary.hashes, sentence, pairOf, deprelOf));
}

function toExample(
  hashes: Uint32Array,
  sentence: Sentence,
  pairOf: ReadonlyMap<string, number>,
  deprelOf: ReadonlyMap<string, number>,
): Example {
  const size = sentence.forms.length;
  const hashed = new Int32Array(size * TABLES);
  const word = Int32Array.from(sentence.forms, (form, i) => formRows(hashes, form, hashed, i));
  const hasTree = sentence.head.length > 0;
  const numbers = (number: (i: number) => number): Int16Array =>
    Int16Array.from({ length: size }, (_, i) => (hasTree ? number(i) : -1));
  return {
    size,
    word,
    hashed,
    hasTree,
    pair: numbers((i) => pairOf.get(`${sentence.upos[i]} ${sentence.xpos[i]}`) ?? -1),
    head: numbers((i) => sentence.head[i]!),
    deprel: numbers((i) => deprelOf.get(sentence.deprel[i]!) ?? -1),
    names: sentence.names,
  };
}
