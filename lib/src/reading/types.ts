/** What the modules of the reading room hand to each other. Rows are word rows of the `Parsed` columns. */
import type { Day, EntityKind, Factuality, Grain, Sector, Span, TextSpan } from "../core/index.js";
import type { Parsed } from "../language/index.js";

/** The parsed document with the tables that every module needs, computed once. */
export interface Tree extends Parsed {
  /** Direct dependents of each row, in text order; see `childrenAt`. */
  readonly childRows: readonly (readonly number[])[];
  /** Number of the sentence of each row. */
  readonly sentence: Uint32Array;
}

/** How the words of a mention name their entity. */
export type MentionForm =
  | "name"
  | "adjective"
  | "capital"
  | "seat"
  | "office"
  | "role"
  | "surname"
  | "pronoun"
  | "description";

/** Words that stand for an actor: "North Korean troops", "President Vladimir Putin", "the Kremlin", "he". */
export interface Mention extends Span {
  /** First row of the mention. */
  readonly start: number;
  /** Row after the last. */
  readonly end: number;
  /** Row of its head in the tree. */
  readonly head: number;
  /** Entity id as it stands in a record's party (a minister's is his state's); null where unresolved. */
  readonly entity: string | null;
  /** Identity for coreference and the entity list: a person's own id ("vladimir-putin"), else as `entity`. */
  readonly referent: string | null;
  readonly kind: EntityKind;
  readonly sector: Sector | null;
  /** Name for people: "Vladimir Putin", "North Korea". */
  readonly name: string;
  readonly form: MentionForm;
  /** Plural groups resolved to several actors ("the two presidents"): the mentions that they stand for. */
  readonly group: readonly Mention[];
  /** True where the words name a political actor: what a party of an event may be. A bare city is not. */
  readonly political: boolean;
}

/** All mentions, in order of their heads. */
export interface Mentions {
  readonly list: readonly Mention[];
  /** Per row: index in `list` of the mention whose head is this row, or -1. */
  readonly at: Int32Array;
}

/** One party candidate of an event: a mention, or words that belong to one ("Ukrainian infrastructure"). */
export interface PartyWords extends Span {
  readonly head: number;
  readonly entity: string | null;
  readonly referent: string | null;
  readonly sector: Sector | null;
  readonly name: string;
  /** As in `Mention`: only political words may carry an event. */
  readonly political: boolean;
}

export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** A time expression with the interval of days that it means. */
export interface TimeExpression extends Span {
  readonly start: number;
  readonly end: number;
  readonly head: number;
  readonly type: TimexType;
  /** TIMEX3 value, "2024-06", "P3D", "PRESENT_REF". */
  readonly value: string;
  /** Half-open interval of days; null is an open end. Both null for durations and sets without an anchor. */
  readonly since: Day | null;
  readonly until: Day | null;
  readonly grain: Grain;
}

/** A voice that says something in the text. */
export interface VoiceNode {
  /** Index of the enclosing voice in the list, or -1 where the author speaks. */
  readonly parent: number;
  readonly party: PartyWords;
  readonly cue: TextSpan;
  /** Row of the cue's head word. */
  readonly cueRow: number;
  readonly quoted: boolean;
}

export interface Voices {
  readonly list: readonly VoiceNode[];
  /** Per row: index in `list` of the innermost voice that says this word, or -1. */
  readonly at: Int32Array;
  /** 1 where the word stands inside a direct quotation. */
  readonly quoted: Uint8Array;
}

/** Factuality of one predicate, with the words that decided it. */
export interface FactualityReading {
  readonly factuality: Factuality;
  readonly cues: readonly TextSpan[];
}
