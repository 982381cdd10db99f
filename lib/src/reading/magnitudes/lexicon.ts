/** The words that say of what a number is the size, `lexicon/magnitudes.tsv`. */
import { EntenteError, MAGNITUDE_KINDS, type MagnitudeKind } from "../../core/index.js";
import { listOf, readTable, required, type TableRow } from "../lexicon/tables.js";

export interface MagnitudeRow {
  readonly kind: MagnitudeKind;
  /** Where the number stands: roles of `docs/roles.md`, `self` (right before the word), `reached` ("rose to 40"). */
  readonly roles: readonly string[];
  /** Lemmas of which one must hang on the word or govern it; empty asks for nothing. */
  readonly with: readonly string[];
  /** Categories (`COERCE`) or modes (`COERCE/arrest`) of the acts that may have it. */
  readonly acts: ReadonlySet<string>;
  /** Classes of `classes.tsv` of what may be counted; empty asks for nothing. */
  readonly of: readonly string[];
}

export interface MagnitudeLexicon {
  /** By `lemma/pos`. */
  readonly words: ReadonlyMap<string, readonly MagnitudeRow[]>;
  /** Rows for the words of the act itself. */
  readonly acts: readonly MagnitudeRow[];
  /** Nouns that measure: "12 years", "40 dollars". Their number is no size. */
  readonly measures: ReadonlySet<string>;
}

const ITSELF = "-";
const MEASURE = "measure";

function rowOf(row: TableRow): MagnitudeRow {
  const kind = MAGNITUDE_KINDS.find((k) => k === row.kind);
  if (kind === undefined)
    throw new EntenteError("bad_lexicon", `magnitudes.tsv: "${row.kind}" is no kind; mend its row.`);
  return {
    kind,
    roles: required(row, "role", "magnitudes").split("|"),
    with: listOf(row.with),
    acts: new Set(required(row, "acts", "magnitudes").split("|")),
    of: listOf(row.of),
  };
}

/** Reads `magnitudes.tsv`. Throws `bad_lexicon` with the value at fault. */
export function readMagnitudes(table: string): MagnitudeLexicon {
  const words = new Map<string, MagnitudeRow[]>();
  const acts: MagnitudeRow[] = [];
  const measures = new Set<string>();
  for (const row of readTable(table, "magnitudes")) {
    const list = listOf(required(row, "word", "magnitudes"));
    if (row.kind === MEASURE) for (const word of list) measures.add(word);
    else if (row.word === ITSELF) acts.push(rowOf(row));
    else for (const word of list) words.set(word, [...(words.get(word) ?? []), rowOf(row)]);
  }
  return { words, acts, measures };
}
