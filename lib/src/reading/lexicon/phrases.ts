import { eachAtom, fold, isAllCapitals, isCapital } from "./atoms.js";

/** How an atom of a phrase must be written: in any case, with a capital, or in capitals only. */
const ANY = 0;
const CAPITAL = 1;
const CAPITALS = 2;

/** A phrase of the lexicon, with what it stands for. */
export interface Phrase<T> {
  readonly cases: readonly number[];
  readonly value: T;
}

/** Phrases as a tree of atoms; nodes are numbers, 0 is the root. */
export interface PhraseTree<T> {
  readonly atoms: ReadonlyMap<string, number>;
  /** Node reached from the root by an atom, by the number of the atom; -1 for none. */
  readonly first: readonly number[];
  /** `node * STEP + atom` to the next node. */
  readonly next: ReadonlyMap<number, number>;
  readonly ends: readonly (readonly Phrase<T>[] | undefined)[];
}

export const STEP = 2 ** 20;

export interface PhraseTreeBuilder<T> {
  readonly add: (phrase: string, value: T) => void;
  readonly tree: PhraseTree<T>;
}

function caseOf(text: string, from: number, to: number): number {
  if (!isCapital(text, from)) return ANY;
  return to - from > 1 && isAllCapitals(text, from, to) ? CAPITALS : CAPITAL;
}

/** An empty tree of phrases that grows by `add`. */
export function phraseTree<T>(): PhraseTreeBuilder<T> {
  const atoms = new Map<string, number>();
  const first: number[] = [];
  const next = new Map<number, number>();
  const ends: (Phrase<T>[] | undefined)[] = [undefined];
  const atomNumber = (word: string): number => {
    const known = atoms.get(word);
    if (known !== undefined) return known;
    atoms.set(word, first.length);
    return first.push(-1) - 1;
  };
  const nodeAfter = (node: number, atom: number): number => {
    const known = node === 0 ? first[atom]! : (next.get(node * STEP + atom) ?? -1);
    if (known >= 0) return known;
    const made = ends.push(undefined) - 1;
    if (node === 0) first[atom] = made;
    else next.set(node * STEP + atom, made);
    return made;
  };
  const add = (phrase: string, value: T): void => {
    let node = 0;
    const cases: number[] = [];
    eachAtom(phrase, 0, phrase.length, (from, to) => {
      node = nodeAfter(node, atomNumber(fold(phrase.slice(from, to))));
      cases.push(caseOf(phrase, from, to));
    });
    if (node === 0) return;
    const list = ends[node] ?? [];
    list.push({ cases, value });
    ends[node] = list;
  };
  return { add, tree: { atoms, first, next, ends } };
}

/** True where the atom of the text is written as the phrase asks. A name in capitals (a headline) is all right. */
export function fitsCase(text: string, from: number, to: number, wanted: number): boolean {
  if (wanted === ANY) return true;
  if (wanted === CAPITAL) return isCapital(text, from);
  return isAllCapitals(text, from, to);
}
