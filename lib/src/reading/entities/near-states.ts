import { deprelAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { predicateOf } from "./clauses.js";
import { type Draft, isOneOf, prepositionOf, type Reader, sentenceEndOf, sentenceStartOf } from "./draft.js";
import { type Discourse, isSubject, recentBefore } from "./salience.js";

function stateOf(draft: Draft): string | null {
  if (draft.kind === "state" || draft.kind === "place") return draft.entry?.state ?? draft.entity;
  return null;
}

function onlyOne(states: Iterable<string | null>): string | null {
  const distinct = new Set<string>();
  for (const state of states) if (state !== null) distinct.add(state);
  return distinct.size === 1 ? [...distinct][0]! : null;
}

function stateOfActor(draft: Draft, { lexicon }: Reader): string | null {
  return draft.entity !== null && lexicon.stateNames.has(draft.entity) ? draft.entity : null;
}

/** Words around a role in which its place is looked for. */
const PLACE_REACH = 60;

/** The one state in which the sentence says that its act takes place: "Police in riot gear ... in Cairo". */
export function stateOfPlace(discourse: Discourse, row: number): string | null {
  const { tree, covering } = discourse.reader;
  const states: (string | null)[] = [];
  const first = Math.max(sentenceStartOf(tree, row), row - PLACE_REACH);
  const end = Math.min(sentenceEndOf(tree, row), row + PLACE_REACH);
  for (let at = first; at < end; at++) {
    const draft = covering[at];
    if (
      draft?.head !== at ||
      !isInClause(discourse, at, row) ||
      !/^(in|at|near|inside|across|outside|throughout)$/.test(prepositionOf(tree, at))
    )
      continue;
    states.push(stateOf(draft));
  }
  return onlyOne(states);
}

/** True where a place stands in the clause of a noun, or in one around it. */
function isInClause(discourse: Discourse, place: number, row: number): boolean {
  const { tree } = discourse.reader;
  let verb = tree.head[place]!;
  for (let step = 0; step < 3 && isOneOf(tree, verb, "NOUN", "PROPN"); step++) verb = tree.head[verb]!;
  for (let at = row, step = 0; at >= 0 && step < 6; at = tree.head[at]!, step++) if (at === verb) return true;
  return false;
}

/** The one state whose doings the sentence, or the one before it, tells. */
export function stateOfSubject(discourse: Discourse, row: number): string | null {
  const { reader } = discourse;
  const recent = recentBefore(discourse, row, 1);
  for (let back = 0; back <= 1; back++) {
    const sentence = reader.tree.sentence[row]! - back;
    const here = recent.filter((draft) => reader.tree.sentence[draft.head] === sentence && draft.head < row);
    const leaders = here.filter((draft) => draft.entity !== null && leads(reader.tree, draft));
    const states = leaders.map((draft) => stateOfActor(draft, reader));
    const found = onlyOne(states);
    if (found !== null) return found;
    if (states.length > 0) return null;
    if (here.some((draft) => draft.kind === "state" && draft.entity !== null)) return null; // it speaks of another
  }
  return null;
}

/** The subject, or whose the subject is: "South Korea's response". */
function leads(tree: Tree, draft: Draft): boolean {
  const head = tree.head[draft.head]!;
  return (
    isSubject(tree, draft) ||
    (deprelAt(tree, draft.head) === "nmod:poss" && relationAt(tree, head) === "nsubj")
  );
}

/** What acts on a state by its name is not its own: "the senator criticised Israel". */
export function isMet(discourse: Discourse, row: number, state: string): boolean {
  const { reader } = discourse;
  const predicate = relationAt(reader.tree, row) === "nsubj" ? predicateOf(reader.tree, row) : -1;
  if (predicate < 0) return false;
  for (const child of childrenAt(reader.tree, predicate)) {
    const other = reader.covering[child];
    const isNamed = other?.head === child && (other.kind === "state" || other.role?.type === "one");
    if (
      child > row &&
      isNamed &&
      other.entity === state &&
      /^(obj|iobj|obl)$/.test(relationAt(reader.tree, child))
    )
      return !/^(in|at|from|near|across)$/.test(prepositionOf(reader.tree, child));
  }
  return false;
}
