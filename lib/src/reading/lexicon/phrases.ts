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
  /** First child, next sibling and atom of each node; 0 ends a list. */
  readonly child: readonly number[];
  readonly sibling: readonly number[];
  readonly atom: readonly number[];
  readonly ends: readonly (readonly Phrase<T>[] | undefined)[];
}

/** Node after `node` by an atom, or -1. Siblings are few: a list is searched. */
export function nodeAfter<T>(tree: PhraseTree<T>, node: number, atom: number): number {
  if (node === 0) return tree.first[atom]!;
  for (let next = tree.child[node]!; next > 0; next = tree.sibling[next]!)
    if (tree.atom[next] === atom) return next;
  return -1;
}

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
  const child = [0];
  const sibling = [0];
  const atomOf = [-1];
  const ends: (Phrase<T>[] | undefined)[] = [undefined];
  const tree = { atoms, first, child, sibling, atom: atomOf, ends };
  const atomNumber = (word: string): number => {
    const known = atoms.get(word);
    if (known !== undefined) return known;
    atoms.set(word, first.length);
    return first.push(-1) - 1;
  };
  const grow = (node: number, atom: number): number => {
    const known = nodeAfter(tree, node, atom);
    if (known >= 0) return known;
    const made = ends.push(undefined) - 1;
    sibling.push(node === 0 ? 0 : child[node]!);
    child.push(0);
    atomOf.push(atom);
    if (node === 0) first[atom] = made;
    else child[node] = made;
    return made;
  };
  const add = (phrase: string, value: T): void => {
    let node = 0;
    const cases: number[] = [];
    eachAtom(phrase, 0, phrase.length, (from, to) => {
      node = grow(node, atomNumber(fold(phrase.slice(from, to))));
      cases.push(caseOf(phrase, from, to));
    });
    if (node === 0) return;
    const list = ends[node] ?? [];
    list.push({ cases, value });
    ends[node] = list;
  };
  return { add, tree };
}

/** True where the atom of the text is written as the phrase asks. A name in capitals (a headline) is all right. */
export function fitsCase(text: string, from: number, to: number, wanted: number): boolean {
  if (wanted === ANY) return true;
  if (wanted === CAPITAL) return isCapital(text, from);
  return isAllCapitals(text, from, to);
}
