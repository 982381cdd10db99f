import { deprelAt, uposAt } from "../../language/index.js";
import { type ActorEntry, wordsOf } from "../lexicon/actors.js";
import { isCapital } from "../lexicon/atoms.js";
import { childrenAt, relationAt } from "../tree.js";
import { becomeBody, takeBody } from "./bodies.js";
import {
  type Draft,
  draftOf,
  isOneOf,
  keep,
  lowerAt,
  prepositionOf,
  type Reader,
  reaches,
  sentenceEndOf,
  sentenceStartOf,
} from "./draft.js";
import type { Match } from "./match.js";

/** Words that may stand between an owner and its role: "North Korea's reclusive young leader". */
function isInside(reader: Reader, row: number, end: number): boolean {
  const { tree } = reader;
  const tag = uposAt(tree, row);
  if (tag === "PRON") return deprelAt(tree, row) === "nmod:poss";
  if (tag === "ADJ" || tag === "NOUN" || tag === "PROPN" || tag === "NUM" || tag === "PART") return true;
  if (tag === "PUNCT") return /^[-‐‑"“”'‘’]$/.test(lowerAt(tree, row)) || isListed(reader, row, end);
  if (tag === "CCONJ") return isListed(reader, row, end);
  return (tag === "ADV" || tag === "VERB" || tag === "X") && tree.head[row]! > row && tree.head[row]! < end;
}

/** A comma or "and" between two owners: "Russian and Turkish presidents". */
function isListed(reader: Reader, row: number, end: number): boolean {
  const right = reader.covering[row + 1];
  if (!right || right.kind === "role") return false;
  const head = reader.tree.head[row]!;
  return (
    head >= right.start && head < right.end && relationAt(reader.tree, right.head) === "conj" && row < end
  );
}

function isDeterminer(reader: Reader, row: number): boolean {
  return isOneOf(reader.tree, row, "DET") || relationAt(reader.tree, row) === "nummod";
}

interface Before {
  readonly owners: Draft[];
  readonly start: number;
}

/** Owners that stand before a role, nearest first, and the first row of its noun phrase. */
function ownersBefore(reader: Reader, role: Draft): Before {
  const { tree } = reader;
  const first = Math.max(sentenceStartOf(tree, role.start), role.start - 14);
  const owners: Draft[] = [];
  let start = role.start;
  let row = role.start - 1;
  const top = tree.head[role.head]!;
  const isTitle = top > role.head && top - role.end < 6;
  const end = isTitle ? top + 1 : role.end;
  while (row >= first) {
    const draft = reader.covering[row];
    if (draft && !draft.isDropped) {
      if (!reaches(tree, draft.head, role.start, end)) break;
      if (
        draft.kind === "person" &&
        relationAt(tree, draft.head) !== "nmod" &&
        relationAt(tree, draft.head) !== "compound"
      )
        break;
      owners.push(draft);
      start = draft.start;
      row = draft.start - 1;
      continue;
    }
    if (isDeterminer(reader, row) && reaches(tree, row, role.start - 14, end)) start = row;
    else if (isInside(reader, row, end) && reaches(tree, row, first, end)) start = row;
    else break;
    row--;
  }
  while (start < role.start && isOneOf(tree, start, "PUNCT", "CCONJ", "PART")) start++;
  return { owners, start };
}

function conjuncts(reader: Reader, draft: Draft): Draft[] {
  const list = [draft];
  for (const child of childrenAt(reader.tree, draft.head)) {
    const other = reader.covering[child];
    if (relationAt(reader.tree, child) === "conj" && other && other !== draft && other.head === child)
      list.push(...conjuncts(reader, other));
  }
  return list;
}

const OWNER_PREPOSITIONS = new Set(["of", "from"]);
const PLACE_PREPOSITIONS = new Set(["in", "at", "across", "inside", "throughout", "near"]);

function isOwnerBy(role: Draft, preposition: string): boolean {
  if (OWNER_PREPOSITIONS.has(preposition)) return true;
  if (preposition === "for") return role.entry?.type === "one";
  return PLACE_PREPOSITIONS.has(preposition) && role.sector !== "MIL";
}

/** Owners after a role: "leaders of Russia, Turkey and Iran", "officials in Turkey". */
function ownersAfter(reader: Reader, role: Draft): Draft[] {
  const { tree } = reader;
  for (const child of childrenAt(tree, role.head)) {
    if (child < role.end || relationAt(tree, child) !== "nmod") continue;
    const draft = reader.covering[child];
    if (draft && draft.head === child && isOwnerBy(role, prepositionOf(tree, child)))
      return conjuncts(reader, draft);
  }
  return adjacentOwner(reader, role);
}

/** "President of Belarus" where the tree hangs the country somewhere else. */
function adjacentOwner(reader: Reader, role: Draft): Draft[] {
  const { tree } = reader;
  const preposition = lowerAt(tree, role.end);
  const isBefore = relationAt(tree, role.head) === "nsubj" && isOwnerBy(role, preposition);
  if (preposition !== "of" && !isBefore) return [];
  const row = lowerAt(tree, role.end + 1) === "the" ? role.end + 2 : role.end + 1;
  const draft = row < sentenceEndOf(tree, role.head) ? reader.covering[row] : undefined;
  return draft && draft.start === row && draft.kind !== "person" ? conjuncts(reader, draft) : [];
}

/** "Minister of Foreign Affairs and Expatriates of Jordan": the state at the end of a long title. */
function ownerOfTitle(reader: Reader, role: Draft): Draft[] {
  const { tree } = reader;
  if (role.entry?.type !== "one" || !isCapital(tree.text, tree.from[role.head]!)) return [];
  const end = Math.min(sentenceEndOf(tree, role.head), role.end + 10);
  for (let row = role.end; row < end; row++) {
    const draft = reader.covering[row];
    if (draft && draft.start === row && draft.kind !== "person" && draft.kind !== "role")
      return /^(of|the)$/.test(lowerAt(tree, row - 1)) ? [draft] : [];
    const isTitleWord = isOneOf(tree, row, "CCONJ", "DET") || /^(of|for)$/.test(lowerAt(tree, row));
    if (!isTitleWord && !isCapital(tree.text, tree.from[row]!)) return [];
    if (isOneOf(tree, row, "PUNCT", "VERB", "AUX")) return [];
  }
  return [];
}

/** The chosen entry of a role phrase, with the organisation of the same name where the tables have one. */
function makeRole(reader: Reader, match: Match): Draft {
  const entry = match.entries.find((candidate) => candidate.kind === "role")!;
  const { tree } = reader;
  const isElect =
    lowerAt(tree, match.end) === "-" && /^(elect|designate)$/.test(lowerAt(tree, match.end + 1));
  const draft = draftOf(tree, match.start, isElect ? match.end + 2 : match.end, entry);
  draft.role = isElect ? { ...entry, id: `${entry.id}-elect` } : entry;
  draft.isPlural = /S$/.test(tree.xposNames[tree.xpos[draft.head]!]!) || entry.type === "many";
  return draft;
}

/** Roles with the bodies of the same name: "congress" is a role, and Congress is one that the tables know. */
export interface Office {
  readonly role: Draft;
  readonly body: ActorEntry | null;
}

/** Makes the mentions of role words. */
export function keepRoles(reader: Reader, matches: readonly Match[]): Office[] {
  return matches.map((match) => ({
    role: keep(reader, makeRole(reader, match)),
    body: takeBody(reader, match),
  }));
}

/** "Deputy" of "Deputy Foreign Minister": a word of rank before the office. */
function isRank(role: Draft, next: Draft | undefined): boolean {
  return (
    next !== undefined && role.end === next.start && role.entry?.type === "one" && next.entry?.type === "one"
  );
}

/** "former", "ousted": an office that is no longer held, where the tables have it. */
function makeFormer(reader: Reader, role: Draft): void {
  const former = reader.lexicon.roles.get(`former ${role.role!.id}`);
  if (!former) return;
  for (let row = role.start; row < role.end; row++)
    if (wordsOf(reader.lexicon, "former").has(lowerAt(reader.tree, row))) {
      role.role = former;
      role.sector = former.sector;
    }
}

/** Finds the owners of roles, from left to right. */
export function findOwners(reader: Reader, offices: readonly Office[]): void {
  for (const [index, { role, body }] of offices.entries()) {
    if (isRank(role, offices[index + 1]?.role)) {
      drop(reader, role);
      continue;
    }
    const before = ownersBefore(reader, role);
    const near = ownersAfter(reader, role);
    const after = near.length > 0 ? near : ownerOfTitle(reader, role);
    role.owners = before.owners.length > 0 ? before.owners : after;
    if (wordsOf(reader.lexicon, "relational").has(role.role!.id)) role.owners = role.owners.filter(isNation);
    if (role.owners.length === 0) becomeBody(role, body);
    role.end = Math.max(role.end, ...after.map((owner) => owner.end));
    role.start = before.start;
    role.from = reader.tree.from[role.start]!;
    role.to = reader.tree.to[role.end - 1]!;
    makeFormer(reader, role);
    if (role.role!.acts === "owned" && !isOwned(reader, role)) drop(reader, role);
  }
}

/** "the head of the army", "its office": words that say nothing without an owner. */
function isOwned(reader: Reader, role: Draft): boolean {
  if (role.owners.length > 0) return true;
  for (const child of childrenAt(reader.tree, role.head))
    if (deprelAt(reader.tree, child) === "nmod:poss" && isOneOf(reader.tree, child, "PRON")) return true;
  return false;
}

/** "American supporters" are of their state; "Moscow's supporters" need not be. */
function isNation(owner: Draft): boolean {
  return owner.form === "adjective" || owner.entry?.type === "party";
}

function drop(reader: Reader, role: Draft): void {
  role.isDropped = true;
  for (let row = role.start; row < role.end; row++) reader.covering[row] = undefined;
}
