/** Labelled sentences: `id, text, published, codings`; a coding that begins with "?" may be found or not. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EventRecord } from "../../lib/src/core/index.js";
import { type Coding, notationOf, parseCoding } from "../../lib/src/reading/frames/coding.js";
import { readTable } from "../../lib/src/reading/lexicon/tables.js";
import { parseMarks } from "../../lib/src/reading/relations/marks.js";
import { readNamedFile, UsageError } from "../arguments.js";

export interface GoldEvent {
  readonly notation: string;
  /** Readings that are equally right, one or more. */
  readonly codings: readonly Coding[];
  /** A careful second coder might leave it out: neither a miss nor a false event. */
  readonly optional: boolean;
}

export interface GoldSentence {
  readonly id: string;
  /** Without the marks of its two parties. */
  readonly text: string;
  /** With them, where they are marked. */
  readonly marked: string;
  readonly published: string | null;
  readonly events: readonly GoldEvent[];
}

/** Reads one cell of a gold file: codings joined by " or ", with "? " in front where the event is optional. */
export function goldEvent(cell: string): GoldEvent {
  const notation = cell.replace(/^\?\s*/u, "").trim();
  return { notation, codings: notation.split(" or ").map(parseCoding), optional: cell.startsWith("?") };
}

/** Reads the table of labelled sentences. */
export function readGold(table: string): readonly GoldSentence[] {
  return readTable(table, "sentences").map((row) => ({
    id: row.id!,
    text: parseMarks(row.text!).text,
    marked: row.text!,
    published: row.published || null,
    events: row.codings === "none" ? [] : row.codings!.split(" ; ").map(goldEvent),
  }));
}

/** Every fifth sentence is held apart: it trains and tunes nothing. */
const HELD_EVERY = 5;

/** Parts of the labelled sentences: those that may be learned from, those held apart, or all. */
export type Part = "train" | "held" | "all";

/** Which part a sentence belongs to, by the number at the end of its id. The short first ones were used while the program grew. */
export function partOf(id: string): "train" | "held" {
  if (!/-[a-z]-\d+$/u.test(id)) return "train";
  return Number(/\d+$/u.exec(id)?.[0] ?? 1) % HELD_EVERY === 0 ? "held" : "train";
}

/** A file, or the tables of a folder in the order of their names. */
function tablesOf(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".tsv"));
  return names.sort().map((name) => join(path, name));
}

/** The labelled sentences of a file, or of all tables of a folder. */
export function goldOf(path: string, part: Part): readonly GoldSentence[] {
  const sentences = tablesOf(path).flatMap((file) =>
    readGold(readNamedFile(file, "--data").toString("utf8")),
  );
  const own = part === "all" ? sentences : sentences.filter(({ id }) => partOf(id) === part);
  if (own.length === 0)
    throw new UsageError(`${path} has no labelled sentences; name a file or folder with --data`);
  return own;
}

/** `CATEGORY[/mode] [of CATEGORY] STATUS`: the parties are the marked ones. */
function parsePairCoding(coding: string): Coding {
  const at = coding.lastIndexOf(" ");
  return parseCoding(`${coding.slice(0, at)} - ${coding.slice(at + 1)}`);
}

/** Sentences of which only the relation of the marked pair is coded: `id, text, coding`. */
export function pairsOf(
  folder: string,
  part: Part,
): readonly { readonly id: string; readonly marked: string; readonly codings: readonly Coding[] }[] {
  return tablesOf(folder)
    .flatMap((file) => readTable(readNamedFile(file, "--data").toString("utf8"), "pairs"))
    .filter((row) => part === "all" || partOf(row.id!) === part)
    .map((row) => ({
      id: row.id!,
      marked: row.text!,
      codings: row.coding!.split(" or ").map(parsePairCoding),
    }));
}

/** An event's parties and category as the notation has them. */
export function codingOf(event: EventRecord): Coding {
  return parseCoding(notationOf(event));
}

function sameParties(a: Coding, b: Coding): boolean {
  const key = (c: Coding) => `${c.actors.join("+")} > ${(c.recipients ?? []).join("+")}`;
  return key(a) === key(b);
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));

/** Categories of acts that both sides do: who is named first says little. */
const MUTUAL: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "COOPERATE", "SUPPORT"]);

/**
 * Parties that may be of the same act: an actor in common, or none on either side; recipients that do not contradict each
 * other. The rule by which coded documents are compared (`--task documents`).
 */
function compatibleParties(a: Coding, b: Coding): boolean {
  const [recipientsA, recipientsB] = [a.recipients ?? [], b.recipients ?? []];
  const isMutual = MUTUAL.has(a.category) || a.recipients === null || b.recipients === null;
  const everyone = meet([...a.actors, ...recipientsA], [...b.actors, ...recipientsB]);
  const isUnknown = a.actors.length === 0 && b.actors.length === 0;
  if (!(isUnknown || meet(a.actors, b.actors) || (isMutual && everyone))) return false;
  return isMutual || recipientsA.length === 0 || recipientsB.length === 0 || meet(recipientsA, recipientsB);
}

/** How well an event answers an expected one: 3 exact parties, 2 parties that may be of one act, 1 category alone, 0 not. */
export type Agreement = 0 | 1 | 2 | 3;

export function agreement(found: Coding, wanted: GoldEvent): Agreement {
  const same = wanted.codings.filter((coding) => coding.category === found.category);
  if (same.length === 0) return 0;
  if (same.some((coding) => sameParties(found, coding))) return 3;
  return same.some((coding) => compatibleParties(found, coding)) ? 2 : 1;
}

/** The readings of an expected event that have an event's category and parties that go with its own. */
export function answeredCodings(found: Coding, wanted: GoldEvent): readonly Coding[] {
  return wanted.codings.filter(
    (coding) => coding.category === found.category && compatibleParties(found, coding),
  );
}

/** The given detail where the event has it, else what was wanted; null where no reading says anything of it. */
export function wantedDetail(found: Coding, wanted: GoldEvent, detail: "status" | "mode"): string | null {
  const values = answeredCodings(found, wanted).map((coding) => coding[detail]);
  return values.includes(null) || values.length === 0
    ? null
    : (values.find((v) => v === found[detail]) ?? values[0]!);
}

function mayStand(found: Coding, wanted: GoldEvent): boolean {
  const status = wantedDetail(found, wanted, "status");
  return agreement(found, wanted) >= 2 && (status === null || status === found.status);
}

export type Pair = { readonly at: number; readonly agreement: 1 | 2 | 3 } | null;

/** True where an event answers an expected one at the level; an optional one must be right in parties and status. */
export function answers(found: Coding, wanted: GoldEvent, level: 1 | 2 | 3): boolean {
  return wanted.optional ? level === 3 && mayStand(found, wanted) : agreement(found, wanted) === level;
}

/** Pairs expected events with found ones, best first; each is used once. An optional event must be right in all. */
export function pairEvents(wanted: readonly GoldEvent[], found: readonly Coding[]): readonly Pair[] {
  const pairs: Pair[] = wanted.map(() => null);
  const free = new Set(found.keys());
  for (const level of [3, 2, 1] as const)
    for (const [w, event] of wanted.entries()) {
      if (pairs[w] !== null) continue;
      const at = [...free].find((f) => answers(found[f]!, event, level));
      if (at === undefined) continue;
      pairs[w] = { at, agreement: level };
      free.delete(at);
    }
  return pairs;
}
