/**
 * What is said of a predicate, from the inside out: its own words, then the word that governs it with all that is
 * said of that word in turn. So "did not deny planning to attack" is read as a chain of four.
 */
import { uposAt, wordAt } from "../../language/index.js";
import { childrenAt, relationAt } from "../tree.js";
import type { Tree } from "../types.js";
import { isOpenQuestion, markerOf, readCondition, subtreeSpan } from "./conditions.js";
import { type Effect, effectOf, type FactualityLexicon } from "./lexicon.js";
import { hasChild, readModifiers } from "./modifiers.js";
import {
  addCue,
  applyEffect,
  emptyMood,
  govern,
  inherit,
  isHypothetical,
  type Mood,
  weaken,
} from "./mood.js";
import { predicateOf, tenseAt, xposAt } from "./tense.js";

/** What reading one document needs. */
export interface Ground {
  readonly tree: Tree;
  readonly lexicon: FactualityLexicon;
}

const MAX_CLIMB = 8; // governing words above the act that may still colour it
const TO = new Set(["to"]);
const BUT = new Set(["but", "yet"]);
const NOR = new Set(["nor"]);

const VERIDICAL: Effect = { effect: "happened", negated: "negative" };

/** All that the sentence says of the predicate at `row`. */
export function moodOf(ground: Ground, row: number, depth = 0): Mood {
  const { tree, lexicon } = ground;
  const mood = emptyMood();
  readModifiers(lexicon, tree, mood, row);
  const predicate = predicateOf(tree, row);
  if (predicate >= 0 && mood.tense === "none") mood.tense = tenseAt(tree, predicate);
  if (predicate === row) readCondition(lexicon, tree, mood, row);
  if (mood.tense === "past" && !mood.counterfactual && !hasModal(tree, row)) mood.conditional = false; // the condition of what is said
  if (depth < MAX_CLIMB) link(ground, mood, row, depth);
  return mood;
}

function hasModal(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux" && xposAt(tree, child) === "MD") return true;
  return false;
}

function isVerbal(tree: Tree, row: number): boolean {
  return uposAt(tree, row) === "VERB" || uposAt(tree, row) === "AUX";
}

function isInfinitive(tree: Tree, row: number): boolean {
  return hasChild(tree, row, "mark", TO) >= 0;
}

/** Lets the word above `row` speak. */
function link(ground: Ground, mood: Mood, row: number, depth: number): void {
  const { tree } = ground;
  const head = tree.head[row]!;
  if (head < 0) return readRoot(ground, mood, row);
  switch (relationAt(tree, row)) {
    case "xcomp":
    case "ccomp":
    case "csubj":
      return linkComplement(ground, mood, row, head, depth);
    case "acl":
      return linkAttribute(ground, mood, row, head, depth);
    case "advcl":
      return linkAdverbial(ground, mood, row, head, depth);
    case "conj":
      return linkConjunct(ground, mood, row, head, depth);
    case "parataxis":
      return isVerbal(tree, row) ? readRoot(ground, mood, row) : undefined;
    case "obj":
    case "nmod":
    case "obl":
    case "compound":
    case "nsubj":
      return linkNoun(ground, mood, row, head, depth);
    default:
  }
}

/** The main clause: a question leaves it open, a bare form asks for it, "is to visit" plans it. */
function readRoot({ tree }: Ground, mood: Mood, row: number): void {
  if (isOpenQuestion(tree, row)) weaken(mood, "possible");
  if (!isVerbal(tree, row) || xposAt(tree, row) !== "VB") return;
  let bare = true;
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "nsubj" || relation === "mark" || relation === "expl" || relation === "csubj")
      bare = false;
    if (relation === "aux" && tree.lemma[child] !== "do") bare = false;
  }
  if (bare) mood.requested = true;
  else if (isInfinitive(tree, row)) mood.planned = true; // "Iran to send aid", "Putin is to visit China"
}

function isFinite(tree: Tree, row: number): boolean {
  if (isInfinitive(tree, row) || xposAt(tree, row) === "VBG") return false;
  return relationAt(tree, row) !== "xcomp";
}

/** A clause that is said, wished, begun or refused. */
function linkComplement(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  if (linkMisplacedCondition(ground, mood, row, head, depth)) return;
  const finite = isFinite(tree, row);
  const effect = complementEffect(ground, row, head);
  const marker = markerOf(lexicon, tree, row);
  if (finite && marker?.effect === "condition") weaken(mood, "possible"); // "asked whether Iran attacked"
  const up = moodOf(ground, head, depth + 1);
  if (effect !== undefined) {
    govern(mood, effect, up);
    if (effect.effect !== "fact") addCue(tree, mood, head);
  } else if (finite) readSpeech(mood, up);
  else linkBareComplement(ground, mood, row, up);
}

/** The effect of the role that fits the form of the clause. */
function complementEffect({ tree, lexicon }: Ground, row: number, head: number): Effect | undefined {
  const bare = xposAt(tree, row) === "VB" && !hasAuxiliary(tree, row);
  const own = isInfinitive(tree, row)
    ? "infinitive"
    : bare
      ? "subjunctive"
      : isFinite(tree, row)
        ? "content"
        : "complement";
  const found = effectOf(lexicon, tree, own, head);
  if (found !== undefined) return found;
  return (
    (own === "subjunctive" ? effectOf(lexicon, tree, "content", head) : undefined) ??
    effectOf(lexicon, tree, "complement", head)
  );
}

function hasAuxiliary(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "aux") return true;
  return false;
}

/** What is said stands for itself; only an unsaid word leaves it open, and a condition of the whole holds for plans. */
function readSpeech(mood: Mood, up: Mood): void {
  if (up.negative) weaken(mood, "possible");
  if (up.condition !== null && mood.planned) {
    mood.conditional = true;
    mood.condition = up.condition;
  }
}

function linkBareComplement({ tree }: Ground, mood: Mood, row: number, up: Mood): void {
  const perfect = hasChild(tree, row, "aux", HAVE) >= 0;
  govern(mood, VERIDICAL, up);
  if (!isInfinitive(tree, row)) return;
  if (perfect)
    weaken(mood, "possible"); // "is said to have attacked"
  else if (relationAt(tree, row) === "csubj")
    weaken(mood, "possible"); // "it is hard to attack"
  else mood.planned = true;
}
const HAVE = new Set(["have"]);

/** "threatened that if attacked it would attack": the parser may hang the main clause under its condition. */
function linkMisplacedCondition(
  ground: Ground,
  mood: Mood,
  row: number,
  head: number,
  depth: number,
): boolean {
  const { tree, lexicon } = ground;
  if (relationAt(tree, row) !== "ccomp" || relationAt(tree, head) !== "advcl" || head > row) return false;
  const marker = markerOf(lexicon, tree, head);
  if (marker === null || marker.effect !== "condition") return false;
  mood.conditional = true;
  mood.condition = subtreeSpan(tree, head, row);
  addCue(tree, mood, marker.row);
  const top = tree.head[head]!;
  if (top >= 0) linkComplement(ground, mood, row, top, depth + 1);
  return true;
}

/** A clause that belongs to a noun: "plans to attack", "the claim that ...", "on the brink of attacking". */
function linkAttribute(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const isRelative = tree.deprelNames[tree.deprel[row]!] === "acl:relcl" && !hasMarker(tree, row);
  if (isRelative) return linkIndefinite(ground, mood, row, head, depth);
  const infinitive = isInfinitive(tree, row);
  const clause = infinitive || isFinite(tree, row) || hasMarker(tree, row);
  const effect = clause
    ? (effectOf(lexicon, tree, "complement", head) ??
      (infinitive ? undefined : effectOf(lexicon, tree, "object", head)))
    : undefined;
  if (effect !== undefined) {
    govern(mood, effect, moodOf(ground, head, depth + 1));
    addCue(tree, mood, head);
  } else if (infinitive) {
    const up = moodOf(ground, head, depth + 1);
    inherit(mood, up);
    mood.planned = true;
    if (up.negative) mood.negative = !mood.negative; // "no way to attack"
  } else linkIndefinite(ground, mood, row, head, depth);
}

function hasMarker(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) if (relationAt(tree, child) === "mark") return true;
  return false;
}

const ANY = new Set(["any", "every", "whatever", "whichever"]);

/** "any town that they attack": what is not yet singled out has not been done. */
function linkIndefinite(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree } = ground;
  if (hasChild(tree, head, "det", ANY) < 0 || mood.tense === "ongoing") return;
  const predicate = predicateOf(tree, head);
  if (predicate < 0 || predicate === row || predicate === head) return;
  if (isHypothetical(moodOf(ground, predicate, depth + 1))) weaken(mood, "possible");
}

/** A clause of circumstance: purpose, condition, time, manner. */
function linkAdverbial(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const marker = markerOf(lexicon, tree, row);
  const finite = isFinite(tree, row);
  const complement = finite ? undefined : effectOf(lexicon, tree, "complement", head);
  if (marker?.effect === "condition") {
    weaken(mood, "possible");
    return addCue(tree, mood, marker.row);
  }
  if (marker?.effect === "negative") {
    inherit(mood, moodOf(ground, head, depth + 1));
    applyEffect(mood, "negative", null);
    return addCue(tree, mood, marker.row);
  }
  if (complement !== undefined && takesComplement(tree, row, head, complement)) {
    govern(mood, complement, moodOf(ground, head, depth + 1));
    return addCue(tree, mood, head);
  }
  const up = moodOf(ground, head, depth + 1);
  if (!finite) inherit(mood, up);
  if (isInfinitive(tree, row)) mood.planned = true;
  if (marker?.effect === "pending" && tenseIsOpen(tree, row) && isHypothetical(up)) mood.planned = true;
  if (marker?.effect === "planned") mood.planned = true;
}

/**
 * "due to begin", "urged them to leave", "refrained from attacking", "gave up attacking"; not the purpose of a verb
 * that takes a gerund: "stopped to attack".
 */
function takesComplement(tree: Tree, row: number, head: number, { effect }: Effect): boolean {
  if (isInfinitive(tree, row))
    return effect !== "negative" || uposAt(tree, head) === "ADJ" || row > head + MAX_GERUND;
  return hasMarker(tree, row) || (row > head && row <= head + MAX_GERUND);
}
const MAX_GERUND = 2; // a gerund follows its verb, with a particle between at most

/** Present tense after "before", "until", "once" looks ahead. */
function tenseIsOpen(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "aux") return xposAt(tree, child) !== "VBD";
  return /^VB[ZPGN]?$/.test(xposAt(tree, row));
}

/** A bare form beside a clause with its own subject asks for the act: "the road is closed, so leave". */
function isImperative(tree: Tree, row: number, head: number): boolean {
  if (xposAt(tree, row) !== "VB" || hasMarker(tree, row) || relationAt(tree, head) === "conj") return false;
  const tag = xposAt(tree, head);
  return tag !== "VB" && tag !== "MD" && !hasAuxiliary(tree, head) && relationAt(tree, head) === "root";
}

/** A conjunct shares what governs the first one, and its auxiliaries where it has none of its own. */
function linkConjunct(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  if (isImperative(tree, row, head)) mood.requested = true;
  if (sharesAuxiliary(tree, row) && isVerbal(tree, head)) {
    const shared = emptyMood();
    readModifiers(lexicon, tree, shared, head);
    readCondition(lexicon, tree, shared, head);
    if (shared.tense === "none") shared.tense = tenseAt(tree, head);
    if (hasChild(tree, row, "mark", TO) < 0) {
      inherit(mood, shared);
      if (xposAt(tree, row) === "VBN") mood.tense = shared.tense;
    }
    if (shared.negative && hasChild(tree, row, "cc", BUT) < 0 && hasChild(tree, row, "cc", NOR) < 0)
      mood.negative = true;
  }
  if (markerOf(lexicon, tree, row)?.effect === "negative") mood.negative = true; // "fled rather than fight"
  if (depth < MAX_CLIMB) link(ground, mood, head, depth + 1);
}

const NONFINITE = new Set(["VB", "VBG", "VBN"]);

function sharesAuxiliary(tree: Tree, row: number): boolean {
  for (const child of childrenAt(tree, row)) {
    const relation = relationAt(tree, child);
    if (relation === "aux" || relation === "nsubj") return false;
  }
  return NONFINITE.has(xposAt(tree, row));
}

/** Prepositions through which a verb reaches the act that it is about: "called for an attack". */
const ABOUT = new Set(["for", "from", "to", "against", "about", "of", "on", "with", "over", "into", "in"]);

function reaches(tree: Tree, row: number): boolean {
  const relation = relationAt(tree, row);
  if (relation !== "obl" && relation !== "nmod") return true;
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case") return ABOUT.has(wordAt(tree, child).toLowerCase());
  return true;
}

/** "headed off an attack": the parser may take the particle for a preposition. */
function particleEffect({ tree, lexicon }: Ground, row: number, head: number): Effect | undefined {
  for (const child of childrenAt(tree, row))
    if (relationAt(tree, child) === "case" && child === head + 1)
      return lexicon.get(`object ${tree.lemma[head]!.toLowerCase()} ${wordAt(tree, child).toLowerCase()}/v`);
  return undefined;
}

/** An act told by a noun: what is done to it, what it does, or the preposition before it. */
function linkNoun(ground: Ground, mood: Mood, row: number, head: number, depth: number): void {
  const { tree, lexicon } = ground;
  const marker = markerOf(lexicon, tree, row);
  if (marker?.effect === "negative" || marker?.effect === "condition") {
    applyEffect(mood, marker.effect === "condition" ? "possible" : "negative", null);
    return addCue(tree, mood, marker.row);
  }
  const full = tree.deprelNames[tree.deprel[row]!]!;
  if (full === "nmod:poss") return;
  const role = full === "nsubj" ? "subject" : "object";
  const effect =
    particleEffect(ground, row, head) ??
    (reaches(tree, row) ? effectOf(lexicon, tree, role, head) : undefined);
  if (effect === undefined) return;
  const up = moodOf(ground, head, depth + 1);
  govern(mood, effect, up);
  if (effect.effect === "happened" || effect.effect === "ongoing") mood.tense = up.tense;
  addCue(tree, mood, head);
}
