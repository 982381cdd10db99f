import { type ActorEntry, type Person, sectorOf, type Term } from "./actor-types.js";
import { eachRow, listOf, readTable, required, type TableRow } from "./tables.js";

/** A phrase with what it stands for, or with what makes that when it is first asked for. */
type AddLater = (phrase: string, value: () => ActorEntry) => void;

function termOf(row: TableRow, id: string): Term {
  const sector = sectorOf(row.sector, "leaders", id);
  const office = row.office ?? "";
  return { entity: row.state || null, sector, office, since: row.since ?? "", until: row.until ?? "" };
}

function surnamesOf(name: string, surname: string): readonly string[] {
  return surname ? listOf(surname) : [name.slice(name.lastIndexOf(" ") + 1)];
}

/** A person of all lines of one id, which are terms of office. */
function personOf(header: string, lines: readonly string[]): Person {
  const rows = readTable(`${header}\n${lines.join("\n")}`, "leaders");
  const first = rows[0]!;
  const id = required(first, "id", "leaders");
  const name = required(first, "name", "leaders");
  const gender = first.gender === "m" || first.gender === "f" ? first.gender : null;
  const surnames = surnamesOf(name, first.surname ?? "");
  return { id, name, gender, surnames, terms: rows.map((row) => termOf(row, id)) };
}

function entryOf(person: Person, form: "name" | "surname"): ActorEntry {
  const { id, name } = person;
  return { kind: "person", form, id, entity: null, sector: null, name, state: null, type: "", person };
}

/** One person of the table, made when first asked for. */
interface Kept {
  readonly lines: string[];
  person: Person | null;
}

/** Persons by the state or body that they hold, or held, an office of. */
export type PersonsOf = (state: string) => readonly Person[];

/**
 * Adds the persons of the table by full name and by surname. Most are never asked for: of each row only the names
 * and the state are read, the rest when a text names the person or an office of the state.
 */
export function addLeaders(text: string, add: AddLater): PersonsOf {
  const byId = new Map<string, Kept>();
  const byState = new Map<string, Kept[]>();
  let header = "";
  const made = (kept: Kept): Person => {
    kept.person ??= personOf(header, kept.lines);
    return kept.person;
  };
  const addNames = (kept: Kept, name: string, names: readonly string[], surname: string): void => {
    const entry = () => entryOf(made(kept), "name");
    add(name, entry);
    for (const other of names) add(other, entry);
    const asSurname = () => entryOf(made(kept), "surname");
    for (const alone of surnamesOf(name, surname))
      if (alone !== name && !names.includes(alone)) add(alone, asSurname);
  };
  header = eachRow(text, ["id", "name", "names", "surname", "state"], (cells, line) => {
    const id = cells[0]!;
    let kept = byId.get(id);
    if (kept) kept.lines.push(line);
    else {
      kept = { lines: [line], person: null };
      byId.set(id, kept);
      addNames(kept, cells[1]!, listOf(cells[2]), cells[3]!);
    }
    const there = byState.get(cells[4]!);
    if (!there) byState.set(cells[4]!, [kept]);
    else if (there.at(-1) !== kept) there.push(kept);
  });
  return (state) => [...new Set(byState.get(state) ?? [])].map(made);
}
