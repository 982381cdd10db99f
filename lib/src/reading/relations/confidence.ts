/**
 * How sure the coding of an event is: a logistic regression over what the scorer of relations thinks of it and how much of
 * it the text names, fitted on labelled sentences held apart (`npm run train -- confidence`; docs/evaluation.md).
 */
import { EntenteError } from "../../core/index.js";
import { asciiText, type LanguageModel, uposAt } from "../../language/index.js";
import { nounPhraseOf } from "../entities/index.js";
import type { JudgedAct, MergedAct, Setting } from "../events/index.js";
import type { PartyWords, Tree } from "../types.js";
import { rankedActs, relationFeatures } from "./features.js";
import { KINDS } from "./kinds.js";
import { meaningOf } from "./meaning.js";
import type { RelationModel } from "./model.js";
import type { Pair, PartyRows } from "./parties.js";
import { collect, scoreFeatures } from "./score.js";

/** Weights by the names of the signs. */
export type ConfidenceModel = Readonly<Record<string, number>>;

/** Reads the section "confidence/model", JSON in ASCII. Throws `bad_model` where it is none. */
export function loadConfidenceModel(bytes: Uint8Array): ConfidenceModel {
  try {
    return JSON.parse(asciiText(bytes)) as ConfidenceModel;
  } catch {
    throw new EntenteError(
      "bad_model",
      "the section of confidence is damaged; run `npm run train -- confidence`",
    );
  }
}

function rowsOf(tree: Tree, parties: readonly PartyWords[]): readonly PartyRows[] {
  const heads = [...new Set(parties.map((party) => party.head))];
  return heads.map((head) => {
    const { start, end } = nounPhraseOf(tree, head);
    return { start: Math.min(start, head), end: Math.max(end, head + 1), head };
  });
}

/** The parties of an act as the scorer wants them; of a mutual act the first is the source. */
function pairOf(tree: Tree, act: JudgedAct): Pair {
  const actors = rowsOf(tree, act.actors);
  const predicate = uposAt(tree, act.outerRow) === "VERB" ? act.outerRow : -1;
  return act.reciprocal
    ? { source: actors.slice(0, 1), target: actors.slice(1), predicate }
    : { source: actors, target: rowsOf(tree, act.recipients), predicate };
}

/** Share that the scorer gives to the category of an act, and whether it is the largest. */
function shareOf(
  setting: Setting,
  language: LanguageModel,
  model: RelationModel,
  act: JudgedAct,
  acts: readonly JudgedAct[],
): { readonly share: number; readonly isBest: boolean } {
  const { scene } = setting;
  const pair = pairOf(scene.tree, act);
  const used = collect(model.bits, (put) => relationFeatures(scene, pair, rankedActs(acts, pair), put));
  const { shares } = scoreFeatures(model, used, meaningOf(language, scene.tree, pair));
  const of = (category: string) =>
    KINDS.reduce((sum, kind, k) => (kind.category === category ? sum + shares[k]! : sum), 0);
  const share = of(act.category);
  return { share, isBest: KINDS.every(({ category }) => of(category) <= share) };
}

/** Values of the signs by their names. */
export type Signs = Readonly<Record<string, number>>;

const logit = (share: number): number => Math.log((share + 0.001) / (1.001 - share));
const isKnown = (party: PartyWords): boolean => party.entity !== null;

/** What speaks for and against a coding, by name; `own` are the acts of its sentence. */
export function signsOf(
  setting: Setting,
  language: LanguageModel,
  model: RelationModel,
  merged: MergedAct,
  own: readonly JudgedAct[],
): Signs {
  const { tree } = setting.scene;
  const act = merged.lead;
  const sentence = tree.sentence[act.outerRow]!;
  const { share, isBest } = shareOf(setting, language, model, act, own);
  const length = tree.sentenceStart[sentence + 1]! - tree.sentenceStart[sentence]!;
  return {
    constant: 1,
    share: logit(share),
    best: isBest ? 1 : 0,
    actor: act.actors.some(isKnown) ? 1 : 0,
    recipient: act.reciprocal || act.recipients.some(isKnown) ? 1 : 0,
    unknownRecipient: act.recipients.length > 0 && !act.recipients.some(isKnown) ? 1 : 0,
    noun: uposAt(tree, act.row) === "NOUN" ? 1 : 0,
    operator: act.operator === null ? 0 : 1,
    context: act.rule.includes(" > part") || act.rule.includes(" > recipient of") ? 1 : 0,
    length: Math.log(length / 20),
    others: Math.min(3, own.length - 1),
    told: Math.min(3, merged.tellings.length) - 1,
  };
}

/** Probability that category and parties are right, 0 ... 1. */
export function confidenceOf(model: ConfidenceModel, signs: Signs): number {
  const sum = Object.entries(signs).reduce((total, [name, value]) => total + (model[name] ?? 0) * value, 0);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
