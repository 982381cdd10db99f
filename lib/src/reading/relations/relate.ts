/** What one given party does to another in a text: always one answer, with its runner-up and its words. */
import {
  CATEGORIES,
  type Cameo,
  type Category,
  cameoOf,
  EntenteError,
  type EvidenceSpan,
  QUAD_OF,
  type Quad,
  type Span,
  type Status,
  spanOf,
} from "../../core/index.js";
import { parseText, uposAt } from "../../language/index.js";
import { findMentions } from "../entities/index.js";
import type { JudgedAct, Setting } from "../events/index.js";
import { factualityAt } from "../factuality/index.js";
import { type Reader, readActs } from "../read.js";
import { growTree } from "../tree.js";
import type { Tree } from "../types.js";
import { actRow, rankedActs, relationFeatures, standing } from "./features.js";
import { isAhead, KINDS, kindOf, type RelationKind } from "./kinds.js";
import { meaningOf } from "./meaning.js";
import { type Pair, withParties } from "./parties.js";
import { collect, type Scores, scoreFeatures } from "./score.js";

/** A text with the places of two parties in it. Either may be missing; one that is named twice has two places. */
export interface RelationInput {
  readonly id?: string | null;
  readonly text: string;
  readonly source?: Span | readonly Span[] | null;
  readonly target?: Span | readonly Span[] | null;
}

export interface Relation {
  readonly type: Category;
  /** The underlying act of a promise, request, threat or refusal. */
  readonly of: Category | null;
  readonly mode: string | null;
  readonly quad: Quad;
  readonly cameo: Cameo | null;
  readonly status: Status;
  /** Share that the scorer gives to the type, 0 ... 1; on texts unlike those it learned from it is too sure (docs/evaluation.md). */
  readonly confidence: number;
}

export interface RelationRecord {
  readonly id: string | null;
  readonly relation: Relation;
  readonly runnerUp: { readonly type: Category; readonly confidence: number };
  readonly evidence: { readonly rule: string; readonly spans: readonly EvidenceSpan[] };
}

/** Everything that the scorer and the answer are made from. */
export interface Situation {
  readonly tree: Tree;
  readonly setting: Setting;
  readonly pair: Pair;
  /** The acts of the text, those that join the parties first. */
  readonly acts: readonly JudgedAct[];
}

function spansOf(text: string, party: RelationInput["source"]): readonly Span[] {
  const isOne = typeof party === "object" && party !== null && "from" in party;
  const spans = isOne ? [party] : Array.isArray(party) ? (party as readonly Span[]) : [];
  if (party !== null && party !== undefined && !isOne && !Array.isArray(party))
    throw new EntenteError("bad_marks", 'A party is a place {"from", "to"} or a list of such.');
  for (const { from, to } of spans)
    if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= text.length))
      throw new EntenteError(
        "bad_marks",
        `A party from ${from} to ${to} is no part of a text of ${text.length} characters; "from" and "to" count UTF-16 units.`,
      );
  return spans;
}

/** Refuses what is no input of this shape; JavaScript callers have no compiler. */
function checked({ text, source, target }: RelationInput): {
  source: readonly Span[];
  target: readonly Span[];
} {
  if (typeof text !== "string")
    throw new EntenteError("bad_marks", "relate needs a text with two marked parties.");
  return { source: spansOf(text, source), target: spansOf(text, target) };
}

/** Reads a text with its two parties as far as the scorer needs it. Throws `bad_marks` for places outside the text. */
export function situate(reader: Reader, input: RelationInput): Situation {
  const { language, knowledge } = reader;
  const { source, target } = checked(input);
  const tree = growTree(parseText(language, input.text));
  const { mentions, pair } = withParties(tree, findMentions(tree, knowledge.actors, null), source, target);
  const { setting, acts } = readActs(knowledge, tree, mentions, null, 0);
  return { tree, setting, pair, acts: rankedActs(acts, pair) };
}

/** Categories that speak of another act. */
const ABOUT_ACTS: ReadonlySet<Category> = new Set<Category>([
  "AGREE",
  "CONCEDE",
  "REQUEST",
  "REJECT",
  "THREATEN",
]);

function ofOf(type: Category, acts: readonly JudgedAct[]): Category | null {
  const inner = acts[0];
  return ABOUT_ACTS.has(type) && inner !== undefined && inner.of === null ? inner.category : null;
}

const MAX_WORDS = 3; // words named as the reason of an answer that no frame gives

const TELLING = new Set(["VERB", "NOUN", "ADJ", "ADV", "PROPN"]);

/** The words that speak most for the answer, in text order. */
function reasons({ tree, pair }: Situation, { support }: Scores): readonly number[] {
  const isParty = (row: number) =>
    [...pair.source, ...pair.target].some(({ start, end }) => start <= row && row < end);
  return [...support]
    .filter(([row, weight]) => weight > 0 && TELLING.has(uposAt(tree, row)) && !isParty(row))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_WORDS)
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

function span(tree: Tree, role: EvidenceSpan["role"], row: number): EvidenceSpan {
  return { role, ...spanOf(tree.text, tree.from[row]!, tree.to[row]!) };
}

function evidenceOf(
  situation: Situation,
  act: JudgedAct | undefined,
  scores: Scores,
): RelationRecord["evidence"] {
  const { tree, pair } = situation;
  const words = act?.triggers ?? reasons(situation, scores);
  const spans = words.map((row) => span(tree, "trigger", row));
  const places = [
    ["actor", pair.source],
    ["recipient", pair.target],
  ] as const;
  for (const [role, parties] of places)
    for (const { start, end } of parties)
      spans.push({ role, ...spanOf(tree.text, tree.from[start]!, tree.to[end - 1]!) });
  const said = spans
    .slice(0, words.length)
    .map((s) => s.text)
    .join(", ");
  for (const cue of act?.statusCues ?? []) spans.push({ role: "status", ...cue });
  return {
    rule: act?.rule ?? `scorer: ${said === "" ? "no word decided" : said}`,
    spans,
  };
}

/** Status of what the source does: of the act that the frames found, else of its verb. */
function statusOf({ tree, setting, pair, acts }: Situation): Status {
  const [first] = acts;
  if (first !== undefined && standing(first, pair).startsWith("A")) return first.factuality.status;
  const row = actRow(tree, pair);
  return row < 0 ? "happened" : factualityAt(tree, setting.factuality, row, row).factuality.status;
}

/** A category with its share: that of all its kinds. */
interface Candidate {
  readonly type: Category;
  readonly share: number;
  /** The likeliest of its kinds. */
  readonly as: RelationKind["as"];
}

/** The two likeliest categories. */
function ranking(shares: Float64Array): readonly [Candidate, Candidate] {
  const candidates = CATEGORIES.map((type): Candidate => {
    const kinds = KINDS.map((kind, k) => ({ ...kind, share: shares[k]! })).filter((k) => k.category === type);
    const likeliest = kinds.reduce((a, b) => (b.share > a.share ? b : a));
    return { type, as: likeliest.as, share: kinds.reduce((sum, kind) => sum + kind.share, 0) };
  }).sort((a, b) => b.share - a.share);
  return [candidates[0]!, candidates[1]!];
}

const HAS_KINDS: ReadonlySet<Category> = new Set(
  KINDS.flatMap(({ category, as }) => (as === null ? [] : [category])),
);

/** The act of the frames that is of the chosen category, and of its kind where it has kinds. */
function actOf(acts: readonly JudgedAct[], { type, as }: Candidate): JudgedAct | undefined {
  const own = acts.filter((act) => act.category === type);
  const isOfKind = (act: JudgedAct) =>
    KINDS[kindOf(type, act.mode, act.of, act.factuality.status)]?.as === as;
  return own.find(isOfKind) ?? (HAS_KINDS.has(type) ? undefined : own[0]);
}

const AS_PROMISED = { of: "RETREAT", mode: null, status: "planned" } as const;

/** Mode, underlying act and status: from the frames where they agree with the scorer, else from its kind and the words. */
function detailsOf(
  situation: Situation,
  best: Candidate,
  act: JudgedAct | undefined,
): Pick<Relation, "of" | "mode" | "status"> {
  if (act !== undefined) return { of: act.of, mode: act.mode, status: act.factuality.status };
  if (best.as === "promised") return AS_PROMISED;
  const mode = best.as === "convict" ? best.as : null;
  const status = statusOf(situation);
  if (HAS_KINDS.has(best.type)) return { of: null, mode, status: isAhead(status) ? "happened" : status };
  return { of: ofOf(best.type, situation.acts), mode, status };
}

/**
 * The best relation between two parties of a text. There is always one; where the frames find none, the words decide
 * alone. Throws `bad_marks` for a party outside the text.
 */
export function relate(reader: Reader, input: RelationInput): RelationRecord {
  const situation = situate(reader, input);
  const { tree, setting, pair, acts } = situation;
  const used = collect(reader.relations.bits, (put) => relationFeatures(setting.scene, pair, acts, put));
  const scores = scoreFeatures(reader.relations, used, meaningOf(reader.language, tree, pair));
  const [best, second] = ranking(scores.shares);
  const act = actOf(acts, best);
  const details = detailsOf(situation, best, act);
  return {
    id: input.id ?? null,
    relation: {
      type: best.type,
      of: details.of,
      mode: details.mode,
      quad: QUAD_OF[best.type],
      cameo: cameoOf(setting.scene.acts.cameo, {
        type: best.type,
        ...details,
        contexts: act?.contexts ?? [],
      }),
      status: details.status,
      confidence: rounded(best.share),
    },
    runnerUp: { type: second.type, confidence: rounded(second.share) },
    evidence: evidenceOf(situation, act, scores),
  };
}
