import type { Tokenized } from "../../lib/src/language/types.js";

/** A surface unit as a range of the text's characters without blanks, so that two texts can be compared. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A syntactic word with the span of its surface token; all words of a multi-word token have the same span. */
export interface Word extends Span {
  /** Row in the columns. */
  readonly row: number;
  readonly form: string;
  readonly isPart: boolean;
}

export interface Units {
  /** The text without blanks. */
  readonly letters: string;
  readonly tokens: readonly Span[];
  readonly sentences: readonly Span[];
  readonly words: readonly Word[];
}

const BLANK = /[\s\u200b\ufeff]/;

/** For every character: how many characters that are no blanks stand before it. */
function lettersBefore(text: string): { letters: string; before: Uint32Array } {
  const before = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  for (let i = 0; i < text.length; i++) {
    before[i] = letters.length;
    if (!BLANK.test(text[i]!)) letters.push(text[i]!);
  }
  before[text.length] = letters.length;
  return { letters: letters.join(""), before };
}

/** Tokens, sentences and words of a text; `form` gives the gold forms where they are not the letters of the text. */
export function unitsOf(text: Tokenized, form?: readonly string[]): Units {
  const { letters, before } = lettersBefore(text.text);
  const tokens: Span[] = [];
  const words: Word[] = [];
  for (let row = 0; row < text.size; ) {
    let end = row + 1;
    while (end < text.size && text.glued[end] === 1) end++;
    const span = { from: before[text.from[row]!]!, to: before[text.to[end - 1]!]! };
    tokens.push(span);
    for (let part = row; part < end; part++) {
      const written = form?.[part] ?? text.text.slice(text.from[part], text.to[part]);
      words.push({ ...span, row: part, form: written.toLowerCase(), isPart: end - row > 1 });
    }
    row = end;
  }
  const sentences: Span[] = [];
  for (let s = 0; s + 1 < text.sentenceStart.length; s++) {
    const start = text.sentenceStart[s]!;
    const end = text.sentenceStart[s + 1]!;
    if (end > start) sentences.push({ from: words[start]!.from, to: words[end - 1]!.to });
  }
  return { letters, tokens, sentences, words };
}

/** Number of spans that both have. */
export function commonSpans(gold: readonly Span[], found: readonly Span[]): number {
  let common = 0;
  let g = 0;
  let f = 0;
  while (g < gold.length && f < found.length) {
    const a = gold[g]!;
    const b = found[f]!;
    if (a.from === b.from && a.to === b.to) {
      common++;
      g++;
      f++;
    } else if (a.to < b.to || (a.to === b.to && a.from < b.from)) g++;
    else f++;
  }
  return common;
}

/** Longest common subsequence of two short lists of words by their forms, as pairs. */
function commonWords(gold: readonly Word[], found: readonly Word[]): [Word, Word][] {
  const table = Array.from({ length: gold.length + 1 }, () => new Uint32Array(found.length + 1));
  for (let g = gold.length - 1; g >= 0; g--)
    for (let f = found.length - 1; f >= 0; f--)
      table[g]![f] =
        gold[g]!.form === found[f]!.form
          ? table[g + 1]![f + 1]! + 1
          : Math.max(table[g + 1]![f]!, table[g]![f + 1]!);
  const pairs: [Word, Word][] = [];
  for (let g = 0, f = 0; g < gold.length && f < found.length; )
    if (gold[g]!.form === found[f]!.form) pairs.push([gold[g++]!, found[f++]!]);
    else if (table[g + 1]![f]! >= table[g]![f + 1]!) g++;
    else f++;
  return pairs;
}

/** Ends of the stretch of words, in both lists, that overlaps with the multi-word tokens at (g, f). */
function stretchEnd(gold: readonly Word[], found: readonly Word[], g: number, f: number): [number, number] {
  let to = -1;
  if (gold[g]!.isPart) to = gold[g]!.to;
  if (found[f]!.isPart) to = Math.max(to, found[f]!.to);
  let a = g;
  let b = f;
  for (;;) {
    if (a < gold.length && gold[a]!.from < to) {
      if (gold[a]!.isPart) to = Math.max(to, gold[a]!.to);
      a++;
    } else if (b < found.length && found[b]!.from < to) {
      if (found[b]!.isPart) to = Math.max(to, found[b]!.to);
      b++;
    } else return [a, b];
  }
}

/**
 * Pairs of words that count as the same word, by the rule of the CoNLL 2018 shared task: equal character ranges;
 * where a multi-word token is involved, the longest common subsequence of the lower-cased forms around it.
 */
export function alignWords(gold: readonly Word[], found: readonly Word[]): [Word, Word][] {
  const pairs: [Word, Word][] = [];
  let g = 0;
  let f = 0;
  while (g < gold.length && f < found.length) {
    const a = gold[g]!;
    const b = found[f]!;
    const partOverlap =
      (a.isPart && b.from < a.to && a.from < b.to) || (b.isPart && a.from < b.to && b.from < a.to);
    if (partOverlap) {
      const [nextG, nextF] = stretchEnd(gold, found, g, f);
      pairs.push(...commonWords(gold.slice(g, nextG), found.slice(f, nextF)));
      g = nextG;
      f = nextF;
    } else if (a.from === b.from && a.to === b.to) {
      pairs.push([a, b]);
      g++;
      f++;
    } else if (a.from <= b.from) g++;
    else f++;
  }
  return pairs;
}
