/**
 * How sure an act is: walks from the act to the root of its sentence and lets each word on the way speak
 * (auxiliaries, negation, adverbs, governing verbs and nouns, conditions, questions), as `lexicon/factuality.tsv` says.
 */
import { type Certainty, type Status, spanOf, type Tense, type TextSpan } from "../../core/index.js";
import { uposAt, wordAt } from "../../language/index.js";
import { readTable } from "../lexicon/tables.js";
import { childrenAt, relationAt } from "../tree.js";
import type { FactualityReading, Tree } from "../types.js";

/** "complement plan/v" → "planned". */
export type FactualityLexicon = ReadonlyMap<string, string>;

export function readFactuality(table: string): FactualityLexicon {
  return new Map(readTable(table).map((row) => [`${row.role} ${row.word}`, row.effect ?? ""]));
}

interface Mood {
  certainty: Certainty;
  negative: boolean;
  planned: boolean;
  requested: boolean;
  denied: boolean;
  conditional: boolean;
  counterfactual: boolean;
  generic: boolean;
  ongoing: boolean;
  tense: Tense;
  condition: TextSpan | null;
  cues: TextSpan[];
}

const MAX_CLIMB = 8; // heads above the act that may still colour it
const ORDER: readonly Certainty[] = ["certain", "probable", "possible", "unknown"];

function weaken(mood: Mood, certainty: Certainty): void {
  if (ORDER.indexOf(certainty) > ORDER.indexOf(mood.certainty)) mood.certainty = certainty;
}

function cue(tree: Tree, mood: Mood, row: number): void {
  mood.cues.push(spanOf(tree.text, tree.from[row]!, tree.to[row]!));
}

function apply(tree: Tree, mood: Mood, effect: string | undefined, row: number): void {
  switch (effect) {
    case "negative":
      mood.negative = !mood.negative;
      break;
    case "denied":
      mood.denied = true;
      break;
    case "possible":
      weaken(mood, "possible");
      break;
    case "probable":
      weaken(mood, "probable");
      break;
    case "planned":
      mood.planned = true;
      break;
    case "requested":
      mood.requested = true;
      break;
    case "generic":
      mood.generic = true;
      break;
    case "ongoing":
      mood.ongoing = true;
      break;
    default:
      return;
  }
  cue(tree, mood, row);
}

function posKey(tree: Tree, row: number): string {
  switch (uposAt(tree, row)) {
    case "VERB":
      return "v";
    case "AUX":
      return "m";
    case "NOUN":
    case "PROPN":
      return "n";
    case "ADJ":
      return "a";
    default:
      return "r";
  }
}

function effectOf(lexicon: FactualityLexicon, tree: Tree, role: string, row: number): string | undefined {
  return lexicon.get(`${role} ${tree.lemma[row]!.toLowerCase()}/${posKey(tree, row)}`);
}

function xposAt(tree: Tree, row: number): string {
  return tree.xposNames[tree.xpos[row]!]!;
}

function hasChild(tree: Tree, row: number, relation: string, words: ReadonlySet<string>): number {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === relation && words.has(wordAt(tree, child).toLowerCase())) return child;
  return -1;
}

const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "nt"]);
const CONDITIONS = new Set(["if", "unless", "provided", "should", "once"]);
const TO = new Set(["to"]);
const WITHOUT = new Set(["without"]);
const LEST = new Set(["lest", "whether", "if"]);

/** Auxiliaries, adverbs and negation that stand at the predicate itself. */
function readModifiers(
  tree: Tree,
  lexicon: FactualityLexicon,
  mood: Mood,
  row: number,
  isAct: boolean,
): void {
  let perfect = false;
  let would = -1;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    const word = wordAt(tree, child).toLowerCase();
    if (relation === "aux") {
      const effect = lexicon.get(`auxiliary ${word}/m`);
      if (effect === "would") would = child;
      else if (effect !== undefined) {
        apply(tree, mood, effect, child);
        if (effect === "planned") mood.tense = "future";
      }
      if (tree.lemma[child] === "have" && word !== "having") perfect = true;
    } else if ((relation === "advmod" || relation === "det" || relation === "cc") && NEGATIONS.has(word)) {
      if (word !== "nor" || relation !== "cc") apply(tree, mood, "negative", child);
    } else if (relation === "advmod" || (relation === "amod" && isAct)) {
      if (isNotOnly(tree, child)) continue;
      apply(tree, mood, effectOf(lexicon, tree, "modifier", child), child);
    }
  }
  if (would >= 0) readWould(tree, mood, row, would, perfect);
  if (hasNegativeArgument(tree, row)) mood.negative = !mood.negative;
}

/** "no troops were sent", "sent no troops". */
function hasNegativeArgument(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "obj" && relation !== "nsubj") continue;
    if (NOBODY.has(wordAt(tree, child).toLowerCase())) return true;
    if (hasChild(tree, child, "det", NO) >= 0) return true;
  }
  return false;
}
const NOBODY = new Set(["nobody", "none", "nothing"]);
const NO = new Set(["no", "neither"]);

function isNotOnly(tree: Tree, row: number): boolean {
  return tree.lemma[row] === "only" || hasChild(tree, row, "advmod", ONLY) >= 0;
}
const ONLY = new Set(["only", "just"]);

function readWould(tree: Tree, mood: Mood, row: number, would: number, perfect: boolean): void {
  cue(tree, mood, would);
  if (perfect) mood.counterfactual = true;
  else if (relationAt(tree, row) === "ccomp" || relationAt(tree, row) === "xcomp") mood.planned = true;
  else weaken(mood, "possible");
  mood.tense = "future";
}

/** Tense of a predicate by its tag and auxiliaries. */
function tenseAt(tree: Tree, row: number): Tense {
  let finite = xposAt(tree, row);
  const progressive = finite === "VBG";
  let perfect = false;
  let modal: Tense | null = null;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation !== "aux" && relation !== "cop") continue;
    const word = wordAt(tree, child).toLowerCase();
    if (tree.lemma[child] === "have") perfect = true;
    if (relation === "aux" && xposAt(tree, child) === "MD") {
      modal = word === "will" || word === "shall" || word === "wo" || word === "'ll" ? "future" : "none";
      continue;
    }
    finite = xposAt(tree, child);
  }
  if (modal !== null) return perfect ? "past" : modal;
  if (progressive && (finite === "VBZ" || finite === "VBP")) return "ongoing";
  if (perfect || finite === "VBD" || finite === "VBN") return "past";
  if (finite === "VBZ" || finite === "VBP") return "past"; // told as news: "Russia attacks the port"
  return "none";
}

/** Effects of the words that govern the act, from the act to the root. */
function climb(tree: Tree, lexicon: FactualityLexicon, mood: Mood, start: number): void {
  let row = start;
  for (let i = 0; i < MAX_CLIMB; i++) {
    const head = tree.head[row]!;
    if (head < 0) return;
    const next = step(tree, lexicon, mood, row, head);
    if (next < 0) return;
    row = next;
  }
}

/** One step up; gives the row to go on from, or -1 where the clause stands for itself. */
function step(tree: Tree, lexicon: FactualityLexicon, mood: Mood, row: number, head: number): number {
  const relation = relationAt(tree, row);
  switch (relation) {
    case "xcomp":
    case "ccomp":
    case "csubj":
      return complementStep(tree, lexicon, mood, row, head);
    case "acl":
      if (tree.deprelNames[tree.deprel[row]!] === "acl:relcl") return -1;
      if (effectOf(lexicon, tree, "complement", head) !== undefined)
        return complementStep(tree, lexicon, mood, row, head);
      if (hasChild(tree, row, "mark", TO) >= 0) mood.planned = true;
      return -1;
    case "advcl":
      return adverbialStep(tree, mood, row, head);
    case "conj":
      return sharesAuxiliary(tree, row) ? conjunctStep(tree, lexicon, mood, head) : head;
    case "obj":
    case "nmod":
    case "obl":
    case "compound":
      apply(tree, mood, effectOf(lexicon, tree, "object", head), head);
      return effectOf(lexicon, tree, "object", head) === undefined ? -1 : head;
    default:
      return -1;
  }
}

function complementStep(
  tree: Tree,
  lexicon: FactualityLexicon,
  mood: Mood,
  row: number,
  head: number,
): number {
  const effect = effectOf(lexicon, tree, "complement", head);
  const infinitive = hasChild(tree, row, "mark", TO) >= 0;
  if (hasChild(tree, row, "mark", LEST) >= 0) weaken(mood, "possible");
  if (effect !== undefined) apply(tree, mood, effect, head);
  else if (infinitive && relationAt(tree, row) === "xcomp") mood.planned = true;
  if (relationAt(tree, row) === "xcomp" && mood.tense === "none") mood.tense = tenseAt(tree, head);
  if (relationAt(tree, row) === "xcomp" || effect !== undefined)
    readModifiers(tree, lexicon, mood, head, false);
  return relationAt(tree, row) === "ccomp" && effect === undefined ? -1 : head;
}

function adverbialStep(tree: Tree, mood: Mood, row: number, head: number): number {
  const mark = hasChild(tree, row, "mark", CONDITIONS);
  if (mark >= 0) {
    weaken(mood, "possible");
    cue(tree, mood, mark);
    return -1;
  }
  if (hasChild(tree, row, "mark", WITHOUT) >= 0) mood.negative = !mood.negative;
  else if (hasChild(tree, row, "mark", TO) >= 0) mood.planned = true;
  else if (mood.tense === "none") mood.tense = tenseAt(tree, head);
  return -1;
}

function sharesAuxiliary(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "aux" || relation === "nsubj") return false;
  }
  return (
    xposAt(tree, row) === "VB" ||
    xposAt(tree, row) === "VBG" ||
    xposAt(tree, row) === "VBN" ||
    xposAt(tree, row) === "NN" ||
    xposAt(tree, row) === "NNS"
  );
}

function conjunctStep(tree: Tree, lexicon: FactualityLexicon, mood: Mood, head: number): number {
  const isVerb = uposAt(tree, head) === "VERB";
  if (isVerb) {
    const negative = mood.negative;
    readModifiers(tree, lexicon, mood, head, false);
    mood.negative = negative;
    if (mood.tense === "none") mood.tense = tenseAt(tree, head);
  }
  return head;
}

/** The act holds only if something else does: an if-clause stands under its predicate. */
function readCondition(tree: Tree, mood: Mood, row: number): void {
  for (const child of childrenAt(tree, row)) {
    if (relationAt(tree, child) !== "advcl") continue;
    const mark = hasChild(tree, child, "mark", CONDITIONS);
    if (mark < 0 || wordAt(tree, mark).toLowerCase() === "once") continue;
    mood.conditional = true;
    mood.condition = subtreeSpan(tree, child);
    cue(tree, mood, mark);
  }
}

function subtreeSpan(tree: Tree, row: number): TextSpan {
  let from = tree.from[row]!;
  let to = tree.to[row]!;
  const stack = [row];
  while (stack.length > 0) {
    const top = stack.pop()!;
    from = Math.min(from, tree.from[top]!);
    to = Math.max(to, tree.to[top]!);
    for (const child of childrenAt(tree, top)) stack.push(child);
  }
  return spanOf(tree.text, from, to);
}

function isQuestion(tree: Tree, row: number): boolean {
  const end = tree.sentenceStart[tree.sentence[row]! + 1]!;
  return wordAt(tree, end - 1) === "?" || (end > 1 && wordAt(tree, end - 2) === "?");
}

function statusOf(mood: Mood): Status {
  if (mood.counterfactual) return "counterfactual";
  if (mood.generic) return "generic";
  if (mood.conditional) return "conditional";
  if (mood.denied) return "denied";
  if (mood.requested) return "requested";
  if (mood.negative) return "not-happened";
  if (mood.certainty === "possible" || mood.certainty === "unknown") return "possible";
  if (mood.planned) return "planned";
  if (mood.certainty === "probable") return "possible";
  return mood.ongoing || mood.tense === "ongoing" ? "ongoing" : "happened";
}

/**
 * Factuality of the act at `row` whose tense, mood and negation stand at `clause` (the row itself, or its light verb).
 */
export function factualityAt(
  tree: Tree,
  lexicon: FactualityLexicon,
  row: number,
  clause: number,
): FactualityReading {
  const mood: Mood = {
    certainty: "certain",
    negative: false,
    planned: false,
    requested: false,
    denied: false,
    conditional: false,
    counterfactual: false,
    generic: false,
    ongoing: false,
    tense: "none",
    condition: null,
    cues: [],
  };
  readModifiers(tree, lexicon, mood, row, true);
  if (clause !== row) {
    readModifiers(tree, lexicon, mood, clause, false);
    apply(tree, mood, effectOf(lexicon, tree, "object", clause), clause);
  }
  const predicate = predicateOf(tree, clause);
  if (mood.tense === "none" && predicate >= 0) mood.tense = tenseAt(tree, predicate);
  readCondition(tree, mood, predicate >= 0 ? predicate : clause);
  climb(tree, lexicon, mood, clause);
  if (isQuestion(tree, row)) weaken(mood, "possible");
  const status = statusOf(mood);
  const tense =
    status === "planned" || status === "requested" ? "future" : status === "ongoing" ? "ongoing" : mood.tense;
  return {
    factuality: {
      status,
      certainty: mood.certainty,
      polarity: mood.negative || mood.denied ? "negative" : "positive",
      tense,
      ...(mood.condition ? { condition: mood.condition } : {}),
    },
    cues: mood.cues,
  };
}

/** The verb of the clause in which a noun stands; the row itself where it is a verb. */
function predicateOf(tree: Tree, row: number): number {
  if (uposAt(tree, row) === "VERB") return row;
  let up = row;
  for (let i = 0; i < MAX_CLIMB && up >= 0; i++) {
    if (uposAt(tree, up) === "VERB") return up;
    for (const child of childrenAt(tree, up)) if (relationAt(tree, child) === "cop") return up;
    up = tree.head[up]!;
  }
  return up;
}
