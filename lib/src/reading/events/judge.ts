/** Adds certainty, time and voice to acts, and lets tense and mood change their category (codebook, rules 1 and 2). */
import {
  type Category,
  type Day,
  type EventTime,
  type Factuality,
  type Magnitude,
  type Status,
  spanOf,
  type TextSpan,
} from "../../core/index.js";
import { type FactualityLexicon, factualityAt } from "../factuality/index.js";
import { transform } from "../frames/transformations.js";
import { type AnchoredTime, anchorTime } from "../time/index.js";
import { childWith, lemmaAt, relationAt } from "../tree.js";
import type { FactualityReading, PartyWords, TimeExpression, Tree, VoiceNode, Voices } from "../types.js";
import type { Act } from "./act.js";
import { withOwnPeople } from "./home.js";
import { completeParties, type Encounters, withAuthorities, withSpeaker } from "./implicit.js";
import type { Scene } from "./scene.js";
import { casesOf } from "./voice.js";
import { forsworn, isUnless, refused, withOwnWord, withUnless } from "./will.js";

/** An act with everything but its identity: what a record needs. */
export interface JudgedAct extends Act {
  readonly factuality: Factuality;
  readonly statusCues: readonly TextSpan[];
  readonly time: EventTime;
  readonly timeWords: TimeExpression | null;
  /** From the author inwards. */
  readonly voices: readonly VoiceNode[];
  /** Numbers that its sentence gives of it, in no order. */
  readonly magnitudes: readonly Magnitude[];
  /** True where the title or subtitle tells it. */
  readonly headline: boolean;
}

/** What judging needs beside the scene. */
export interface Setting {
  readonly scene: Scene;
  readonly factuality: FactualityLexicon;
  readonly voices: Voices;
  readonly times: readonly TimeExpression[];
  readonly published: Day | null;
  readonly encounters: Encounters;
  /** First character of the body: what stands before it is title and subtitle. */
  readonly bodyFrom: number;
}

const MAX_VOICES = 8; // nested speech deeper than this does not occur

function chainOf(voices: Voices, row: number, act: Act): readonly VoiceNode[] {
  const chain: VoiceNode[] = [];
  for (let i = voices.at[row]!; i >= 0 && chain.length < MAX_VOICES; i = voices.list[i]!.parent) {
    const voice = voices.list[i]!;
    if (!act.triggers.includes(voice.cueRow)) chain.unshift(voice);
  }
  return chain;
}

/** Someone who denies an act is its voice. */
function denialVoice(setting: Setting, act: Act): readonly VoiceNode[] {
  const { tree } = setting.scene;
  return act.denier.slice(0, 1).map((party) => ({
    parent: -1,
    party,
    cue: spanOf(tree.text, tree.from[act.outerRow]!, tree.to[act.outerRow]!),
    cueRow: act.outerRow,
    quoted: false,
  }));
}

/** What is asked for is requested, what is agreed to be done is planned, whatever it is. */
function plainFactuality(tree: Tree, act: Act, inner: Factuality): Factuality {
  const isDone = inner.status === "happened" || inner.status === "ongoing";
  if (!isDone) return inner;
  if (act.category === "REQUEST") return { ...inner, status: "requested" };
  const isToDo = act.category === "AGREE" && childWith(tree, act.row, "xcomp") >= 0;
  return isToDo ? { ...inner, status: "planned" } : inner;
}

/** Joins what the operator says of the act with what its own words and those above the operator say. */
function combine(tree: Tree, act: Act, inner: Factuality, outer: Factuality): Factuality {
  if (act.status === null) return plainFactuality(tree, act, inner);
  if (act.status === "denied" && outer.polarity === "negative")
    return { ...inner, status: "possible", certainty: "possible" }; // "stopped short of denying"
  if (act.status === "denied") return { ...inner, status: "denied", polarity: "negative" };
  if (outer.status === "not-happened" || outer.status === "denied" || outer.status === "counterfactual")
    return { ...outer, tense: inner.tense };
  const isAhead = outer.status === "planned" && act.status === "happened"; // "said it would suspend the tests"
  const doubtful =
    isAhead || outer.status === "possible" || outer.status === "conditional" || outer.status === "requested";
  const isBound = act.status === "planned" && inner.status === "conditional"; // "threatened to strike unless"
  const status: Status = doubtful ? outer.status : isBound ? "conditional" : act.status;
  const tense = status === "happened" ? outer.tense : "future";
  const certainty = status === "possible" && outer.certainty === "certain" ? "possible" : outer.certainty;
  return { ...outer, status, tense, certainty };
}

const HYPOTHETICAL: ReadonlySet<Status> = new Set<Status>(["planned", "possible", "conditional"]);

const TOLD_WITH = new Set<Category>(["CONSULT", "SUPPORT"]);

/** "arrived to express condolences": what an encounter is for is done with it. */
function withPurpose(setting: Setting, act: Act, factuality: Factuality): Factuality {
  const { tree } = setting.scene;
  if (factuality.status !== "planned" || act.status !== null || !TOLD_WITH.has(act.category))
    return factuality;
  const head = tree.head[act.clause]!;
  if (head < 0 || relationAt(tree, act.clause) !== "advcl" || casesOf(tree, act.clause) !== "to")
    return factuality;
  const above = factualityAt(tree, setting.factuality, head, head).factuality;
  return above.status === "happened" ? above : factuality;
}

const PRESENT = new Set(["VBZ", "VBP", "VB", "VBN"]);

/** "if Russia attacks": the present of a condition speaks of what is to come. */
function isAntecedent(tree: Tree, row: number): boolean {
  if (!PRESENT.has(tree.xposNames[tree.xpos[row]!]!)) return false;
  const marks = casesOf(tree, row).split("_");
  return marks.includes("if") || marks.includes("unless");
}

const ABOUT = new Set(["on", "for", "about", "over"]);

/** "a memorandum on developing cooperation": what a document or talk is about is yet to be done. */
function withSubjectMatter(setting: Setting, act: Act, factuality: Factuality): Factuality {
  const { tree, acts } = setting.scene;
  const head = tree.head[act.clause]!;
  if (head < 0 || act.status !== null || !ABOUT.has(casesOf(tree, act.clause))) return factuality;
  const classes = acts.classes.get(lemmaAt(tree, head));
  const isMatter =
    tree.xposNames[tree.xpos[act.clause]!] === "VBG" && (classes?.has("agreement") || classes?.has("talk"));
  return isMatter && factuality.status === "happened"
    ? { ...factuality, status: "planned", tense: "future" }
    : factuality;
}

/** Tense and mood of a plain act: what is only to come is promised or threatened, not done. */
function retell(setting: Setting, act: Act, factuality: Factuality): Act {
  if ((act.status !== null && act.status !== "happened") || !HYPOTHETICAL.has(factuality.status)) return act;
  if (isUnless(setting.scene.tree, act.outerClause)) return act;
  const isPast = factuality.tense === "past" && !isAntecedent(setting.scene.tree, act.clause);
  if (isPast && factuality.status !== "planned") return act;
  const outcome = transform(setting.scene.acts.transformations, "future", act.category);
  if (outcome === null || outcome.keeps || outcome.category === act.category) return act;
  return {
    ...act,
    category: outcome.category,
    mode: outcome.mode,
    of: act.category,
    rule: `${act.rule} > ${factuality.status} ${act.category} is ${outcome.category}`,
  };
}

/** "Kiev should withdraw", said by somebody: that somebody asks for it. The author's own advice is a claim. */
function demand(act: Act, factuality: Factuality, voices: readonly VoiceNode[]): Act | null {
  if (act.status !== null || factuality.status !== "requested" || act.category === "REQUEST") return act;
  const voice = voices.at(-1);
  if (voice === undefined || !voice.party.political) return null;
  return {
    ...act,
    category: "REQUEST",
    mode: null,
    of: act.category,
    actors: [voice.party],
    recipients: act.actors.filter((a) => a.entity !== voice.party.entity || a.entity === null),
    reciprocal: false,
    rule: `${act.rule} > ${act.category} demanded by a voice is REQUEST`,
  };
}

/** Operators that look ahead: the time is that of the act to come, even where none is said. */
const LOOKING_AHEAD = new Set(["plan", "consider", "future"]);
/** Categories that are done by saying them: theirs is the time of the words. */
const DONE_BY_WORDS = new Set<Category>(["REQUEST", "REJECT", "THREATEN", "ACCUSE"]);

/** When: of a promise the day promised where it is said, else the day of the promise; of a threat the day it was made. */
function anchorAct(setting: Setting, act: Act, own: Factuality, outer: Factuality): AnchoredTime {
  const { tree } = setting.scene;
  const at = (row: number, { tense, status }: Factuality) =>
    anchorTime(tree, setting.times, row, { published: setting.published, tense, status });
  if (act.operator === null) return at(act.row, own);
  const told: Factuality =
    outer.status === "requested" ? { ...outer, status: "happened", tense: "past" } : outer;
  const saying = at(act.outerRow, told);
  const inner = at(act.row, own);
  if (DONE_BY_WORDS.has(act.category))
    return saying.time.how !== "stated" && inner.time.how === "stated" ? inner : saying;
  return inner.time.how === "stated" || LOOKING_AHEAD.has(act.operator) ? inner : saying;
}

/** Judges one act; null where it turns out to be no event (advice of the author). */
export function judgeAct(setting: Setting, found: Act): JudgedAct | null {
  const { tree } = setting.scene;
  const completed = completeParties(setting.scene, setting.voices, setting.encounters, found);
  if (completed === null) return null;
  const act = withOwnPeople(
    setting.scene,
    withAuthorities(setting.scene, withSpeaker(setting.scene, setting.voices, completed)),
  );
  const inner = factualityAt(tree, setting.factuality, act.row, act.clause);
  const outer =
    act.outerRow === act.row ? inner : factualityAt(tree, setting.factuality, act.outerRow, act.outerClause);
  const combined = combine(tree, act, inner.factuality, outer.factuality);
  const ownWord = withOwnWord(setting.scene, setting.voices, act, withPurpose(setting, act, combined));
  const known = withUnless(tree, act, withSubjectMatter(setting, act, ownWord));
  const refusal =
    forsworn(setting.scene, act, inner.factuality, outer.factuality) ?? refused(setting.scene, act, known);
  return refusal === null
    ? tellAct(setting, act, outer, known)
    : tellAct(setting, refusal.act, { ...outer, ...refusal }, refusal.factuality);
}

/** The last steps of judging, once it is known how sure the act is. */
function tellAct(
  setting: Setting,
  act: Act,
  outer: FactualityReading,
  factuality: Factuality,
): JudgedAct | null {
  const { tree } = setting.scene;
  const deniers = factuality.status === "denied" ? denialVoice(setting, act) : [];
  const voices = [...chainOf(setting.voices, act.outerRow, act), ...deniers];
  const demanded = demand(act, factuality, voices);
  if (demanded === null) return null;
  const told = retell(setting, demanded, factuality);
  const anchored = anchorAct(setting, told, factuality, outer.factuality);
  const lasting =
    factuality.status === "happened" && anchored.time.since !== null && anchored.time.until === null;
  return {
    ...told,
    factuality: lasting ? { ...factuality, status: "ongoing", tense: "ongoing" } : factuality, // "held since May"
    statusCues: outer.cues,
    time: anchored.time,
    timeWords: anchored.expression,
    magnitudes: [], // given once all acts of the sentence are known: a number belongs to one of them
    headline: tree.from[told.outerRow]! < setting.bodyFrom,
    voices: told === act ? voices : voices.filter((v) => !isActor(told.actors, v)),
  };
}

function isActor(actors: readonly PartyWords[], voice: VoiceNode): boolean {
  return actors.some((a) => a.head === voice.party.head);
}
