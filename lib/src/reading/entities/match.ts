import type { Parsed } from "../../language/index.js";
import type { ActorEntry } from "../lexicon/actors.js";
import { eachAtom, fold, joins } from "../lexicon/atoms.js";
import { fitsCase, nodeAfter, type Phrase, type PhraseTree } from "../lexicon/phrases.js";

/** Words of the text that are a phrase of the lexicon; several rows of the tables may share one phrase. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly ActorEntry[];
}

interface Atoms {
  readonly size: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly row: Uint32Array;
  /** Number of the atom in the lexicon, -1 for a word that no phrase has. */
  readonly id: Int32Array;
}

/** Splits the words into atoms. At most one atom stands on every two characters. */
function atomsOf(tree: Parsed, known: ReadonlyMap<string, number>): Atoms {
  const limit = tree.size + (tree.text.length >> 1) + 1;
  const atoms = {
    size: 0,
    from: new Uint32Array(limit),
    to: new Uint32Array(limit),
    row: new Uint32Array(limit),
    id: new Int32Array(limit),
  };
  for (let row = 0; row < tree.size; row++)
    eachAtom(tree.text, tree.from[row]!, tree.to[row]!, (from, to) => {
      atoms.from[atoms.size] = from;
      atoms.to[atoms.size] = to;
      atoms.row[atoms.size] = row;
      atoms.id[atoms.size++] = known.get(fold(tree.text.slice(from, to))) ?? -1;
    });
  return atoms;
}

function fits(text: string, atoms: Atoms, first: number, phrase: Phrase<ActorEntry>): boolean {
  return phrase.cases.every((wanted, k) =>
    fitsCase(text, atoms.from[first + k]!, atoms.to[first + k]!, wanted),
  );
}

/** True where atom `k` goes on with the phrase that atom `k - 1` is in. */
function goesOn(tree: Parsed, sentence: Uint32Array, atoms: Atoms, k: number): boolean {
  if (atoms.id[k]! < 0 || sentence[atoms.row[k]!] !== sentence[atoms.row[k - 1]!]) return false;
  return joins(tree.text, atoms.from[k - 1]!, atoms.to[k - 1]!, atoms.from[k]!);
}

type Accept = (match: Match) => readonly ActorEntry[];

/**
 * The longest phrases from left to right. `accept` says which entries of a phrase hold at its place; where none
 * does, a shorter phrase is tried.
 */
export function matchPhrases(
  tree: Parsed,
  sentence: Uint32Array,
  phrases: PhraseTree<ActorEntry>,
  accept: Accept,
): Match[] {
  const atoms = atomsOf(tree, phrases.atoms);
  const matches: Match[] = [];
  const path: number[] = [];
  for (let first = 0; first < atoms.size; ) {
    path.length = 0;
    let node = atoms.id[first]! < 0 ? -1 : phrases.first[atoms.id[first]!]!;
    for (let k = first; node >= 0; ) {
      path.push(node);
      if (++k >= atoms.size || !goesOn(tree, sentence, atoms, k)) break;
      node = nodeAfter(phrases, node, atoms.id[k]!);
    }
    const match = path.length > 0 ? longest(tree, phrases, atoms, first, path, accept) : null;
    if (match) matches.push(match);
    first += match ? atomsIn(atoms, first, match) : 1;
  }
  return matches;
}

function atomsIn(atoms: Atoms, first: number, match: Match): number {
  let last = first;
  while (last < atoms.size && atoms.from[last]! < match.to) last++;
  return last - first;
}

function longest(
  tree: Parsed,
  phrases: PhraseTree<ActorEntry>,
  atoms: Atoms,
  first: number,
  path: readonly number[],
  accept: Accept,
): Match | null {
  for (let length = path.length; length > 0; length--) {
    const ends = phrases.ends[path[length - 1]!];
    if (!ends) continue;
    const entries = ends
      .filter((phrase) => fits(tree.text, atoms, first, phrase))
      .map((phrase) => phrase.value);
    if (entries.length === 0) continue;
    const last = first + length - 1;
    const match = {
      from: atoms.from[first]!,
      to: atoms.to[last]!,
      start: atoms.row[first]!,
      end: atoms.row[last]! + 1,
      entries,
    };
    const accepted = accept(match);
    if (accepted.length > 0) return { ...match, entries: accepted };
  }
  return null;
}
