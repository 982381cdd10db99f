/** The frame tables of `lexicon/frames/`, parsed once: which words name an act, and who takes part in it. */
import { CATEGORIES, type Category, CONTEXTS, type Context, EntenteError } from "../../core/index.js";
import { listOf, readTable } from "../lexicon/tables.js";

/** What may stand in a role: a noun class ("@troops"), a kind of actor, or a lemma. */
export interface NeedValue {
  readonly test: "class" | "kind" | "lemma";
  readonly value: string;
}

/** A condition of the `needs` column: what must, or must not, stand in a role. No values: anything will do. */
export interface Need {
  /** Any of these roles will do. */
  readonly roles: readonly string[];
  readonly negated: boolean;
  readonly values: readonly NeedValue[];
}

export interface Frame {
  readonly id: string;
  /** Lemma of the word that carries the act. */
  readonly head: string;
  readonly pos: "v" | "n" | "a";
  /** Lemmas of the other words of a fixed phrase, before or after the head. */
  readonly rest: readonly string[];
  /** Null for operators that are no event where no inner act is found. */
  readonly category: Category | null;
  readonly mode: string | null;
  readonly contexts: readonly Context[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly mutual: readonly string[];
  readonly needs: readonly Need[];
  readonly operator: string | null;
  readonly content: readonly string[];
  /** Place in the tables: decides between frames that fit equally well. */
  readonly order: number;
}

/** Frames by the lemma of their head word, verbs, nouns and adjectives apart. */
export type FrameIndex = ReadonlyMap<string, readonly Frame[]>;

/** Prepositions that may stand inside a fixed nominal phrase, so that its head is the word before them. */
const INNER_PREPOSITIONS = new Set(["of", "in", "on", "for", "against", "with", "to"]);

function headIndex(words: readonly string[], pos: string): number {
  if (pos !== "n") return 0;
  const inner = words.findIndex((word, i) => i > 0 && INNER_PREPOSITIONS.has(word));
  return inner > 0 ? inner - 1 : words.length - 1;
}

const KINDS = new Set(["party", "state", "person"]);

function parseValue(value: string): NeedValue {
  if (value.startsWith("@")) return { test: "class", value: value.slice(1) };
  return { test: KINDS.has(value) ? "kind" : "lemma", value };
}

function parseNeed(text: string): Need {
  const trimmed = text.trim();
  const negated = trimmed.startsWith("no ") || trimmed.startsWith("not ");
  const body = negated ? trimmed.slice(trimmed.indexOf(" ") + 1) : trimmed;
  const equals = body.indexOf("=");
  if (equals < 0) return { roles: listOf(body), negated, values: [] };
  return {
    roles: listOf(body.slice(0, equals)),
    negated,
    values: listOf(body.slice(equals + 1)).map(parseValue),
  };
}

function checked<T extends string>(value: string, known: readonly T[], what: string, id: string): T {
  const found = known.find((k) => k === value);
  if (found === undefined)
    throw new EntenteError(
      "bad_lexicon",
      `Frame ${id}: "${value}" is not a ${what}; mend its row in lexicon/frames.`,
    );
  return found;
}

function parseFrame(row: Readonly<Record<string, string>>, order: number): Frame {
  const id = row.id ?? "";
  const trigger = row.trigger ?? "";
  const slash = trigger.lastIndexOf("/");
  const pos = checked(trigger.slice(slash + 1), ["v", "n", "a"] as const, "part of speech (v, n, a)", id);
  const words = trigger.slice(0, slash).split(" ");
  const head = headIndex(words, pos);
  return {
    id,
    head: words[head] ?? "",
    pos,
    rest: words.filter((_, i) => i !== head),
    category: row.category === "-" ? null : checked(row.category ?? "", CATEGORIES, "category", id),
    mode: row.mode || null,
    contexts: listOf(row.contexts ?? "").map((c) => checked(c, CONTEXTS, "context", id)),
    actor: listOf(row.actor ?? ""),
    recipient: listOf(row.recipient ?? ""),
    mutual: listOf(row.mutual ?? ""),
    needs: (row.needs ?? "")
      .split(";")
      .filter((n) => n.trim() !== "")
      .map(parseNeed),
    operator: row.operator || null,
    content: listOf(row.content ?? ""),
    order,
  };
}

/** Parses all tables whose name begins with `frames/`. Throws `bad_lexicon` with the row at fault. */
export function readFrames(tables: Readonly<Record<string, string>>): FrameIndex {
  const index = new Map<string, Frame[]>();
  let order = 0;
  for (const name of Object.keys(tables)
    .filter((n) => n.startsWith("frames/"))
    .sort()) {
    for (const row of readTable(tables[name] ?? "")) {
      const frame = parseFrame(row, order++);
      const key = `${frame.head}/${frame.pos}`;
      const list = index.get(key);
      if (list) list.push(frame);
      else index.set(key, [frame]);
    }
  }
  return index;
}

/** Noun classes of `classes.tsv`: lemma → names of its classes. A class may stand in several rows. */
export function readClasses(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const classes = new Map<string, Set<string>>();
  for (const row of readTable(table)) {
    for (const lemma of listOf(row.lemmas ?? "")) {
      const set = classes.get(lemma);
      if (set) set.add(row.class ?? "");
      else classes.set(lemma, new Set([row.class ?? ""]));
    }
  }
  return classes;
}
