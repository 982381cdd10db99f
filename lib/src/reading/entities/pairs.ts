import { wordsOf } from "../lexicon/actors.js";
import { childrenAt, relationAt } from "../tree.js";
import { predicateOf, subjectOf } from "./clauses.js";
import { type Draft, draftOf, isOneOf, keep, lowerAt } from "./draft.js";
import { conjunctsIn, join } from "./pronouns.js";
import { type Discourse, follow, isSubject, likeliestBefore, recentBefore } from "./salience.js";

const COUNTS: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4, five: 5 };

/** How many actors "the two leaders" or "both sides" stand for; 0 where the words do not say. */
export function countOf(discourse: Discourse, row: number): number {
  const { tree } = discourse.reader;
  for (const child of childrenAt(tree, row)) {
    const count = COUNTS[lowerAt(tree, child)];
    if (count && child < row) return count;
  }
  return 0;
}

/** True where the noun says "the", "this", "these", "both". */
export function isDefinite(discourse: Discourse, row: number): boolean {
  const { tree } = discourse.reader;
  for (const child of childrenAt(tree, row))
    if (child < row && /^(the|this|that|these|those|both)$/.test(lowerAt(tree, child))) return true;
  return false;
}

function distinctBefore(discourse: Discourse, row: number, sentence: number, isPerson: boolean): Draft[] {
  const { tree } = discourse.reader;
  const found: Draft[] = [];
  for (const draft of recentBefore(discourse, row, 2)) {
    if (tree.sentence[draft.head] !== sentence || draft.head >= row) continue;
    for (const member of draft.group.length > 0 ? draft.group : [draft]) {
      const fits = member.entity !== null && member.political && (!isPerson || member.kind === "person");
      if (fits && !found.some((other) => other.entity === member.entity)) found.push(member);
    }
  }
  return found;
}

/** Those of several mentions that carry the clause: subjects, their conjuncts, and whom they act with. */
function central(discourse: Discourse, drafts: readonly Draft[]): Draft[] {
  const { tree } = discourse.reader;
  return drafts.filter((draft) => {
    const relation = relationAt(tree, draft.head);
    return isSubject(tree, draft) || relation === "conj" || relation === "obj" || relation === "obl";
  });
}

/** The `count` distinct actors that were last named together (2 where `count` is 0); empty where that is not clear. */
export function actorsBefore(discourse: Discourse, row: number, count: number, isPerson: boolean): Draft[] {
  const { tree } = discourse.reader;
  const wanted = count || 2;
  const found: Draft[] = [];
  for (let back = 0; back <= 2; back++) {
    const sentence = tree.sentence[row]! - back;
    if (sentence < 0) break;
    const here = distinctBefore(discourse, row, sentence, isPerson);
    const fresh = here.filter((draft) => !found.some((other) => other.entity === draft.entity));
    if (found.length + fresh.length === wanted) return [...fresh, ...found];
    if (found.length + fresh.length > wanted) {
      const chosen = central(discourse, fresh);
      return found.length + chosen.length === wanted ? [...chosen, ...found] : [];
    }
    found.push(...fresh);
  }
  return [];
}

function membersOf(discourse: Discourse, draft: Draft): Draft[] {
  const members = draft.group.length > 0 ? draft.group : [draft, ...conjunctsIn(discourse, draft)];
  return members.filter((member, k) => members.findIndex((other) => other.entity === member.entity) === k);
}

/** The actors that the last sentences named as one: "Russia and Iran", "the two presidents". */
function lastTogether(discourse: Discourse, row: number, count: number): Draft[] {
  const local: Discourse = { ...discourse, history: recentBefore(discourse, row, 6) };
  for (const draft of local.history.toReversed()) {
    if (draft.head >= row) continue;
    const members = membersOf(local, draft);
    const areActors = members.every((member) => member.entity !== null && member.political);
    if (members.length === (count || 2) && areActors) return members;
  }
  return [];
}

/** Resolves "the two leaders", "both presidents"; false where it is not clear who they are. */
export function resolvePair(discourse: Discourse, draft: Draft): boolean {
  const count = countOf(discourse, draft.head);
  if (!isDefinite(discourse, draft.head)) return false;
  const sector = draft.sector;
  const isBody = draft.role === null || draft.role.type === "body";
  let members = isBody ? [] : actorsBefore(discourse, draft.head, count, true);
  if (members.length === 0) members = actorsBefore(discourse, draft.head, count, false);
  if (members.length === 0) members = lastTogether(discourse, draft.head, count);
  if (members.length === 0) return false;
  join(draft, members);
  for (const member of draft.group)
    if (sector && draft.role?.id !== "party" && member.kind !== "person" && member.sector !== null)
      member.sector = sector;
  return true;
}

const BODIES: Readonly<Record<string, (draft: Draft) => boolean>> = {
  country: (draft) => draft.kind === "state" && draft.role === null,
  alliance: (draft) => draft.entry?.type === "alliance",
  organisation: (draft) => draft.kind === "organisation",
  group: (draft) => draft.kind === "group",
  company: (draft) => draft.kind === "company",
};

/** What a common noun may describe: the class of `actor-words.tsv`, or null. */
function descriptionAt(discourse: Discourse, row: number): string | null {
  const { tree, lexicon, covering } = discourse.reader;
  if (!isOneOf(tree, row, "NOUN", "NUM") || covering[row]) return null;
  const word = lowerAt(tree, row);
  if (isOneOf(tree, row, "NUM"))
    return word === "two" && relationAt(tree, row) !== "nummod" && isDefinite(discourse, row) ? "pair" : null;
  if (wordsOf(lexicon, "pair").has(word) && isDefinite(discourse, row)) return "pair";
  for (const name of Object.keys(BODIES))
    if (wordsOf(lexicon, name).has(word) && isDefinite(discourse, row)) return name;
  return null;
}

/** What a clause does to "the country", it does to another than its subject. */
function isOther(discourse: Discourse, row: number, draft: Draft): boolean {
  const { reader } = discourse;
  const { tree } = reader;
  const predicate = predicateOf(tree, row);
  const subject = subjectOf(reader, predicate);
  if (predicate < 0 || subject < 0 || subject === row) return predicateOf(tree, draft.head) === predicate;
  for (let at = draft.head, step = 0; at >= 0 && step < 6; at = tree.head[at]!, step++)
    if (at === subject) return reader.covering[subject]?.role?.type !== "one";
  return predicateOf(tree, draft.head) === predicate;
}

/** "the Palestinian state": the state that its own adjective names. */
function named(discourse: Discourse, row: number): Draft | null {
  const { tree, covering } = discourse.reader;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if ((relation === "amod" || relation === "compound") && covering[child]?.head === child)
      return covering[child]!;
  }
  return null;
}

function hasOwner(discourse: Discourse, row: number): boolean {
  const { tree } = discourse.reader;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "nmod" || relationAt(tree, child) === "acl") return true;
  return false;
}

/** Whom a role word describes that stands for a body named before: "the group", "the company". */
export function describedBefore(discourse: Discourse, draft: Draft): Draft | null {
  const { lexicon } = discourse.reader;
  if (draft.isPlural || !isDefinite(discourse, draft.head) || hasOwner(discourse, draft.head)) return null;
  const name = Object.keys(BODIES).find((body) => wordsOf(lexicon, body).has(draft.role!.id));
  const passes = (other: Draft) => BODIES[name!]!(other) && !isOther(discourse, draft.head, other);
  return name ? likeliestBefore(discourse, draft.head, 2, passes) : null;
}

/** "his country": the state of a person in office. */
function ofPerson(discourse: Discourse, row: number): Draft | null {
  const { reader } = discourse;
  const { tree, lexicon } = reader;
  const owner = reader.covering[row - 1];
  if (owner?.form !== "pronoun" || !wordsOf(lexicon, "country").has(lowerAt(tree, row))) return null;
  const name = owner.entity !== null && lexicon.stateNames.get(owner.entity);
  if (!name || tree.head[row - 1] !== row || !isOneOf(tree, row, "NOUN") || reader.covering[row]) return null;
  const draft = draftOf(tree, row - 1, row + 1, null);
  follow(draft, owner);
  draft.head = row;
  draft.referent = owner.entity;
  draft.kind = "state";
  draft.form = "description";
  draft.sector = "GOV";
  draft.name = name;
  draft.gender = null;
  draft.person = null;
  return keep(reader, draft);
}

/** Makes the mention of "the country", "the alliance", "both sides", where it is clear who that is. */
export function keepDescription(discourse: Discourse, row: number): Draft | null {
  const { reader } = discourse;
  const possessed = ofPerson(discourse, row);
  if (possessed) return possessed;
  const name = descriptionAt(discourse, row);
  if (!name || hasOwner(discourse, row)) return null;
  let start = row;
  for (const child of childrenAt(reader.tree, row))
    if (child < start) start = firstOf(discourse, child, start);
  const draft = draftOf(reader.tree, start, row + 1, null);
  draft.head = row;
  draft.form = "description";
  if (name === "pair") {
    if (!resolvePair(discourse, draft)) return null;
    draft.kind = "role";
    return keep(reader, draft);
  }
  const owner = named(discourse, row);
  if (owner && (name !== "country" || owner.kind !== "state")) return null;
  const fits = BODIES[name]!;
  const passes = (other: Draft) => fits(other) && !isOther(discourse, row, other);
  const earlier = owner ?? likeliestBefore(discourse, row, 2, passes);
  if (!earlier) return null;
  follow(draft, earlier);
  draft.sector = earlier.kind === "state" ? "GOV" : earlier.sector;
  return keep(reader, draft);
}

function firstOf(discourse: Discourse, child: number, start: number): number {
  const relation = relationAt(discourse.reader.tree, child);
  return relation === "det" || relation === "nummod" || relation === "amod" ? Math.min(child, start) : start;
}
