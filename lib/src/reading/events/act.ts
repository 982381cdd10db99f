/** An act found in the text before time, certainty and voice are added. */
import type { Category, Context, Status } from "../../core/index.js";
import type { PartyWords } from "../types.js";

export interface Act {
  readonly category: Category;
  readonly mode: string | null;
  /** The inner act of a promise, request, threat or refusal. */
  readonly of: Category | null;
  readonly contexts: readonly Context[];
  readonly actors: readonly PartyWords[];
  readonly recipients: readonly PartyWords[];
  readonly reciprocal: boolean;
  /** Rows of the nouns that stand where the (underlying) act's recipient would. */
  readonly objects: readonly number[];
  /** Rows of the words that name the act, the deciding one first. */
  readonly triggers: readonly number[];
  /** Row of the (underlying) act, whose certainty and time are asked for. */
  readonly row: number;
  /** Row that carries its tense and mood. */
  readonly clause: number;
  /** Row and clause of the outermost operator; the same as the act's where there is none. */
  readonly outerRow: number;
  readonly outerClause: number;
  /** The outermost operator, as in `transformations.tsv`; null for a plain act. */
  readonly operator: string | null;
  /** Status of the underlying act as the operator sets it; null where the words of the act decide alone. */
  readonly status: Status | null;
  /** Ids of the lexicon rows and transformations, in the order of their use. */
  readonly rule: string;
  /** True where the words name a mutual act, so that the context may supply a missing party. */
  readonly mutual: boolean;
  /** True where nobody is named at all. */
  readonly open: boolean;
  /** Somebody who denies the act: a voice that the operator brings. */
  readonly denier: readonly PartyWords[];
}
