import { type Day, firstFrom } from "../../core/index.js";
import { type Person, wordsOf } from "../lexicon/actors.js";
import { fold, isCapital } from "../lexicon/atoms.js";
import { relationAt } from "../tree.js";
import { type Draft, draftOf, isOneOf, keep, lowerAt, type Reader } from "./draft.js";
import type { Match } from "./match.js";
import { applyTerm, isInOffice, likeliest, surnameOf, termAt } from "./persons.js";
import { dayAt } from "./years.js";

/** Persons whom the document names in full, by surname, in text order. */
type Named = ReadonlyMap<string, readonly Draft[]>;

function namedInFull(reader: Reader): Map<string, Draft[]> {
  const named = new Map<string, Draft[]>();
  const inOrder = [...reader.drafts].sort((a, b) => a.start - b.start);
  for (const draft of inOrder) {
    if (draft.kind !== "person" || draft.isDropped || draft.form !== "name") continue;
    const surnames = draft.person ? draft.person.surnames.map(fold) : [surnameOf(draft.name)];
    for (const surname of surnames) {
      const list = named.get(surname) ?? [];
      list.push(draft);
      named.set(surname, list);
    }
  }
  return named;
}

/** The person named in full before the row, the last one; else the only one after it. */
function namedNear(named: Named, word: string, row: number): Draft | null {
  const list = named.get(fold(word)) ?? [];
  const low = firstFrom(list, row, (draft) => draft.start);
  if (low > 0) return list[low - 1]!;
  return list.length > 0 && list.every((draft) => draft.referent === list[0]!.referent) ? list[0]! : null;
}

const COURTESY = /^(mr|mrs|ms|mr\.|mrs\.|ms\.|miss|sir)$/;

function hasState(reader: Reader, person: Person): boolean {
  return person.terms.some((term) => term.entity !== null && reader.support.has(term.entity));
}

const RULERS =
  /^(president|prime minister|chancellor|premier|supreme leader|king|emir|taoiseach|general secretary|secretary.general|pope|soviet leader)/i;

const HEADS =
  /president|prime minister|chancellor|premier|king|leader|chairman|secretary.general|ruler|pope/i;

/** True for a head of state or government whose first term had begun. */
function isWidelyKnown(person: Person, day: Day | null): boolean {
  return person.terms.some((term) => HEADS.test(term.office) && (day === null || term.since <= day));
}

/** True where the person leads a state or a great body on the day. */
function rules(person: Person, day: Day | null): boolean {
  const terms = person.terms.filter((term) => RULERS.test(term.office));
  return terms.length > 0 && isInOffice({ ...person, terms }, day);
}

/** Years after which a bare surname means somebody of today rather than who was in office then. */
const REMEMBERED_YEARS = 25;

function isRecent(person: Person, day: Day | null): boolean {
  if (day === null) return true;
  const least = String(Number(day.slice(0, 4)) - REMEMBERED_YEARS);
  return person.terms.some((term) => term.since <= day && (term.until === "" || term.until >= least));
}

/** "Kim", "Rose": also first names and plain words, which need a state of the leader in the text. */
function isCommon(reader: Reader, match: Match): boolean {
  return wordsOf(reader.lexicon, "common-name").has(lowerAt(reader.tree, match.start));
}

/** A title right before the surname: "President Reagan". */
function hasTitle(reader: Reader, match: Match, person: Person): boolean {
  const role = reader.covering[match.start - 1]?.role?.id;
  return role !== undefined && person.terms.some((term) => fold(term.office).endsWith(role));
}

/**
 * The one leader whom a bare surname can mean: of the title before it; in office when the text was published, of a
 * state in the text; or the only widely known bearer of the name.
 */
function leaderBy(reader: Reader, match: Match): Person | null {
  const day = dayAt(reader, match.start);
  const all = match.entries.flatMap((entry) => (entry.person ? [entry.person] : []));
  const recent = all.filter((person) => isRecent(person, day));
  const persons = recent.length > 0 ? recent : all;
  const titled = persons.filter((person) => hasTitle(reader, match, person));
  for (const some of [titled, persons]) {
    const near = some.filter((person) => hasState(reader, person));
    const inOffice = near.filter((person) => isInOffice(person, day));
    if (inOffice.length > 0) return isOneState(inOffice, day) ? likeliest(inOffice, day) : null;
  }
  const left = titled.length > 0 ? titled : persons;
  if (left.length === 1 && (titled.length === 1 || hasState(reader, left[0]!) || isCourteous(reader, match)))
    return left[0]!;
  const ruling = left.filter((person) => rules(person, day));
  if (ruling.length === 1 && !isCommon(reader, match)) return ruling[0]!;
  const isBeforeOffice = reader.covering[match.end]?.role?.sector === "GOV";
  if (!isBeforeOffice && reader.names[match.start]?.kind !== "person") return null;
  if (left.length === 1 && isInOffice(left[0]!, day)) return left[0]!;
  const known = left.filter((person) => isWidelyKnown(person, day));
  return known.length > 0 && known.length === left.length && isOneState(known, day)
    ? likeliest(known, day)
    : null;
}

function isOneState(persons: readonly Person[], day: Day | null): boolean {
  return new Set(persons.map((person) => termAt(person, day)?.entity)).size === 1;
}

function isCourteous(reader: Reader, match: Match): boolean {
  return COURTESY.test(lowerAt(reader.tree, match.start - 1));
}

/** "in May", "May 16". */
function isMonth(reader: Reader, start: number, end: number): boolean {
  if (!wordsOf(reader.lexicon, "month").has(lowerAt(reader.tree, start))) return false;
  if (isOneOf(reader.tree, end, "NUM")) return true;
  return isOneOf(reader.tree, start - 1, "ADP", "ADJ", "DET", "PUNCT", "NUM", "SCONJ");
}

/** A surname used as one: a proper noun that no other mention covers. */
function isFree(reader: Reader, start: number, end: number): boolean {
  if (isMonth(reader, start, end)) return false;
  for (let row = start; row < end; row++) if (reader.covering[row]) return false;
  return isOneOf(reader.tree, start, "PROPN");
}

function make(reader: Reader, start: number, end: number): Draft {
  const { tree } = reader;
  const withCourtesy = COURTESY.test(lowerAt(tree, start - 1));
  const first = withCourtesy ? start - 1 : start;
  const draft = keep(reader, draftOf(tree, first, end, null));
  draft.form = "surname";
  draft.isResolved = true;
  if (withCourtesy) draft.gender = /^m(r|r\.)$|sir/.test(lowerAt(tree, first)) ? "m" : "f";
  return draft;
}

function asBefore(draft: Draft, earlier: Draft): void {
  draft.person = earlier.person;
  draft.referent = earlier.referent;
  draft.entity = earlier.entity;
  draft.sector = earlier.sector;
  draft.name = earlier.name;
  draft.gender = earlier.gender ?? draft.gender;
  draft.political = earlier.political;
}

/** Mentions of leaders by surname alone. */
export function keepSurnames(reader: Reader, matches: readonly Match[]): void {
  const named = namedInFull(reader);
  for (const match of matches) {
    if (!isFree(reader, match.start, match.end)) continue;
    const earlier = namedNear(named, reader.tree.text.slice(match.from, match.to), match.start);
    const person = earlier ? null : leaderBy(reader, match);
    if (!earlier && !person) continue;
    const draft = make(reader, match.start, match.end);
    if (earlier) asBefore(draft, earlier);
    else {
      draft.person = person;
      applyTerm(draft, dayAt(reader, draft.head));
    }
  }
  keepUnknownSurnames(reader, named);
}

/** "Rudenko" after "Andrei Rudenko". */
function keepUnknownSurnames(reader: Reader, named: Named): void {
  const { tree } = reader;
  if (named.size === 0) return;
  for (let row = 0; row < tree.size; row++) {
    if (!isOneOf(tree, row, "PROPN") || reader.covering[row] || !isCapital(tree.text, tree.from[row]!))
      continue;
    if (relationAt(tree, row) === "flat" || relationAt(tree, row) === "compound") continue;
    const earlier = namedNear(named, tree.text.slice(tree.from[row], tree.to[row]), row);
    if (earlier && !hasFlatChild(reader, row)) asBefore(make(reader, row, row + 1), earlier);
  }
}

function hasFlatChild(reader: Reader, row: number): boolean {
  const next = row + 1;
  return isOneOf(reader.tree, next, "PROPN") && reader.tree.head[next] === row;
}
