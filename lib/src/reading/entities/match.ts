import type { Parsed } from "../../language/index.js";
import type { ActorEntry } from "../lexicon/actors.js";
import { eachAtom, fold, joins } from "../lexicon/atoms.js";
import { fitsCase, type Phrase, type PhraseIndex } from "../lexicon/phrases.js";

/** Words of the text that are a phrase of the lexicon; several rows of the tables may share one phrase. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly ActorEntry[];
}

interface Atoms {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly row: readonly number[];
  readonly folded: readonly string[];
}

/** Splits the words into atoms. */
function atomsOf(tree: Parsed): Atoms {
  const from: number[] = [];
  const to: number[] = [];
  const row: number[] = [];
  const folded: string[] = [];
  for (let word = 0; word < tree.size; word++)
    eachAtom(tree.text, tree.from[word]!, tree.to[word]!, (start, end) => {
      from.push(start);
      to.push(end);
      row.push(word);
      folded.push(fold(tree.text.slice(start, end)));
    });
  return { from, to, row, folded };
}

interface Place {
  readonly tree: Parsed;
  readonly sentence: Uint32Array;
  readonly atoms: Atoms;
  readonly accept: Accept;
}

/** True where atom `k` may go on with the phrase that atom `k - 1` is in. */
function goesOn({ tree, sentence, atoms }: Place, k: number): boolean {
  if (k >= atoms.folded.length || sentence[atoms.row[k]!] !== sentence[atoms.row[k - 1]!]) return false;
  return joins(tree.text, atoms.from[k - 1]!, atoms.to[k - 1]!, atoms.from[k]!);
}

function isHere(place: Place, first: number, phrase: Phrase<ActorEntry>): boolean {
  const { atoms, tree } = place;
  for (let k = 0; k < phrase.atoms.length; k++) {
    if (k > 0 && (atoms.folded[first + k] !== phrase.atoms[k] || !goesOn(place, first + k))) return false;
    if (!fitsCase(tree.text, atoms.from[first + k]!, atoms.to[first + k]!, phrase.cases[k]!)) return false;
  }
  return true;
}

type Accept = (match: Match) => readonly ActorEntry[];

/**
 * The longest phrases from left to right. `accept` says which entries of a phrase hold at its place; where none
 * does, a shorter phrase is tried.
 */
export function matchPhrases(
  tree: Parsed,
  sentence: Uint32Array,
  phrases: PhraseIndex<ActorEntry>,
  accept: Accept,
): Match[] {
  const atoms = atomsOf(tree);
  const place: Place = { tree, sentence, atoms, accept };
  const matches: Match[] = [];
  for (let first = 0; first < atoms.folded.length; ) {
    const beginning = phrases.startingWith(atoms.folded[first]!);
    let match: Match | null = null;
    if (beginning) {
      const next =
        first + 1 < atoms.folded.length ? beginning.longer.get(atoms.folded[first + 1]!) : undefined;
      match = (next && longest(place, first, next)) ?? longest(place, first, beginning.alone);
    }
    if (match) matches.push(match);
    first += match ? atomsIn(atoms, first, match) : 1;
  }
  return matches;
}

function atomsIn(atoms: Atoms, first: number, match: Match): number {
  let last = first;
  while (last < atoms.folded.length && atoms.from[last]! < match.to) last++;
  return last - first;
}

/** The match of the longest phrases of a list, longest first, that stand at an atom and are accepted there. */
function longest(place: Place, first: number, phrases: readonly Phrase<ActorEntry>[]): Match | null {
  for (let k = 0; k < phrases.length; ) {
    const length = phrases[k]!.atoms.length;
    const entries: ActorEntry[] = [];
    for (; k < phrases.length && phrases[k]!.atoms.length === length; k++)
      if (isHere(place, first, phrases[k]!)) entries.push(phrases[k]!.value);
    const match = entries.length > 0 ? accepted(place, first, length, entries) : null;
    if (match) return match;
  }
  return null;
}

function accepted(
  { atoms, accept }: Place,
  first: number,
  length: number,
  entries: readonly ActorEntry[],
): Match | null {
  const last = first + length - 1;
  const match = {
    from: atoms.from[first]!,
    to: atoms.to[last]!,
    start: atoms.row[first]!,
    end: atoms.row[last]! + 1,
    entries,
  };
  const kept = accept(match);
  return kept.length > 0 ? { ...match, entries: kept } : null;
}
