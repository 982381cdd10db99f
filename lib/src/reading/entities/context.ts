import type { Sector } from "../../core/index.js";
import { deprelAt } from "../../language/index.js";
import { fold, isCapital } from "../lexicon/atoms.js";
import { childrenAt, relationAt } from "../tree.js";
import { type Draft, isOneOf, lowerAt } from "./draft.js";
import { isMet, stateOfPlace, stateOfSubject } from "./near-states.js";
import { applyOwner, canAct } from "./owners.js";
import { describedBefore, isDefinite, resolvePair } from "./pairs.js";
import { isInOffice, termAt } from "./persons.js";
import { type Discourse, follow, likeliestBefore } from "./salience.js";
import { dayAt } from "./years.js";

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

const ARMED: ReadonlySet<Sector | null> = new Set(["MIL", "REB", "UAF", "PRM"]);

/** Sectors whose words alone, without a state, do not tell a political actor: "a group", "the driver". */
const COMMON: ReadonlySet<string | null> = new Set([
  "UNK",
  "CVL",
  "BUS",
  "EDU",
  "MED",
  "AGR",
  "ELI",
  "PRE",
  "SOC",
  "LAB",
  "JRN",
  "REL",
]);

/** The state of a role that stands alone, where the text leaves no doubt. */
function contextState(discourse: Discourse, draft: Draft): string | null {
  const isNamedOffice = draft.kind === "person" || draft.role?.type === "body";
  const definite =
    isDefinite(discourse, draft.head) || (isNamedOffice && !isIndefinite(discourse, draft.head));
  if (draft.sector === "REF") return null;
  if (draft.role?.type === "body" && (!definite || isNamedBody(discourse, draft))) return null;
  const place = stateOfPlace(discourse, draft.head);
  const isCommonBody = draft.role?.type === "body" && COMMON.has(draft.sector);
  if (place !== null || isCommonBody || !canAct(draft)) return place;
  if (definite && !draft.isPlural) {
    const subject = stateOfSubject(discourse, draft.head);
    if (subject !== null) return subject;
  }
  if (discourse.home !== null && isMet(discourse, draft.head, discourse.home)) return null;
  if (discourse.home !== null && namesOther(discourse, draft.head, discourse.home)) return null;
  return definite || !ARMED.has(draft.sector) ? discourse.home : null;
}

/** True where the sentence speaks of a state, and only of others than the one that the text is about. */
function namesOther(discourse: Discourse, row: number, home: string): boolean {
  const { tree, covering } = discourse.reader;
  const sentence = tree.sentence[row]!;
  let other = false;
  for (let at = tree.sentenceStart[sentence]!; at < tree.sentenceStart[sentence + 1]!; at++) {
    const draft = covering[at];
    if (draft?.kind !== "state" || draft.entity === null) continue;
    if (draft.entity === home) return false;
    other = true;
  }
  return other;
}

/** True where the person has, or is said to have, the office that a role names. */
function holds(person: Draft, role: string, discourse: Discourse): boolean {
  const day = dayAt(discourse.reader, person.head);
  const known = person.person;
  if (known && !person.role && !isInOffice(known, day)) return false;
  const office = known ? fold(termAt(known, day)?.office ?? "") : "";
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
    const isElsewhere = earlier?.entity != null && namesOther(discourse, draft.head, earlier.entity);
    if (earlier && !isElsewhere) {
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
