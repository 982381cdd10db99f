import type { Day } from "../../core/index.js";
import type { ActorLexicon, Person, Term } from "../lexicon/actors.js";
import { eachAtom, fold } from "../lexicon/atoms.js";
import type { Draft } from "./draft.js";

function covers(term: Term, day: Day): boolean {
  return (term.since === "" || term.since <= day) && (term.until === "" || day < term.until);
}

/** Order of terms by nearness to a day: those that cover it, then those past, then those to come. */
function distance(term: Term, day: Day | null): string {
  if (day === null) return term.until === "" ? "0" : `1${9999 - Number(term.until.slice(0, 4))}`;
  if (covers(term, day)) return `0${9999 - Number(term.since.slice(0, 4) || 0)}`;
  if (term.until !== "" && term.until <= day) return `1${9999 - Number(term.until.slice(0, 4))}`;
  return `2${term.since}`;
}

function nearer(a: Term, b: Term, day: Day | null): boolean {
  return distance(a, day) < distance(b, day);
}

/** The term of office on a day, else the nearest. */
export function termAt(person: Person, day: Day | null): Term | null {
  let best: Term | null = null;
  for (const term of person.terms) if (best === null || nearer(term, best, day)) best = term;
  return best;
}

/** True where one of the person's terms covers the day. */
export function isInOffice(person: Person, day: Day | null): boolean {
  return person.terms.some((term) => (day === null ? term.until === "" : covers(term, day)));
}

/** The term that a title names ("then-President Trump"), else that of the day. */
function termOf(draft: Draft, day: Day | null): Term | null {
  if (!draft.person) return null;
  const title = draft.role?.id;
  const named = title ? draft.person.terms.filter((term) => fold(term.office) === title) : [];
  return termAt(named.length > 0 ? { ...draft.person, terms: named } : draft.person, day);
}

/** Gives a person draft the state and sector of the office held. */
export function applyTerm(draft: Draft, day: Day | null): void {
  const term = termOf(draft, day);
  if (!draft.person || !term) return;
  draft.entity = term.entity;
  draft.sector = term.sector;
  draft.referent = draft.person.id;
  draft.name = draft.person.name;
  draft.gender = draft.person.gender;
  draft.political = true;
}

/** The one person who holds an office of a state on a day; null where nobody or several do. */
export function holderOf(
  lexicon: ActorLexicon,
  state: string,
  office: string,
  day: Day | null,
): Person | null {
  const wanted = fold(office);
  const holders = lexicon
    .personsOf(state)
    .filter((person) =>
      person.terms.some(
        (term) =>
          term.entity === state &&
          fold(term.office) === wanted &&
          (day === null ? term.until === "" : covers(term, day)),
      ),
    );
  return holders.length === 1 ? holders[0]! : null;
}

/** The person among several of one name: in office on the day, else with the nearest term. */
export function likeliest(persons: readonly Person[], day: Day | null): Person | null {
  let best: Person | null = null;
  for (const person of persons) {
    const term = termAt(person, day);
    const known = best && termAt(best, day);
    if (term && (!known || nearer(term, known, day))) best = person;
  }
  return best;
}

/** An identifier made from a name: "Andrei Rudenko" is `andrei-rudenko`. */
export function slugOf(name: string): string {
  const atoms: string[] = [];
  eachAtom(name, 0, name.length, (from, to) => atoms.push(fold(name.slice(from, to))));
  return atoms.join("-");
}

/** The part of a name that comes back alone: the first of "Park Jin-ho", the last of "Andrei Rudenko". */
export function surnameOf(name: string): string {
  const words = name.split(/\s+/);
  if (words.length > 1 && words.length < 4 && /^\p{Lu}\p{Ll}+-\p{L}/u.test(words.at(-1)!))
    return fold(words[0]!);
  return fold(words.at(-1) ?? "");
}
