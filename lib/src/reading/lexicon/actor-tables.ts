import type { Sector } from "../../core/index.js";
import { type ActorEntry, type Person, type ShortName, sectorOf, type Term } from "./actor-types.js";
import { fold } from "./atoms.js";
import { pluralOf } from "./plural.js";
import { listOf, required, type TableRow } from "./tables.js";

type Add = (phrase: string, entry: ActorEntry) => void;
type Rows = readonly TableRow[];

function addAll(add: Add, phrases: readonly string[], entry: ActorEntry): void {
  for (const phrase of phrases) add(phrase, entry);
}

/** Adds names, adjectives, people, capitals and seats of states; gives the names by id. */
export function addStates(rows: Rows, add: Add): Map<string, string> {
  const names = new Map<string, string>();
  for (const row of rows) {
    const id = required(row, "id", "states");
    const name = required(row, "name", "states");
    names.set(id, name);
    const state = { kind: "state", id, entity: id, sector: "GOV", name, state: id, type: "" } as const;
    addAll(add, [name, ...listOf(row.names)], { ...state, form: "name" });
    addAll(add, listOf(row.adjectives), { ...state, form: "adjective" });
    addAll(add, listOf(row.people), { ...state, form: "adjective", sector: "CVL", type: "people" });
    const years = row.until ? { since: Number(row.since), until: Number(row.until) } : {};
    for (const city of listOf(row.capitals)) add(city, { ...state, ...years, form: "capital", type: city });
    addAll(add, listOf(row.seats), { ...state, ...years, form: "seat" });
  }
  return names;
}

export function addPlaces(rows: Rows, add: Add): void {
  for (const row of rows) {
    const name = required(row, "name", "places");
    const country = row.country || null;
    const entry: ActorEntry = {
      kind: "place",
      form: "name",
      id: name,
      entity: country,
      sector: null,
      name,
      state: country,
      type: row.kind ?? "",
    };
    addAll(add, [name, ...listOf(row.names)], entry);
    addAll(add, listOf(row.adjectives), { ...entry, form: "adjective" });
  }
}

/** Sector of a body by its kind, where the row gives none. Bodies of no state have none. */
const SECTOR_OF_KIND: Readonly<Record<string, Sector>> = {
  ministry: "GOV",
  military: "MIL",
  police: "COP",
  intelligence: "SPY",
  court: "JUD",
  legislature: "LEG",
  party: "PTY",
  agency: "GOV",
  body: "GOV",
  company: "BUS",
  media: "JRN",
  ngo: "SOC",
};
/** Where a state is given it is the party, and the body gives the sector. */
function organisationOf(row: TableRow): ActorEntry {
  const id = required(row, "id", "organisations");
  const type = required(row, "kind", "organisations");
  const state = row.state || null;
  const given = sectorOf(row.sector, "organisations", id);
  const sector = given ?? (state ? SECTOR_OF_KIND[type] : null) ?? null;
  const kind = type === "company" ? "company" : "organisation";
  return {
    kind,
    form: "name",
    id,
    entity: state ?? id,
    sector,
    name: required(row, "name", "organisations"),
    state,
    type,
    parent: row.parent ?? "",
  };
}

/** Adds organisations; gives them by id. */
export function addOrganisations(rows: Rows, add: Add): Map<string, ActorEntry> {
  const byId = new Map<string, ActorEntry>();
  for (const row of rows) {
    const entry = organisationOf(row);
    byId.set(entry.id, entry);
    addAll(add, [entry.name, ...listOf(row.names)], entry);
  }
  return byId;
}

export function addGroups(rows: Rows, add: Add, byId: Map<string, ActorEntry>): void {
  for (const row of rows) {
    const id = required(row, "id", "groups");
    const name = required(row, "name", "groups");
    const sector = sectorOf(row.sector, "groups", id);
    const state = row.state || null;
    const entry: ActorEntry = {
      kind: "group",
      form: "name",
      id,
      entity: state ?? id,
      sector,
      name,
      state,
      type: "group",
    };
    byId.set(id, entry);
    addAll(add, [name, ...listOf(row.names)], entry);
  }
}

interface PersonRows extends Person {
  readonly terms: Term[];
}

function termOf(row: TableRow, id: string): Term {
  const sector = sectorOf(row.sector, "leaders", id);
  const office = row.office ?? "";
  return { entity: row.state || null, sector, office, since: row.since ?? "", until: row.until ?? "" };
}

function personOf(row: TableRow, id: string): PersonRows {
  const name = required(row, "name", "leaders");
  const gender = row.gender === "m" || row.gender === "f" ? row.gender : null;
  const surnames = row.surname ? listOf(row.surname) : [name.slice(name.lastIndexOf(" ") + 1)];
  return { id, name, gender, surnames, terms: [] };
}

/** The key of `byOffice`. */
export function officeKey(state: string, office: string): string {
  return `${state} ${fold(office)}`;
}

/** Persons by state and office. */
export function officesOf(persons: Iterable<Person>): Map<string, Person[]> {
  const byOffice = new Map<string, Person[]>();
  for (const person of persons)
    for (const { entity, office } of person.terms) {
      const key = officeKey(entity ?? "", office);
      const list = byOffice.get(key);
      if (!list) byOffice.set(key, [person]);
      else if (!list.includes(person)) list.push(person);
    }
  return byOffice;
}

/** Persons by first and last word of the name, folded. */
export function endsOf(persons: Iterable<Person>): Map<string, Person> {
  const byEnds = new Map<string, Person>();
  for (const person of persons) {
    const { name } = person;
    const [first, last] = [name.indexOf(" "), name.lastIndexOf(" ")];
    if (first > 0) byEnds.set(fold(name.slice(0, first) + name.slice(last)), person);
  }
  return byEnds;
}

function entryOf(person: Person, form: "name" | "surname"): ActorEntry {
  const { id, name } = person;
  return { kind: "person", form, id, entity: null, sector: null, name, state: null, type: "", person };
}

/** Adds persons by full name and by surname, one for all rows of one id, which are terms of office. */
export function addLeaders(rows: Rows, add: Add): Map<string, Person> {
  const persons = new Map<string, PersonRows>();
  for (const row of rows) {
    const id = required(row, "id", "leaders");
    const known = persons.get(id);
    const person = known ?? personOf(row, id);
    person.terms.push(termOf(row, id));
    if (known) continue;
    persons.set(id, person);
    const { name } = person;
    const base = {
      kind: "person",
      id,
      entity: null,
      sector: null,
      name,
      state: null,
      type: "",
      person,
    } as const;
    const entry: ActorEntry = { ...base, form: "name" };
    const names = listOf(row.names);
    add(name, entry);
    addAll(add, names, entry);
    const alone = person.surnames.filter((surname) => surname !== name && !names.includes(surname));
    if (alone.length > 0) addAll(add, alone, { ...base, form: "surname" });
  }
  return persons;
}

/** Adds roles, singular and plural; gives them by their words. */
export function addRoles(rows: Rows, add: Add): Map<string, ActorEntry> {
  const roles = new Map<string, ActorEntry>();
  for (const row of rows) {
    const role = required(row, "role", "roles");
    const sector = sectorOf(row.sector, "roles", role);
    const isHead = row.head === "yes";
    const type = row.number || "one";
    const entry: ActorEntry = {
      kind: "role",
      form: "role",
      id: role,
      entity: null,
      sector,
      name: role,
      state: null,
      type,
      isHead,
      acts: row.acts ?? "",
    };
    roles.set(role, entry);
    add(role, entry);
    if (role.endsWith(".")) continue;
    for (const plural of pluralOf(role)) add(plural, { ...entry, type: type === "body" ? "body" : "many" });
  }
  return roles;
}

/** Reads the words that name a state only beside others: "the North". */
export function shortNamesOf(rows: Rows, stateNames: ReadonlyMap<string, string>): Map<string, ShortName[]> {
  const names = new Map<string, ShortName[]>();
  for (const row of rows) {
    const word = required(row, "word", "short-names");
    const id = required(row, "state", "short-names");
    const name = stateNames.get(id) ?? id;
    const entry = {
      kind: "state",
      form: "name",
      id,
      entity: id,
      sector: "GOV",
      name,
      state: id,
      type: "",
    } as const;
    names.set(word, [...(names.get(word) ?? []), { entry, needs: listOf(row.needs) }]);
  }
  return names;
}
