import { addGroups, addOrganisations, addPlaces, addRoles, addStates, shortNamesOf } from "./actor-tables.js";
import type { ActorEntry, ActorLexicon } from "./actor-types.js";
import { fold } from "./atoms.js";
import { addLeaders } from "./leaders.js";
import { phraseIndex } from "./phrases.js";
import { listOf, readTable, required } from "./tables.js";

export type { ActorEntry, ActorLexicon, Person, Term } from "./actor-types.js";

const NO_WORDS: ReadonlySet<string> = new Set();

/** Words of a class of `actor-words.tsv`; empty where the table does not have it. */
export function wordsOf(lexicon: ActorLexicon, name: string): ReadonlySet<string> {
  return lexicon.words[name] ?? NO_WORDS;
}

function wordClasses(text: string): Record<string, ReadonlySet<string>> {
  const words: Record<string, ReadonlySet<string>> = {};
  for (const row of readTable(text, "actor-words"))
    words[required(row, "class", "actor-words")] = new Set(listOf(row.words).map(fold));
  return words;
}

/** Reads the six actor tables and `actor-words`; a table that is missing counts as empty. */
export function readActors(tables: Readonly<Record<string, string>>): ActorLexicon {
  const phrases = phraseIndex<ActorEntry>();
  const { add } = phrases;
  const rowsOf = (name: string) => readTable(tables[name] ?? "", name);
  const stateNames = addStates(rowsOf("states"), add);
  addPlaces(rowsOf("places"), add);
  const organisations = addOrganisations(rowsOf("organisations"), add);
  addGroups(rowsOf("groups"), add, organisations);
  const personsOf = addLeaders(tables.leaders ?? "", add);
  const roles = addRoles(rowsOf("roles"), add);
  const shortNames = shortNamesOf(rowsOf("short-names"), stateNames);
  const words = wordClasses(tables["actor-words"] ?? "");
  return { phrases, stateNames, organisations, roles, personsOf, shortNames, words };
}
