import { EntenteError, type EntityKind, SECTORS, type Sector } from "../../core/index.js";
import type { MentionForm } from "../types.js";
import type { PhraseIndex } from "./phrases.js";

/** One term of office; years, months or days, half-open, "" is open. */
export interface Term {
  readonly entity: string | null;
  readonly sector: Sector | null;
  readonly office: string;
  readonly since: string;
  readonly until: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly gender: "m" | "f" | null;
  readonly surnames: readonly string[];
  readonly terms: readonly Term[];
}

/** What a phrase of the lexicon may stand for. */
export interface ActorEntry {
  readonly kind: EntityKind;
  readonly form: MentionForm;
  readonly id: string;
  /** Entity as it stands in a record's party; null for roles, and for persons, whose term decides. */
  readonly entity: string | null;
  readonly sector: Sector | null;
  readonly name: string;
  /** State that it belongs to, where it belongs to one. */
  readonly state: string | null;
  /** Kind of the row: igo, ministry, city ...; number of a role: one, many, body; `people` for nationals. */
  readonly type: string;
  readonly person?: Person;
  /** The role with a state names the government itself ("the Russian government"). */
  readonly isHead?: boolean;
  /** Whether a role is a political actor: "" always, `many` only several, `no` never, `owned` with an owner only. */
  readonly acts?: string;
  /** The body that it is a part of. */
  readonly parent?: string;
  /** Years of a former state. */
  readonly since?: number;
  readonly until?: number;
}

/** A word that names a state only in a text about its neighbourhood. */
export interface ShortName {
  readonly entry: ActorEntry;
  readonly needs: readonly string[];
}

/** The actor tables, indexed once. */
export interface ActorLexicon {
  readonly phrases: PhraseIndex<ActorEntry>;
  readonly stateNames: ReadonlyMap<string, string>;
  readonly organisations: ReadonlyMap<string, ActorEntry>;
  /** Roles by their words. */
  readonly roles: ReadonlyMap<string, ActorEntry>;
  /** Persons by the state or body of which they hold or held an office. */
  readonly personsOf: (state: string) => readonly Person[];
  /** "the North": state by word, with the states one of which the text must name. */
  readonly shortNames: ReadonlyMap<string, readonly ShortName[]>;
  /** Word classes of `actor-words.tsv`, lemmas in lower case. */
  readonly words: Readonly<Record<string, ReadonlySet<string>>>;
}

const KNOWN_SECTORS: ReadonlySet<string> = new Set(SECTORS);

/** A sector cell of a row of a table: a sector's code or empty. */
export function sectorOf(cell: string | undefined, table: string, row: string): Sector | null {
  if (!cell) return null;
  if (KNOWN_SECTORS.has(cell)) return cell as Sector;
  throw new EntenteError(
    "bad_lexicon",
    `${table}.tsv, ${row}: "${cell}" is no sector. Use one of ${SECTORS.join(", ")}.`,
  );
}
