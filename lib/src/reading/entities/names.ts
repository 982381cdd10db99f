import type { NameSpan } from "../../language/index.js";
import type { ActorEntry } from "../lexicon/actors.js";
import { wordsOf } from "../lexicon/actors.js";
import { isCapital } from "../lexicon/atoms.js";
import type { Tree } from "../types.js";
import { strangerBeside } from "./accept.js";
import { draftOf, isOneOf, keep, lowerAt, type Reader, topOf } from "./draft.js";
import type { Match } from "./match.js";
import { applyTerm, likeliest } from "./persons.js";
import { dayAt, ofTheirTime } from "./years.js";

/** Order in which entries of one phrase are preferred where nothing in the document decides. */
const ORDER = ["name", "adjective", "capital", "seat", "surname", "role"];

function rankOf(entry: ActorEntry): number {
  const kind = entry.kind === "state" ? 0 : entry.kind === "place" ? 2 : 1;
  return kind * 10 + ORDER.indexOf(entry.form);
}

/** Counts states and bodies named beyond doubt; they decide between "Georgia" and Georgia. */
export function supportOf(matches: readonly Match[]): Map<string, number> {
  const support = new Map<string, number>();
  for (const { entries } of matches) {
    const [first] = entries;
    if (entries.length === 1 && first!.kind === "organisation" && !first!.state)
      for (const id of [first!.id, first!.parent]) if (id) support.set(id, (support.get(id) ?? 0) + 1);
    const states = new Set(entries.map((entry) => entry.state ?? ""));
    const [state] = states;
    if (states.size === 1 && state) support.set(state, (support.get(state) ?? 0) + 1);
  }
  return support;
}

const PART_OF = "part-of-";

/** Words such as "resolution" tell that a text speaks of the United Nations, whose parts it then may name alone. */
export function supportByWords({ tree, lexicon, support }: Reader): void {
  for (const [name, words] of Object.entries(lexicon.words)) {
    if (!name.startsWith(PART_OF)) continue;
    const body = name.slice(PART_OF.length).toUpperCase();
    if ([...words].some((word) => tree.text.includes(word))) support.set(body, (support.get(body) ?? 0) + 1);
  }
}

/** The entry that a phrase stands for; several bodies of equal right ("the Ministry of Defence") give none of them. */
function chosen(
  entries: readonly ActorEntry[],
  support: ReadonlyMap<string, number>,
  before: string | null,
): ActorEntry {
  if (entries.length === 1) return entries[0]!;
  const here = before && entries.find((entry) => entry.state === before);
  if (here) return here;
  const weight = (entry: ActorEntry) => (entry.state ? (support.get(entry.state) ?? 0) : 0);
  const sorted = [...entries].sort((a, b) => weight(b) - weight(a) || rankOf(a) - rankOf(b));
  const [first, second] = sorted as [ActorEntry, ActorEntry];
  const isOpen = weight(first) === weight(second) && rankOf(first) === rankOf(second);
  if (!isOpen || first.state === second.state) return first;
  return {
    ...first,
    entity: null,
    state: null,
    id: first.name,
    sector: first.sector === second.sector ? first.sector : null,
  };
}

/** The covering names of the model by row. */
export function namesByRow(tree: Tree): (NameSpan | undefined)[] {
  const names: (NameSpan | undefined)[] = new Array(tree.size);
  for (const name of tree.names) if (name.score >= 0.5) names.fill(name, name.start, name.end);
  return names;
}

/** "spoke Russian", "in Russian": the language. */
function isLanguage(reader: Reader, match: Match): boolean {
  const { tree } = reader;
  const row = match.end - 1;
  if (isOneOf(tree, row, "ADJ") && tree.head[row]! > row) return false;
  if (lowerAt(tree, match.start - 1) === "in" && tree.head[row]! < row) return true;
  const head = tree.head[row]!;
  return head >= 0 && wordsOf(reader.lexicon, "language-verb").has(tree.lemma[head]!.toLowerCase());
}

/** "Minister of Lebanon Omar Haddad": after a title in capitals the state ends the title. */
function endsTitle({ tree }: Reader, match: Match): boolean {
  const of = lowerAt(tree, match.start - 1) === "the" ? match.start - 2 : match.start - 1;
  return lowerAt(tree, of) === "of" && of > 0 && isCapital(tree.text, tree.from[of - 1]!);
}

/** What a part of a longer name leaves behind: a place in "Kharkiv Oblast", nothing in "Paris Hilton". */
function leftOf(reader: Reader, match: Match, entry: ActorEntry, stranger: number): ActorEntry | null {
  if (entry.form === "adjective" || entry.form === "seat") return entry;
  if (entry.kind === "organisation" || entry.kind === "group" || entry.kind === "company")
    return stranger < match.start ? null : entry;
  if (entry.kind === "person" && entry.form === "name" && entry.name.includes(" ")) return entry;
  if (entry.kind !== "state" && entry.kind !== "place") return null;
  if (entry.form === "name" && stranger >= match.end && endsTitle(reader, match)) return entry;
  if (wordsOf(reader.lexicon, "thing-noun").has(lowerAt(reader.tree, stranger))) return entry;
  if (!wordsOf(reader.lexicon, "place-noun").has(lowerAt(reader.tree, stranger))) return null;
  return { ...entry, kind: "place", form: "name", sector: null };
}

/** "the North" in a text that names North or South Korea. */
export function keepShortNames(reader: Reader): void {
  const { tree, lexicon, support } = reader;
  for (let row = 1; row < tree.size; row++) {
    if (reader.covering[row] || lowerAt(tree, row - 1) !== "the" || !isOneOf(tree, row, "PROPN", "NOUN"))
      continue;
    if (isOneOf(tree, row + 1, "PROPN") && tree.head[row] === row + 1) continue;
    const names = lexicon.shortNames.get(tree.text.slice(tree.from[row], tree.to[row])) ?? [];
    const name = names.find(({ needs }) => needs.some((state) => support.has(state)));
    if (name)
      keepName(
        reader,
        { from: tree.from[row]!, to: tree.to[row]!, start: row, end: row + 1, entries: [name.entry] },
        name.entry,
      );
  }
}

/** Makes the mentions that the tables name: states, places, organisations, groups, persons. Roles come back. */
export function keepNames(reader: Reader, matches: readonly Match[]): { roles: Match[]; surnames: Match[] } {
  const { tree } = reader;
  const matched: (Match | undefined)[] = new Array(tree.size);
  for (const match of matches) matched.fill(match, match.start, match.end);
  const { names } = reader;
  const roles: Match[] = [];
  const surnames: Match[] = [];
  let before: { end: number; state: string | null } = { end: -1, state: null };
  for (const match of matches) {
    if (match.entries.some((entry) => entry.kind === "role")) {
      roles.push(match);
      continue;
    }
    const named = match.entries.filter((entry) => entry.form !== "surname");
    const own = ofTheirTime(reader, match.start, named);
    if (own.length === 0) {
      if (strangerBeside(tree, matched, match, names[match.start]) < 0) surnames.push(match);
      continue;
    }
    const near = match.start - before.end <= 1 ? before.state : null;
    const stranger = strangerBeside(tree, matched, match, names[match.start]);
    const entry = chosen(own, reader.support, near);
    const left = stranger < 0 ? entry : leftOf(reader, match, entry, stranger);
    if (!left || (left.form === "adjective" && isLanguage(reader, match))) continue;
    if (isDish(reader, match) || isKeptAsRegion(reader, match, left)) continue;
    keepName(reader, match, left.person ? personOf(reader, own, left, match.start) : left);
    before = { end: match.end, state: left.state };
  }
  return { roles, surnames };
}

/** Of several persons with one full name ("George Bush") the one who was in office last. */
function personOf(
  reader: Reader,
  entries: readonly ActorEntry[],
  first: ActorEntry,
  row: number,
): ActorEntry {
  const persons = entries.flatMap((entry) => (entry.person ? [entry.person] : []));
  const person = likeliest(persons, dayAt(reader, row));
  return entries.find((entry) => entry.person === person) ?? first;
}

/** "Atlanta, Georgia": after a town of another state the name is that of a region there. */
function isKeptAsRegion(reader: Reader, match: Match, entry: ActorEntry): boolean {
  const { tree } = reader;
  const town = reader.covering[match.start - 2];
  if (entry.kind !== "state" || town?.kind !== "place" || lowerAt(tree, match.start - 1) !== ",")
    return false;
  const state = town.entry?.state ?? null;
  if (town.end !== match.start - 1 || state === null || state === entry.state) return false;
  if (tree.head[topOf(tree, match.start, match.end)] !== town.head) return false;
  keepName(reader, match, { ...entry, kind: "place", entity: state, state, sector: null });
  return true;
}

/** "a Turkey sandwich" in a menu's capitals. */
function isDish(reader: Reader, match: Match): boolean {
  return (
    match.entries.some((entry) => entry.kind === "state") &&
    wordsOf(reader.lexicon, "dish").has(lowerAt(reader.tree, match.end))
  );
}

function keepName(reader: Reader, match: Match, entry: ActorEntry): void {
  const draft = keep(reader, draftOf(reader.tree, match.start, match.end, entry));
  draft.from = match.from;
  draft.to =
    reader.tree.text[match.to] === "." && reader.tree.to[match.end - 1] === match.to + 1
      ? match.to + 1
      : match.to;
  draft.isResolved = true;
  if (entry.type === "people") draft.isPlural = isOneOf(reader.tree, draft.head, "NOUN", "PROPN");
  draft.political = entry.kind !== "place" && entry.type !== "company" && entry.type !== "media";
  if (!entry.person) return;
  draft.person = entry.person;
  applyTerm(draft, dayAt(reader, draft.head));
}
