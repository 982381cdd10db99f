import type { Sector } from "../../core/index.js";
import { deprelAt } from "../../language/index.js";
import { fold, isCapital } from "../lexicon/atoms.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { predicateOf } from "./clauses.js";
import {
  type Draft,
  isOneOf,
  lowerAt,
  prepositionOf,
  type Reader,
  sentenceEndOf,
  sentenceStartOf,
} from "./draft.js";
import { applyOwner, canAct } from "./owners.js";
import { describedBefore, isDefinite, resolvePair } from "./pairs.js";
import { termAt } from "./persons.js";
import { type Discourse, follow, isSubject, likeliestBefore, recentBefore } from "./salience.js";
import { dayAt } from "./years.js";

function stateOf(draft: Draft): string | null {
  if (draft.kind === "state" || draft.kind === "place") return draft.entry?.state ?? draft.entity;
  return null;
}

function onlyOne(states: Iterable<string | null>): string | null {
  const distinct = new Set<string>();
  for (const state of states) if (state !== null) distinct.add(state);
  return distinct.size === 1 ? [...distinct][0]! : null;
}

/** Words around a role in which its place is looked for. */
const PLACE_REACH = 60;

/** The one state in which the sentence says that its act takes place: "Police in riot gear ... in Cairo". */
function stateOfPlace(discourse: Discourse, row: number): string | null {
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
function stateOfSubject(discourse: Discourse, row: number): string | null {
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

/** "the Evangelical Presbyterian Church": a body with a name of its own, which the tables do not know. */
function isNamedBody(discourse: Discourse, draft: Draft): boolean {
  const { tree } = discourse.reader;
  if (!isCapital(tree.text, tree.from[draft.head]!)) return false;
  for (let row = draft.start; row < draft.head; row++)
    if (isOneOf(tree, row, "PROPN", "ADJ") && isCapital(tree.text, tree.from[row]!) && row < draft.entryStart)
      return true;
  return false;
}

/** The owner of the office before: "the Russian president and prime minister". */
function ownerOfConjunct(discourse: Discourse, draft: Draft): Draft | null {
  const { tree, covering } = discourse.reader;
  const head = tree.head[draft.head]!;
  const other = relationAt(tree, draft.head) === "conj" ? covering[head] : undefined;
  return other?.head === head && other.role && other.entity !== null ? other : null;
}

function isIndefinite(discourse: Discourse, row: number): boolean {
  const { tree } = discourse.reader;
  for (const child of childrenAt(tree, row))
    if (child < row && /^(an?|some|any|another|many|several|few)$/.test(lowerAt(tree, child))) return true;
  return false;
}

function stateOfActor(draft: Draft, { lexicon }: Reader): string | null {
  return draft.entity !== null && lexicon.stateNames.has(draft.entity) ? draft.entity : null;
}

const ARMED: ReadonlySet<Sector | null> = new Set(["MIL", "REB", "UAF", "PRM"]);

/** The state of a role that stands alone, where the text leaves no doubt. */
function contextState(discourse: Discourse, draft: Draft): string | null {
  const isNamedOffice = draft.kind === "person" || draft.role?.type === "body";
  const definite =
    isDefinite(discourse, draft.head) || (isNamedOffice && !isIndefinite(discourse, draft.head));
  if (draft.sector === "REF") return null;
  if (draft.role?.type === "body" && (!definite || isNamedBody(discourse, draft))) return null;
  const place = stateOfPlace(discourse, draft.head);
  if (place !== null || !canAct(draft)) return place;
  if (definite && !draft.isPlural) {
    const subject = stateOfSubject(discourse, draft.head);
    if (subject !== null) return subject;
  }
  if (discourse.home !== null && isMet(discourse, draft.head, discourse.home)) return null;
  return definite || !ARMED.has(draft.sector) ? discourse.home : null;
}

/** What acts on a state by its name is not its own: "the senator criticised Israel". */
function isMet(discourse: Discourse, row: number, state: string): boolean {
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

/** True where the person has, or is said to have, the office that a role names. */
function holds(person: Draft, role: string, discourse: Discourse): boolean {
  const office = person.person
    ? fold(termAt(person.person, dayAt(discourse.reader, person.head))?.office ?? "")
    : "";
  const title = person.role?.id ?? "";
  if (title === role || office === role || title === `${role}-elect`) return true;
  if (role === "leader")
    return (
      person.sector === "GOV" &&
      /president|leader|chairman|king|prime minister|chancellor/.test(office || title)
    );
  if (role === "minister") return /minister$/.test(office || title);
  return title.endsWith(` ${role}`) || office.endsWith(` ${role}`);
}

/** Sectors whose words alone, without a state, do not tell a political actor: "a group", "the driver". */
const COMMON = new Set(["UNK", "CVL", "BUS", "EDU", "MED", "AGR", "ELI", "PRE", "SOC", "LAB", "JRN", "REL"]);

function isPolitical(sector: Sector | null): boolean {
  return sector !== null && !COMMON.has(sector);
}

function ownPronoun(discourse: Discourse, draft: Draft): Draft | null {
  const { tree, covering } = discourse.reader;
  for (const child of childrenAt(tree, draft.head)) {
    const owner = covering[child];
    if (relationAt(tree, child) === "nmod" && owner?.form === "pronoun" && owner.head === child) return owner;
  }
  return null;
}

/** "its ambassador", where nothing tells whose: no context may guess it. */
function hasPossessor(discourse: Discourse, draft: Draft): boolean {
  const { tree } = discourse.reader;
  for (const child of childrenAt(tree, draft.head))
    if (deprelAt(tree, child) === "nmod:poss" && isOneOf(tree, child, "PRON")) return true;
  return false;
}

/** Resolves a role without an owner of its own: by a person of that title, by place, by what the text is about. */
export function resolveAlone(discourse: Discourse, draft: Draft): void {
  draft.isResolved = true;
  draft.political = isPolitical(draft.sector);
  if (isModifier(discourse, draft)) {
    draft.isDropped = true;
    return;
  }
  const pronoun = ownPronoun(discourse, draft);
  if (pronoun) takeOwner(discourse, draft, pronoun);
  if (pronoun || hasPossessor(discourse, draft)) return;
  if (isPlural(draft) && resolvePair(discourse, draft)) return;
  if (isPlural(draft) && holdsAlone(draft)) return;
  if (draft.role?.type === "one" && draft.kind !== "person" && isDefinite(discourse, draft.head)) {
    const role = draft.role.id;
    const passes = (other: Draft) => other.kind === "person" && holds(other, role, discourse);
    const earlier = likeliestBefore(discourse, draft.head, 8, passes);
    if (earlier) {
      follow(draft, earlier);
      draft.form = "office";
      return;
    }
  }
  const described = describedBefore(discourse, draft);
  if (described) {
    follow(draft, described);
    draft.form = "description";
    return;
  }
  const state = ownerOfConjunct(discourse, draft)?.entity ?? contextState(discourse, draft);
  const name = state && discourse.reader.lexicon.stateNames.get(state);
  if (name) applyOwner(discourse.reader, draft, { entity: state, state, name, sector: draft.role!.sector });
}

/** "drone strikes", "police station": a word of kind, no actor. */
function isModifier(discourse: Discourse, draft: Draft): boolean {
  const { tree, covering } = discourse.reader;
  const relation = relationAt(tree, draft.head);
  const head = tree.head[draft.head]!;
  return (
    draft.kind === "role" && (relation === "compound" || relation === "amod") && covering[head]?.role == null
  );
}

/** An office that one person of a state holds: "the presidents" are of several states. */
function holdsAlone(draft: Draft): boolean {
  return /^(leader|president|prime minister|head of (state|government)|king|side)$/.test(draft.role!.id);
}

/** Several heads of government, or parties to a deal: "the two leaders", "the parties". */
function isPlural(draft: Draft): boolean {
  const isPair = draft.role?.sector === "GOV" || draft.role?.id === "party";
  return draft.isPlural && isPair && draft.kind !== "person";
}

function takeOwner(discourse: Discourse, draft: Draft, owner: Draft): void {
  if (owner.entity === null) return;
  const sector = owner.kind === "organisation" || owner.kind === "group" ? owner.sector : draft.role!.sector;
  applyOwner(discourse.reader, draft, { entity: owner.entity, state: null, name: owner.name, sector });
}
