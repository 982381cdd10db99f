import type { Sector } from "../../core/index.js";
import { type ActorEntry, type ShortName, sectorOf } from "./actor-types.js";
import { pluralOf } from "./plural.js";
import { listOf, required, type TableRow } from "./tables.js";

export type Add = (phrase: string, entry: ActorEntry) => void;
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
