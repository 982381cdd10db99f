/** Finds the words that bring somebody's voice, with their source and the clauses that are said. */
import { deprelAt, uposAt, wordAt } from "../../language/index.js";
import { childrenAt, childWith, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { type Content, contentsOf, type VoiceLexicon } from "./lexicon.js";
import { sourceOf } from "./sources.js";

export interface Cue {
  readonly row: number;
  /** Head row of the one who speaks. */
  readonly source: number;
  /** Head rows of what is said; none where only a quotation can say it. */
  readonly content: readonly number[];
  /** The branch under a content head that holds the cue itself and is not said by it: "..., he said"; else -1. */
  readonly stop: number;
  /** True where quotations beside the cue are its own. */
  readonly quotes: boolean;
  /** The cue beside which this one stands although it hangs under what that one says: "said ..., adding ..."; else -1. */
  readonly beside: number;
}

const MAX_CLIMB = 12; // heads between a cue and the clause that it stands in

const SELF = new Set(["i", "we"]);
const YOU = new Set(["you"]);
const INNER = new Set([
  "think",
  "know",
  "believe",
  "feel",
  "hope",
  "see",
  "suppose",
  "guess",
  "expect",
  "fear",
]);

/** "I think", "we believe", "you know": the speaker's own voice, which has its speaker already. */
function isOwnVoice(tree: Tree, row: number, source: number): boolean {
  const word = wordAt(tree, source).toLowerCase();
  return SELF.has(word) || (YOU.has(word) && INNER.has(tree.lemma[row]!));
}

function isFiniteClause(tree: Tree, row: number): boolean {
  if (childWith(tree, row, "cop") >= 0) return true;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "nsubj" || relationAt(tree, child) === "aux") return true;
  const tag = tree.xposNames[tree.xpos[row]!]!;
  return tag === "VBD" || tag === "VBZ" || tag === "VBP" || tag === "MD";
}

function hasTo(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "mark" && wordAt(tree, child).toLowerCase() === "to") return true;
  return false;
}

/** Clauses under a verb that are what it says. */
function clausesUnder(tree: Tree, row: number, takes: ReadonlySet<Content>): number[] {
  const clauses: number[] = [];
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    const infinitive = hasTo(tree, child);
    if (relation === "ccomp" && !infinitive && takes.has("clause")) clauses.push(child);
    else if ((relation === "xcomp" || relation === "ccomp") && infinitive && takes.has("infinitive"))
      clauses.push(child);
    else if (relation === "parataxis" && takes.has("clause") && isFiniteClause(tree, child) && child > row)
      clauses.push(child);
    else if (relation === "obj" && takes.has("object") && uposAt(tree, child) === "NOUN") clauses.push(child);
    else if ((relation === "obj" || relation === "iobj") && takes.has("clause"))
      clauses.push(...misplacedClauses(tree, child));
  }
  return clauses;
}

/** "told reporters that ...": the parser may hang the clause on those who are told. */
function misplacedClauses(tree: Tree, object: number): number[] {
  const clauses: number[] = [];
  for (const child of childrenAt(tree, object))
    if (relationAt(tree, child) === "acl" && startsWithThat(tree, child)) clauses.push(child);
  return clauses;
}

/** The verb of saying whose content "adding that ..." hangs under, or -1. */
function speechAbove(tree: Tree, lexicon: VoiceLexicon, row: number): number {
  if (relationAt(tree, row) !== "advcl" || !ADDING.has(tree.lemma[row]!)) return -1;
  const clause = tree.head[row]!;
  const above = clause < 0 || relationAt(tree, clause) !== "ccomp" ? -1 : tree.head[clause]!;
  return above >= 0 && contentsOf(lexicon, tree, above)?.has("clause") ? above : -1;
}
const ADDING = new Set([
  "add",
  "note",
  "stress",
  "say",
  "insist",
  "argue",
  "claim",
  "warn",
  "emphasise",
  "emphasize",
]);

function verbCue(
  tree: Tree,
  lexicon: VoiceLexicon,
  row: number,
  takes: ReadonlySet<Content>,
  quoted: Uint8Array,
): Cue | null {
  const beside = speechAbove(tree, lexicon, row);
  const source = sourceOf(tree, beside >= 0 ? beside : row, quoted);
  if (source < 0 || isOwnVoice(tree, row, source)) return null;
  const content = clausesUnder(tree, row, takes);
  const quotes = takes.has("quote") || takes.has("clause");
  const head = tree.head[row]!;
  const plain: Cue = { row, source, content, stop: -1, quotes, beside };
  if (content.length > 0 || head < 0 || !takes.has("clause")) return plain;
  const relation = relationAt(tree, row);
  if (relation === "parataxis") return { ...plain, content: [head], stop: row };
  if (relation === "advcl" && isAsClause(tree, row))
    return { ...plain, content: [clauseOf(tree, head)], stop: row };
  return plain;
}

/** "as the minister said", "as she put it". */
function isAsClause(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "mark" && child < row) return wordAt(tree, child).toLowerCase() === "as";
  return false;
}

/** "Iran's claim that ...", "the claim by Iran that ..." */
function nounCue(tree: Tree, row: number): Cue | null {
  const content: number[] = [];
  let source = childWith(tree, row, "nmod:poss");
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if ((relation === "acl" || relation === "ccomp") && startsWithThat(tree, child)) content.push(child);
    if (source < 0 && relation === "nmod" && hasCase(tree, child, BY)) source = child;
  }
  if (content.length === 0) return null;
  if (source < 0)
    for (const child of childrenAt(tree, row))
      if (relationAt(tree, child) === "amod" && uposAt(tree, child) === "ADJ") source = child;
  return source < 0 || isOwnVoice(tree, row, source)
    ? null
    : { row, source, content, stop: -1, quotes: false, beside: -1 };
}

const BY = new Set(["by", "from", "of"]);

function hasCase(tree: Tree, row: number, words: ReadonlySet<string>): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case" && words.has(wordAt(tree, child).toLowerCase())) return true;
  return false;
}

/** "that" opens what a noun says, whether the parser takes it for a conjunction or a pronoun beside a full clause. */
function startsWithThat(tree: Tree, row: number): boolean {
  let that = false;
  let subject = false;
  for (const child of childrenAt(tree, row)) {
    const word = wordAt(tree, child).toLowerCase();
    if (word === "that" && child < row && relationAt(tree, child) !== "nsubj") that = true;
    else if (relationAt(tree, child) === "nsubj") subject = true;
  }
  return that && subject;
}

/** The clause that a phrase belongs to: "the port was shelled, according to ..." */
function clauseOf(tree: Tree, row: number): number {
  let at = row;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const head = tree.head[at]!;
    const relation = relationAt(tree, at);
    if (head < 0 || relation === "ccomp" || relation === "parataxis") return at;
    if (relation === "conj" && childWith(tree, at, "nsubj", "nsubj:pass") >= 0) return at;
    if (deprelAt(tree, at) === "acl:relcl" || (relation === "advcl" && isFiniteClause(tree, at))) return at;
    at = head;
  }
  return at;
}

/** Set off by a comma after its clause, the phrase is about all that was said: "X said that ..., according to Y". */
function scopeOf(tree: Tree, row: number, phrase: number): number {
  const clause = clauseOf(tree, row);
  const above = tree.head[clause]!;
  const isLoose = phrase > clause && isSetOff(tree, phrase);
  return isLoose && above >= 0 && relationAt(tree, clause) === "ccomp" ? clauseOf(tree, above) : clause;
}

function isSetOff(tree: Tree, phrase: number): boolean {
  for (const child of childrenAt(tree, phrase))
    if (relationAt(tree, child) === "punct" && child < phrase) return wordAt(tree, child) === ",";
  return false;
}

/** "according to X", "in the words of X", "in X's view": X is the source, the clause the content. */
function accordingCue(tree: Tree, row: number): Cue | null {
  if (wordAt(tree, row).toLowerCase() !== "according") return null;
  const noun = tree.head[row]!;
  if (noun < 0) return null;
  const isCase = relationAt(tree, row) === "case";
  const source = isCase ? noun : childWith(tree, row, "obl");
  const stop = isCase ? noun : row;
  const above = tree.head[stop]!;
  return source < 0 || above < 0
    ? null
    : { row, source, content: [scopeOf(tree, above, stop)], stop, quotes: true, beside: -1 };
}

function cueAt(tree: Tree, lexicon: VoiceLexicon, row: number, quoted: Uint8Array): Cue | null {
  const according = accordingCue(tree, row);
  if (according !== null) return according;
  const takes = contentsOf(lexicon, tree, row);
  if (takes === undefined) return null;
  return uposAt(tree, row) === "VERB" ? verbCue(tree, lexicon, row, takes, quoted) : nounCue(tree, row);
}

/** All cues in text order; `quoted` is 1 on the rows of quotations. */
export function findCues(tree: Tree, lexicon: VoiceLexicon, quoted: Uint8Array): readonly Cue[] {
  const cues: Cue[] = [];
  for (let row = 0; row < tree.size; row++) {
    const cue = cueAt(tree, lexicon, row, quoted);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}
