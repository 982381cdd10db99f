import { eachAtom, fold, isAllCapitals, isCapital } from "./atoms.js";

/** How an atom of a phrase must be written: in any case, with a capital, or in capitals only. */
const ANY = 0;
const CAPITAL = 1;
const CAPITALS = 2;

/** A phrase of the lexicon, with what it stands for. Atoms are folded: lower case without marks. */
export interface Phrase<T> {
  readonly atoms: readonly string[];
  readonly cases: readonly number[];
  readonly value: T;
}

/** The phrases that begin with one word: those of this word alone, the longer ones by their second, longest first. */
export interface Beginning<T> {
  readonly alone: readonly Phrase<T>[];
  readonly longer: ReadonlyMap<string, readonly Phrase<T>[]>;
}

/** Phrases by their first word. They are cut into atoms when a text first has the word: most never are. */
export interface PhraseIndex<T> {
  /** Takes a phrase with its value, or with what makes the value when a text has the word. */
  readonly add: (phrase: string, value: T | (() => T)) => void;
  /** The phrases that begin with a folded atom. */
  readonly startingWith: (atom: string) => Beginning<T> | undefined;
}

function caseOf(text: string, from: number, to: number): number {
  if (!isCapital(text, from)) return ANY;
  return to - from > 1 && isAllCapitals(text, from, to) ? CAPITALS : CAPITAL;
}

function phraseOf<T>(text: string, value: T): Phrase<T> {
  const atoms: string[] = [];
  const cases: number[] = [];
  eachAtom(text, 0, text.length, (from, to) => {
    atoms.push(fold(text.slice(from, to)));
    cases.push(caseOf(text, from, to));
  });
  return { atoms, cases, value };
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const HASH_BITS = 0x3fffffff;

/** Number of a folded word; different words may share one. */
function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) & HASH_BITS;
  return hash;
}

/** Number of the first atom of a phrase, as `hashOf`, without making the word; -1 for a phrase without one. */
function firstHash(phrase: string): number {
  let hash = 0;
  let at = 0;
  for (; at < phrase.length; at++) {
    const code = phrase.charCodeAt(at);
    if (!isAsciiWord(code)) break;
    hash = (Math.imul(hash, 31) + (code >= 65 && code <= 90 ? code + 32 : code)) & HASH_BITS;
  }
  if (at > 0 && (at === phrase.length || phrase.charCodeAt(at) < 128)) return hash;
  let first = "";
  eachAtom(phrase, 0, phrase.length, (from, to) => {
    if (first === "") first = fold(phrase.slice(from, to));
  });
  return first === "" ? -1 : hashOf(first);
}

function madeOf<T>(value: unknown): T {
  return typeof value === "function" ? (value as () => T)() : (value as T);
}

function beginningOf<T>(phrases: readonly Phrase<T>[]): Beginning<T> {
  const alone: Phrase<T>[] = [];
  const longer = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const second = phrase.atoms[1];
    const list = second === undefined ? alone : longer.get(second);
    if (list) list.push(phrase);
    else longer.set(second!, [phrase]);
  }
  for (const list of longer.values()) list.sort((a, b) => b.atoms.length - a.atoms.length);
  return { alone, longer };
}

/** An empty index that grows by `add`. */
export function phraseIndex<T>(): PhraseIndex<T> {
  // Columns of the phrases as added; `before` is the row before with the same first word. Few objects load quickly.
  const texts: string[] = [];
  const values: unknown[] = [];
  const before: number[] = [];
  const last = new Map<number, number>();
  const ready = new Map<string, Beginning<T>>();
  const add = (phrase: string, value: T | (() => T)): void => {
    const first = firstHash(phrase);
    if (first < 0) return;
    before.push(last.get(first) ?? -1);
    last.set(first, texts.length);
    texts.push(phrase);
    values.push(value);
  };
  const startingWith = (atom: string): Beginning<T> | undefined => {
    const known = ready.get(atom);
    if (known) return known;
    const end = last.get(hashOf(atom));
    if (end === undefined) return undefined;
    const phrases: Phrase<T>[] = [];
    for (let row = end; row >= 0; row = before[row]!) {
      const phrase = phraseOf(texts[row]!, madeOf<T>(values[row]));
      if (phrase.atoms[0] === atom) phrases.push(phrase);
    }
    const made = beginningOf(phrases.reverse());
    ready.set(atom, made);
    return made;
  };
  return { add, startingWith };
}

/** True where the atom of the text is written as the phrase asks. A name in capitals (a headline) is all right. */
export function fitsCase(text: string, from: number, to: number, wanted: number): boolean {
  if (wanted === ANY) return true;
  if (wanted === CAPITAL) return isCapital(text, from);
  return isAllCapitals(text, from, to);
}
