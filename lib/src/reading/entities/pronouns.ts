import { deprelAt } from "../../language/index.js";
import { wordsOf } from "../lexicon/actors.js";
import { relationAt } from "../tree.js";
import { judgedOf, predicateOf, subjectOf } from "./clauses.js";
import { type Draft, draftOf, isOneOf, keep, lowerAt, sentenceStartOf } from "./draft.js";
import { type Discourse, follow, isSubject, lastBefore, likeliestBefore, recentBefore } from "./salience.js";

type Number = "he" | "she" | "it" | "they";

const PRONOUNS: Readonly<Record<string, Number>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "she",
  her: "she",
  hers: "she",
  herself: "she",
  it: "it",
  its: "it",
  itself: "it",
  they: "they",
  them: "they",
  their: "they",
  theirs: "they",
  themselves: "they",
};

/** The pronoun at a row, where it is one that stands for an actor. */
export function pronounAt(discourse: Discourse, row: number): Number | null {
  const { tree } = discourse.reader;
  if (!isOneOf(tree, row, "PRON", "DET") || tree.to[row]! - tree.from[row]! > 10) return null;
  if (deprelAt(tree, row).startsWith("expl")) return null;
  return PRONOUNS[lowerAt(tree, row)] ?? null;
}

function isPossessive(discourse: Discourse, row: number): boolean {
  return deprelAt(discourse.reader.tree, row) === "nmod:poss";
}

/**
 * Arguments of one verb are not the same person, unless the pronoun is a possessive or a reflexive; the subject of an
 * infinitive may stand in the clause around it: "sent troops to protect it".
 */
function isRival(discourse: Discourse, row: number, draft: Draft): boolean {
  const { reader } = discourse;
  const { tree } = reader;
  if (isPossessive(discourse, row)) return tree.head[row] === draft.head || isSentAway(discourse, row, draft);
  if (/self|selves/.test(lowerAt(tree, row)) || relationAt(tree, row) === "nsubj") return false;
  if (tree.head[row] === tree.head[draft.head] && tree.head[row]! >= 0) return true;
  return subjectOf(reader, predicateOf(tree, row)) === draft.head;
}

/** "Sudan expelled its ambassador": one does not expel one's own. */
function isSentAway(discourse: Discourse, row: number, draft: Draft): boolean {
  const { reader } = discourse;
  const { tree, lexicon } = reader;
  const noun = tree.head[row]!;
  const verb = relationAt(tree, noun) === "obj" ? tree.head[noun]! : -1;
  if (verb < 0 || !wordsOf(lexicon, "send-away").has(tree.lemma[verb]!.toLowerCase())) return false;
  const subject = reader.covering[subjectOf(reader, verb)];
  return subject !== undefined && subject.entity !== null && subject.entity === draft.entity;
}

/** A person by name or by an office of one: "the foreign minister of Chile". */
function isPerson(draft: Draft): boolean {
  return draft.kind === "person" || (draft.role?.type === "one" && draft.sector === "GOV" && !draft.isPlural);
}

function person(discourse: Discourse, row: number, gender: "m" | "f"): Draft | null {
  const passes = (draft: Draft) =>
    isPerson(draft) &&
    draft.group.length === 0 &&
    draft.gender !== (gender === "m" ? "f" : "m") &&
    !isRival(discourse, row, draft);
  return likeliestBefore(discourse, row, 4, passes, (draft) => (draft.gender === gender ? 0.5 : 0));
}

function isBody(draft: Draft): boolean {
  if (draft.isPlural || draft.group.length > 0 || draft.kind === "person" || draft.kind === "place")
    return false;
  return draft.role === null || draft.role.type === "body";
}

/** The nearest subject before a row: in its sentence, else that of the last sentence; -1 for none. */
function subjectBefore(discourse: Discourse, row: number): number {
  const { tree } = discourse.reader;
  for (let at = row - 1; at >= Math.max(row - 120, sentenceStartOf(tree, row)); at--)
    if (relationAt(tree, at) === "nsubj" && !isOneOf(tree, at, "PRON")) return at;
    else if (relationAt(tree, at) === "nsubj" && discourse.reader.covering[at]) return at;
  const sentence = tree.sentence[row]!;
  if (sentence === 0) return -1;
  const first = tree.sentenceStart[sentence - 1]!;
  for (let at = first; at < tree.sentenceStart[sentence]!; at++)
    if (relationAt(tree, at) === "nsubj" && tree.head[tree.head[at]!] === -1) return at;
  return -1;
}

/** The one whom the clause makes the likeliest owner: the judged one, or the understood subject. */
function ownerInClause(discourse: Discourse, row: number): number {
  if (!isPossessive(discourse, row)) return -1;
  const { reader } = discourse;
  const judged = judgedOf(reader, row);
  return judged >= 0 ? judged : subjectOf(reader, predicateOf(reader.tree, row));
}

function bodyAt(discourse: Discourse, row: number, head: number): Draft | null {
  const draft = head >= 0 && head < row ? discourse.reader.covering[head] : undefined;
  if (!draft || draft.head !== head || !isBody(draft) || draft.referent === null) return null;
  return isRival(discourse, row, draft) ? null : draft;
}

/** The only body that the sentence names before the row and that the clause does not rule out. */
function onlyBody(discourse: Discourse, row: number): Draft | null {
  const free = recentBefore(discourse, row, 0).filter(
    (draft) => draft.head < row && isBody(draft) && draft.political && !isRival(discourse, row, draft),
  );
  return new Set(free.map((draft) => draft.entity)).size === 1 ? free.at(-1)! : null;
}

function body(discourse: Discourse, row: number): Draft | null {
  const near = bodyAt(discourse, row, ownerInClause(discourse, row));
  if (near) return near;
  const subject = subjectBefore(discourse, row);
  const draft = subject >= 0 ? discourse.reader.covering[subject] : undefined;
  const isActor = draft && draft.head === subject && isBody(draft) && draft.referent !== null;
  if (isActor && !isRival(discourse, row, draft)) return draft;
  if (!isPossessive(discourse, row)) return isActor ? onlyBody(discourse, row) : null;
  return lastBefore(
    discourse,
    row,
    0,
    (candidate) => isBody(candidate) && candidate.form !== "adjective" && !isRival(discourse, row, candidate),
  );
}

/** Mentions that hang on another as its conjuncts. */
export function conjunctsIn(discourse: Discourse, draft: Draft): Draft[] {
  const { tree } = discourse.reader;
  return discourse.history.filter(
    (other) =>
      other !== draft && relationAt(tree, other.head) === "conj" && tree.head[other.head] === draft.head,
  );
}

/** "Hamas ... they": a movement is many. */
function isBand(draft: Draft): boolean {
  return draft.kind === "group" && draft.role === null;
}

function many(discourse: Discourse, row: number): { draft: Draft; members: Draft[] } | null {
  const { tree } = discourse.reader;
  const local: Discourse = { ...discourse, history: recentBefore(discourse, row, 1) };
  const isMany = (draft: Draft) =>
    draft.isPlural || isBand(draft) || draft.group.length > 0 || conjunctsIn(local, draft).length > 0;
  const passes = (draft: Draft) =>
    isMany(draft) && !isRival(discourse, row, draft) && relationAt(tree, draft.head) !== "conj";
  const draft = likeliestBefore(local, row, 1, passes);
  if (!draft || !(isSubject(tree, draft) || isPossessive(discourse, row))) return null;
  return { draft, members: conjunctsIn(local, draft) };
}

/** Makes the mention of a pronoun; unresolved ones are left out. */
export function keepPronoun(discourse: Discourse, row: number, pronoun: Number): Draft | null {
  const { reader } = discourse;
  if (pronoun === "they") {
    const found = many(discourse, row);
    if (!found) return null;
    const draft = makePronoun(discourse, row, found.draft);
    draft.isPlural = true;
    if (found.members.length > 0) join(draft, [found.draft, ...found.members]);
    return keep(reader, draft);
  }
  const found =
    pronoun === "it" ? body(discourse, row) : person(discourse, row, pronoun === "he" ? "m" : "f");
  if (!found) return null;
  const draft = makePronoun(discourse, row, found);
  if (pronoun !== "it") draft.gender = pronoun === "he" ? "m" : "f";
  if (pronoun !== "it") found.gender ??= draft.gender;
  return keep(reader, draft);
}

function makePronoun(discourse: Discourse, row: number, earlier: Draft): Draft {
  const draft = draftOf(discourse.reader.tree, row, row + 1, null);
  follow(draft, earlier);
  draft.form = "pronoun";
  return draft;
}

/** Makes a mention stand for several actors. */
export function join(draft: Draft, members: readonly Draft[]): void {
  const all = members.flatMap((member) => (member.group.length > 0 ? member.group : [member]));
  draft.group = all.map((member) => ({
    ...member,
    from: draft.from,
    to: draft.to,
    start: draft.start,
    end: draft.end,
    head: draft.head,
    form: draft.form,
    owners: [],
    group: [],
  }));
  draft.entity = null;
  draft.referent = null;
  draft.isPlural = true;
  draft.isResolved = true;
  draft.political = all.some((member) => member.political);
}
