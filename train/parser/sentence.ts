/** A sentence for training. */
export interface Sentence {
  readonly forms: string[];
  readonly upos: string[];
  readonly xpos: string[];
  /** Head of each word, counted from 1; 0 is the root. Empty where the sentence has no tree. */
  readonly head: number[];
  readonly deprel: string[];
  /** Class of each word in the names task, or NO_LABEL. */
  names: Int8Array;
}

/** A sentence without a tree. */
export function namesOnly(forms: string[], names: Int8Array): Sentence {
  return { forms, upos: [], xpos: [], head: [], deprel: [], names };
}
