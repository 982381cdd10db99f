/** The JSON record: one shape for the command, the API, the store and the library. Field meanings: docs/codebook.md. */
import type { Cameo } from "./cameo.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Category, Context, Quad, Sector } from "./plover.js";
import type { Span, TextSpan } from "./span.js";

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type EntityKind = "state" | "organisation" | "group" | "company" | "person" | "place" | "role";

export interface DocumentRecord {
  /** Hash of the original text. */
  readonly id: string;
  /** The identifier that the caller gave, kept as it was. */
  readonly externalId: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: Day | null;
  readonly language: "en";
  readonly source: string | null;
  /** Where the same text stands, first the copy that was read. Empty when the text stands once. */
  readonly copies: readonly Span[];
}

export interface EntityRecord {
  /** ISO 3166-1 alpha-3 for states (KOS for Kosovo), an id of the lexicon, or one made from the name. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** The state that it belongs to, where it belongs to one. */
  readonly state: string | null;
  readonly mentions: readonly TextSpan[];
}

export interface Party extends TextSpan {
  /** Entity id; null when the words could not be resolved. Nobody is guessed. */
  readonly entity: string | null;
  /** Null for international bodies. */
  readonly sector: Sector | null;
  readonly name: string;
}

export type Grain = "day" | "week" | "month" | "quarter" | "season" | "year" | "decade" | "range";
/** How the time is known: said, told by tense, neighbour or period, or the publication date standing in. */
export type TimeSource = "stated" | "implied" | "dateline";

/** Half-open interval of days; null is an open end. */
export interface EventTime {
  readonly since: Day | null;
  readonly until: Day | null;
  readonly grain: Grain;
  readonly how: TimeSource;
}

export interface Place {
  readonly name: string;
  readonly country: string | null;
  readonly geonameId: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type Status =
  | "happened"
  | "ongoing"
  | "planned"
  | "possible"
  | "conditional"
  | "requested"
  | "denied"
  | "not-happened"
  | "counterfactual"
  | "generic";
export type Certainty = "certain" | "probable" | "possible" | "unknown";
export type Polarity = "positive" | "negative";
export type Tense = "past" | "ongoing" | "future" | "none";

export interface Factuality {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly tense: Tense;
  /** The condition's words, where the status is conditional. */
  readonly condition?: TextSpan;
}

/** One voice of the chain from the author inwards. */
export interface Voice {
  readonly party: Party;
  readonly cue: TextSpan;
  readonly quoted: boolean;
}

export type EvidenceRole =
  | "trigger"
  | "actor"
  | "recipient"
  | "time"
  | "place"
  | "status"
  | "voice"
  | "magnitude";

export interface EvidenceSpan extends TextSpan {
  readonly role: EvidenceRole;
}

export interface Evidence {
  readonly document: string;
  readonly sentence: TextSpan;
  readonly spans: readonly EvidenceSpan[];
  /** The lexicon row and the transformations that made the coding, e.g. `visit.noun > future cooperation is AGREE`. */
  readonly rule: string;
}

/** PLOVER manual 2.0, information object for size; `size` itself is what took part or was moved. */
export const MAGNITUDE_KINDS = ["dead", "injured", "arrested", "size"] as const;
export type MagnitudeKind = (typeof MAGNITUDE_KINDS)[number];

/** A number with its words: "at least 12" is 12 to null, "up to 40" null to 40, "about 30" 30 to 30. */
export interface Magnitude extends TextSpan {
  readonly kind: MagnitudeKind;
  readonly least: number | null;
  readonly most: number | null;
}

export type Auxiliary = "historical" | "future" | "hypothetical" | "negation";

export interface EventRecord {
  readonly id: string;
  readonly type: Category;
  readonly mode: string | null;
  /** The underlying act of a promise, request, threat or refusal. */
  readonly of: Category | null;
  readonly contexts: readonly Context[];
  readonly quad: Quad;
  readonly score: number;
  /** The same in CAMEO, for users of GDELT and ICEWS; null where `lexicon/cameo.tsv` has no row for it. */
  readonly cameo: Cameo | null;
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
  readonly reciprocal: boolean;
  readonly time: EventTime;
  readonly place: Place | null;
  readonly factuality: Factuality;
  readonly auxiliary: readonly Auxiliary[];
  readonly attribution: readonly Voice[];
  /** Numbers that the text gives of the act; null where it gives none. */
  readonly magnitude: readonly Magnitude[] | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

export type ClaimKind = "cause" | "condition" | "forecast" | "recommendation" | "assessment" | "analogy";

export interface ClaimRecord {
  readonly id: string;
  readonly kind: ClaimKind;
  /** +1 raises or supports, -1 lowers or undermines, 0 neither. */
  readonly sign: -1 | 0 | 1;
  /** Empty is the author's own voice. */
  readonly holder: readonly Party[];
  readonly from: TextSpan | null;
  readonly to: TextSpan | null;
  /** Ids of the events that the claim joins. */
  readonly events: readonly string[];
  readonly certainty: Certainty;
  readonly polarity: Polarity;
  readonly evidence: readonly Evidence[];
}

export type TieKind =
  | "alliance"
  | "treaty"
  | "war"
  | "diplomatic-relations"
  | "sanctions"
  | "support"
  | "rivalry";

export interface TieRecord {
  readonly between: readonly [string, string];
  readonly kind: TieKind;
  readonly sign: -1 | 1;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly events: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ReadingRecord {
  readonly entente: 1;
  readonly software: string;
  readonly model: string;
  readonly lexicon: string;
  readonly document: DocumentRecord;
  readonly entities: readonly EntityRecord[];
  readonly events: readonly EventRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly ties: readonly TieRecord[];
  readonly diagnostics: readonly Diagnostic[];
}
