import type { TimexType } from "../types.js";
import type { DaySpan } from "./calendar.js";

export type ClauseTense = "past" | "present" | "future" | "none";

/** What a time expression means: a TIMEX3 value with an interval of days. */
export interface Meaning extends DaySpan {
  readonly type: TimexType;
  readonly value: string;
}

/** What the words alone do not say. */
export interface Context {
  /** Day of publication. */
  readonly published: number | null;
  /** The date told last, from which "the next day" counts. */
  readonly reference: Meaning | null;
  /** Year that a month without a year belongs to, where the text has named one. */
  readonly year: number | null;
  readonly tense: ClauseTense;
  /** True where a word like "will" or "had" says the tense, false where it was only inferred. */
  readonly sure: boolean;
}

/** Words that fit a rule of the grammar: pieces `[start, end)`. */
export interface Match {
  readonly end: number;
  /** True where a month or day has no year of its own. */
  readonly lacksYear?: boolean;
  readonly resolve: (context: Context) => Meaning;
}

export const NO_SPAN: DaySpan = { since: null, until: null, grain: "range" };

export function dateMeaning(value: string, span: DaySpan): Meaning {
  return { type: "DATE", value, ...span };
}

export function durationMeaning(value: string, span: DaySpan = NO_SPAN): Meaning {
  return { type: "DURATION", value, ...span };
}

export function setMeaning(value: string): Meaning {
  return { type: "SET", value, ...NO_SPAN };
}
