/** The columns that flow through the language room: one row per syntactic word (UD word). Rows are half-open ranges. */

/** Universal part-of-speech tags, in the order of their numbers in `Tagged.upos`. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;
export type Upos = (typeof UPOS)[number];

/** Kinds of names that the language room finds; it knows no politics. */
export const NAME_KINDS = ["person", "organisation", "place", "nationality", "other"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface Tokenized {
  /** The original text, never altered. */
  readonly text: string;
  /** Number of words. */
  readonly size: number;
  /** First character of each word. */
  readonly from: Uint32Array;
  /** Character after each word. Words of one surface token ("don't") split its characters: "do" + "n't". */
  readonly to: Uint32Array;
  /** 1 where the word continues the surface token of the word before it (UD multi-word token), else 0. */
  readonly glued: Uint8Array;
  /** First row of each sentence; one more entry at the end holds `size`. */
  readonly sentenceStart: Uint32Array;
}

export interface Tagged extends Tokenized {
  /** Number in `UPOS`. */
  readonly upos: Uint8Array;
  /** Number in `xposNames`. */
  readonly xpos: Uint8Array;
  readonly xposNames: readonly string[];
  readonly lemma: readonly string[];
}

export interface NameSpan {
  /** First row. */
  readonly start: number;
  /** Row after the last. */
  readonly end: number;
  readonly kind: NameKind;
  /** Probability that the model gives to the span, 0 ... 1. */
  readonly score: number;
}

export interface Parsed extends Tagged {
  /** Row of the head in the whole document; -1 for the root of a sentence. */
  readonly head: Int32Array;
  /** Number in `deprelNames`: full UD relations with subtypes ("nsubj:pass"). */
  readonly deprel: Uint8Array;
  readonly deprelNames: readonly string[];
  /** Names in order, never overlapping, never crossing a sentence. */
  readonly names: readonly NameSpan[];
}
